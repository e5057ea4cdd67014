import { figureText, reportText } from '@burgernet/adapters';
import { damagedHistories, histories } from '@burgernet/domain/testing';
import { annualReport, latestYear } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utc } from '../../support/log.js';
import { readAll } from '../../support/read.js';
import { hostileContext, hostileYear } from './hostile-year.js';
import { theYear2021 } from './the-year-2021.js';

const year = await theYear2021();
const yearEnd = { registered: utc('2021-12-31T22:59:59.999') };
const languages = ['nl', 'en'] as const;
const dutch = reportText(year.report(), year.context('nl'));
const english = reportText(year.report(), year.context('en'));

/** Lines of more than 80 columns; a mark that stands on the letter before it takes none. */
const linesOver80 = (text: string): ReadonlyArray<string> =>
  text.split('\n').filter((line) => [...line.replaceAll(/\p{M}/gu, '')].length > 80);

/** The lines of the table under this title. */
const tableUnder = (text: string, title: string): ReadonlyArray<string> => {
  const lines = text.split('\n');
  const at = lines.indexOf(title);
  if (at < 0) throw new Error(`There is no "${title}".`);
  const rest = lines.slice(at + 2);
  const next = rest.findIndex((line) => /^-+$/.test(line));
  return rest.slice(0, next < 0 ? undefined : next - 1);
};
const row = (lines: ReadonlyArray<string>, name: string): ReadonlyArray<string> | undefined =>
  lines
    .find((line) => line.trim().startsWith(name))
    ?.trim()
    .split(/ {2,}/);

describe('the report as text', () => {
  it('starts with both percentages side by side and why they differ', () => {
    const [top = ''] = dutch.split('\n\nActies, reacties en bereik');
    expect(top).toMatch(/61 van 793 = 7,7 % +100 van 793 = 12,6 %/);
    expect(top.replace(/\s+/g, ' ')).toContain(
      'Het portaal telt een succes alleen als de centralist het binnen de looptijd aanvinkt na een telefoontje naar 0800-0011; het mist de successen daarbuiten: 39 die na de looptijd zijn geregistreerd.',
    );
    expect(english).toMatch(/61 of 793 = 7\.7 % +100 of 793 = 12\.6 %/);
  });

  it('shows both as they were at a reference date, and says so', () => {
    const then = reportText(year.report(yearEnd), year.context('en'));
    expect(then).toMatch(/61 of 793 = 7\.7 % +61 of 793 = 7\.7 %/);
    expect(then).toContain('Registered up to 31 December 2021');
    expect(then).toContain('As registered up to 31 December 2021');
    const logged = reportText(year.report({ logged: 3_000 }), year.context('nl'));
    expect(logged).toContain('Gelogd t/m positie 3.000');
    expect(logged).toContain('Zoals gelogd tot en met positie 3.000');
    expect(then).toContain('no other success was known then');
  });

  it.each(languages)('fits in 80 columns in %s, as known now and early in the year', (lang) => {
    expect(linesOver80(reportText(year.report(), year.context(lang)))).toEqual([]);
    const early = year.report({ registered: utc('2021-09-30T21:00') });
    expect(linesOver80(reportText(early, year.context(lang)))).toEqual([]);
    expect(linesOver80(reportText(hostileYear(), hostileContext(lang)))).toEqual([]);
  });

  it('fits in 80 columns whatever happened and whatever a municipality is called', () => {
    const years = fc.oneof(histories({ size: 30 }), damagedHistories({ size: 30 }));
    fc.assert(
      fc.property(years, fc.string({ unit: 'grapheme', maxLength: 90 }), (history, name) => {
        const models = readAll(history.stored);
        const known = latestYear(models) ?? 2021;
        for (const lang of languages) {
          const text = reportText(annualReport(models, known, 'latest'), {
            lang,
            municipalityName: () => name,
          });
          expect(linesOver80(text)).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('marks what is assumed at each way in which a figure was counted', () => {
    const report = year.report();
    const byMethod = [
      { method: 'opened', value: 10 },
      { method: 'sent', value: 0 },
    ];
    const reach = { version: 1, value: null, byMethod, assumed: true as const };
    const drawn = reportText(
      { ...report, figures: { ...report.figures, 'reach.app': reach } },
      year.context('en'),
    );
    const table = tableUnder(drawn, 'Actions, responses and reach');
    expect(row(table, 'Reached by the app (opened)')).toEqual(['Reached by the app (opened)', '10*']);
    expect(row(table, 'Reached by the app (sent)')).toEqual(['Reached by the app (sent)', '0*']);
  });

  it('marks what is assumed and says what the mark means', () => {
    expect(dutch).toContain('* aangenomen, niet gepubliceerd: geen feit');
    expect(row(tableUnder(dutch, 'Successen'), 'Late successen')).toEqual([
      'Late successen',
      '39*',
      '793',
      '4,9 %*',
    ]);
    expect(row(tableUnder(dutch, 'Successen'), 'Successen volgens het portaal')).not.toContain('61*');
  });

  it('shows a lower bound and a rounded number beside the figure', () => {
    expect(row(tableUnder(dutch, 'Successen'), 'Alle bekende successen')).toContain('≥ 100, ≥ 12,6 %');
    expect(row(tableUnder(english, 'Participation'), 'Participants by e-mail')).toContain('≈ 180,000');
  });

  it('has the rows of the published tables', () => {
    expect(row(tableUnder(dutch, 'Acties en reacties per gemeente'), 'Baarn')).toEqual([
      'Baarn',
      '6',
      '4',
      '3',
      '2',
    ]);
    expect(row(tableUnder(dutch, 'Acties en reacties per gemeente'), 'Niet toegewezen')).toEqual([
      'Niet toegewezen',
      '5*',
      '3*',
      '1*',
      '5*',
    ]);
    expect(row(tableUnder(dutch, 'Deelnemers per gemeente'), 'Almere')).toEqual([
      'Almere',
      '203.985',
      '17.568',
      '8,6 %',
      '17.590',
      '8,6 %',
    ]);
    expect(row(tableUnder(dutch, 'Acties per soort'), 'Vermist persoon')).toEqual([
      'Vermist persoon',
      '570',
      '75,6 %',
      '71,9 %',
    ]);
    const downloads = tableUnder(dutch, 'Nieuwe downloads van de app per maand');
    expect(downloads.filter((line) => line.startsWith('Weesp')).map((line) => line.split(/ {2,}/))).toEqual([
      ['Weesp', '12', '27', '17', '20', '16', '30'],
      ['Weesp', '17', '8', '10', '16', '29', '32', '234'],
    ]);
  });

  it('names the cells that the publication leaves empty', () => {
    expect(dutch.replace(/\s+/g, ' ')).toContain(
      'Leeg in de publicatie: Telefoontjes naar 0800-0011: Blaricum, Eemnes, Montfoort; Acties met reactie: Montfoort; Reacties via de app: Montfoort, Wijdemeren.',
    );
  });

  it('has the differences and the provenance in sections of their own', () => {
    expect(row(tableUnder(english, 'What does not add up in the publication'), 'Actions  ')).toEqual([
      'Actions',
      'municipality',
      '788',
      '793',
      '5',
    ]);
    expect(english).toContain('\nProvenance\n');
    expect(english.match(/reconstruction/g)).toHaveLength(1);
  });

  it('says at the top that events could not be read, and marks what depends on them', () => {
    fc.assert(
      fc.property(damagedHistories({ size: 30 }), ({ stored }) => {
        const models = readAll(stored);
        const report = annualReport(models, latestYear(models) ?? 2021, 'latest');
        const [top = ''] = reportText(report, year.context('en')).split('\n\n  As the portal counts');
        expect(report.quarantined).toBeGreaterThan(0);
        expect(top.replace(/\s+/g, ' ')).toContain('could not be read');
      }),
      { numRuns: 20 },
    );
    expect(dutch).not.toContain('Let op');
  });

  it('moves no cursor and changes no colour, whatever an event says', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    for (const lang of languages)
      expect(reportText(hostileYear(), hostileContext(lang))).not.toMatch(control);
  });

  it('is the same text every time', () => {
    expect(reportText(year.report(), year.context('nl'))).toBe(dutch);
  });

  it('answers a year of which nothing is known', () => {
    const empty = reportText(annualReport(readAll([]), 1999, 'latest'), year.context('nl'));
    expect(empty).toContain('Burgernet Nederland 1999');
    expect(empty).toContain('Er zijn geen acties bekend.');
    expect(empty).toContain('Er is niets gevonden dat niet optelt.');
  });
});

describe('a figure as text', () => {
  it('says its name and key, as known when, and what was published', () => {
    const entry = year.report().figures['success.full'] ?? { version: 1 };
    const asked = { query: { year: 2021 }, region: 'midden-nederland', asOf: 'latest' } as const;
    expect(figureText({ name: 'success.full', entry, ...asked }, year.context('nl'))).toBe(
      [
        'Alle bekende successen (success.full, versie 1)',
        'Midden-Nederland, 2021',
        'Nu bekend: 100 van 793 = 12,6 %',
        'Gepubliceerd: aantal ≥ 100, percentage ≥ 12,6 %',
        '',
      ].join('\n'),
    );
  });

  it('says by what it was asked and that it is assumed', () => {
    const text = figureText(
      {
        name: 'actions',
        entry: { version: 1, value: 3, assumed: true },
        query: { year: 2021, month: 2, municipality: null, type: null },
        region: null,
        asOf: { logged: 1200 },
      },
      year.context('en'),
    );
    expect(text).toContain('Netherlands, Not attributed, Type not recorded, February 2021');
    expect(text).toContain('Logged up to position 1,200: 3*');
    expect(text).toContain('* assumed');
  });
});

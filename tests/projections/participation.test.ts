import { domainRegistry, type Region } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import {
  type AsOf,
  definitionOf,
  Figures,
  type FigureValue,
  type Participation,
  participation,
  ReadModels,
} from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../support/log.js';
import { readAll, yearsOf } from '../support/read.js';
import { runs, size } from '../support/runs.js';
import { inhabitants, participants } from '../support/said.js';

const figure = (
  models: ReadModels,
  name: string,
  asOf: AsOf,
  row: { region: string; municipality: string },
) => {
  const definition = definitionOf(name);
  const region = models.ledger.regions().find((one) => one === row.region);
  const municipality = [...models.municipalities].find((one) => one === row.municipality);
  if (definition === undefined || region === undefined || municipality === undefined)
    throw new Error(`No figure ${name} of ${row.municipality}.`);
  return (year: number) => new Figures(models, asOf, region).value(definition, { year, municipality });
};

const figureOf =
  (models: ReadModels, year: number, asOf: AsOf, region: Region | undefined) =>
  (name: string): FigureValue => {
    const definition = definitionOf(name);
    if (definition === undefined) throw new Error(`There is no figure ${name}.`);
    return new Figures(models, asOf, region).value(definition, { year });
  };

/** What municipalities come to: those that state both numbers, or where none does the participants alone. */
const addedUp = (
  rows: ReadonlyArray<Participation>,
  level: 'smsVoice' | 'mail',
  share: 'smsVoiceShare' | 'mailShare',
): { readonly numerator: number | null; readonly denominator: number | null } => {
  const counted = rows.filter((row) => row[level] !== null);
  const withBoth = counted.filter((row) => row[share] !== null);
  const sum = (of: (row: Participation) => number, some: ReadonlyArray<Participation>): number | null =>
    some.length === 0 ? null : some.reduce((all, row) => all + of(row), 0);
  return {
    numerator: sum((row) => row[level]?.count ?? 0, withBoth.length > 0 ? withBoth : counted),
    denominator: sum((row) => row[share]?.inhabitants.count ?? 0, withBoth),
  };
};

describe('participation', () => {
  it('states of each municipality what the figures state of it, as known at any position', () => {
    fc.assert(
      fc.property(histories({ size }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored);
        for (const asOf of ['latest', { logged: pick % (stored.length + 1) }] as const)
          for (const year of yearsOf(models))
            for (const row of participation(models, year, asOf)) {
              for (const [name, level, share] of [
                ['participants.sms-voice', row.smsVoice, row.smsVoiceShare],
                ['participants.mail', row.mail, row.mailShare],
              ] as const) {
                const value = figure(models, name, asOf, row)(year);
                expect(value).toMatchObject({
                  numerator: level?.count ?? null,
                  denominator: share?.inhabitants.count ?? null,
                  percentage: share?.percentage ?? null,
                });
                if (level !== null && share !== null)
                  expect(share.inhabitants.referenceDate <= level.referenceDate).toBe(true);
              }
              expect(figure(models, 'app.downloads', asOf, row)(year)).toMatchObject({
                value: row.downloads,
              });
            }
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('adds up over municipalities to the figures of the region and of the country', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored);
        for (const asOf of ['latest', { logged: pick % (stored.length + 1) }] as const)
          for (const year of yearsOf(models))
            for (const region of [undefined, ...models.ledger.regions()]) {
              const rows = participation(models, year, asOf, region);
              const value = figureOf(models, year, asOf, region);
              expect(value('participants.sms-voice')).toMatchObject(
                addedUp(rows, 'smsVoice', 'smsVoiceShare'),
              );
              expect(value('participants.mail')).toMatchObject(addedUp(rows, 'mail', 'mailShare'));
              const counted = rows.flatMap(({ downloads }) => (downloads === null ? [] : [downloads]));
              expect(value('app.downloads')).toMatchObject({
                value: counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0),
              });
              const officers = rows.flatMap(({ safetyOfficers }) => safetyOfficers ?? []);
              expect(value('safety-officers.municipalities')).toMatchObject({
                value: officers.length === 0 ? null : officers.filter(({ count }) => count > 0).length,
              });
            }
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('is, event by event, what a whole replay gives, and as known then what was known then', () => {
    const { decode } = domainRegistry();
    fc.assert(
      fc.property(histories({ size: Math.min(size, 25) }), ({ stored }) => {
        const whole = readAll(stored);
        const models = new ReadModels();
        stored.forEach((event, at) => {
          models.handle(decode(event));
          for (const year of yearsOf(models))
            expect(participation(models, year, 'latest')).toEqual(
              participation(whole, year, { logged: at + 1 }),
            );
        });
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('names the reference date of each count, the latest of the year, and that of the inhabitants in a share', () => {
    const models = readAll(
      log(
        inhabitants('GM0034', '2021-01-01', 1_000),
        participants('GM0034', '2021-01-01', 100),
        participants('GM0034', '2021-07-01', 125),
        inhabitants('GM0034', '2021-12-01', 1_100),
      ),
    );
    expect(participation(models, 2021, 'latest', 'midden-nederland')).toEqual([
      {
        region: 'midden-nederland',
        municipality: 'GM0034',
        smsVoice: null,
        mail: { count: 125, referenceDate: '2021-07-01' },
        inhabitants: { count: 1_100, referenceDate: '2021-12-01' },
        safetyOfficers: null,
        smsVoiceShare: null,
        mailShare: { percentage: '12.5', inhabitants: { count: 1_000, referenceDate: '2021-01-01' } },
        downloads: null,
      },
    ]);
  });
});

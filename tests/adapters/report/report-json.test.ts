import { figureJson, reportJson } from '@burgernet/adapters';
import { definitionOf, Figures } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { utc } from '../../support/log.js';
import { theYear2021 } from './the-year-2021.js';

const year = await theYear2021();
const json = reportJson(year.report(), year.context('nl'));
const yearEnd = { registered: utc('2021-12-31T22:59:59.999') };

describe('the report as JSON', () => {
  it('has the parts that were agreed, and no others', () => {
    expect(Object.keys(json)).toEqual([
      'year',
      'region',
      'asOf',
      'position',
      'figures',
      'byMunicipality',
      'byType',
      'byMonth',
      'discrepancies',
      'quarantined',
      'provenance',
    ]);
    for (const row of json.byMunicipality)
      expect(Object.keys(row)).toEqual(['code', 'name', 'figures', 'months']);
    for (const row of json.byType) expect(Object.keys(row)).toEqual(['type', 'name', 'figures']);
    for (const row of json.byMonth) expect(Object.keys(row)).toEqual(['month', 'figures']);
  });

  it('gives both success percentages, and both as they were at the year end', () => {
    const then = reportJson(year.report(yearEnd), year.context('nl'));
    expect(json.figures['success.portal']).toMatchObject({
      numerator: 61,
      denominator: 793,
      percentage: '7.7',
    });
    expect(json.figures['success.full']).toMatchObject({
      numerator: 100,
      denominator: 793,
      percentage: '12.6',
    });
    for (const name of ['success.portal', 'success.full'])
      expect(then.figures[name]).toMatchObject({ numerator: 61, denominator: 793, percentage: '7.7' });
    expect(then.asOf).toEqual(yearEnd);
  });

  it('names municipalities officially, types in the language, and the bucket without a code', () => {
    expect(json.byMunicipality.find(({ code }) => code === 'GM0034')?.name).toBe('Almere');
    expect(json.byMunicipality.at(-1)).toMatchObject({ code: null, name: 'Niet toegewezen' });
    expect(json.byType[0]).toMatchObject({ type: 'missing-person', name: 'Vermist persoon' });
    const english = reportJson(year.report(), year.context('en'));
    expect(english.byType[0]?.name).toBe('Missing person');
    expect(english.byMunicipality.at(-1)?.name).toBe('Not attributed');
  });

  it('says what does not add up, in five facts each', () => {
    expect(json.discrepancies).toContainEqual({
      figure: 'actions',
      by: 'municipality',
      rows: 788,
      published: 793,
      difference: 5,
    });
    expect(json.discrepancies).toHaveLength(8);
  });

  it('says once that it is a reconstruction, and of what', () => {
    expect(json.provenance.match(/reconstructie/g)).toHaveLength(1);
    expect(json.provenance).toContain('Burgernet Midden-Nederland 2021');
  });

  it('says of what is assumed how JSON marks it', () => {
    for (const lang of ['nl', 'en'] as const) {
      const { provenance } = reportJson(year.report(), year.context(lang));
      expect(provenance).toContain('"assumed": true');
      expect(provenance).not.toContain('*');
    }
  });

  it('survives being written and read', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe('a figure as JSON', () => {
  it('is the entry of the report with its name, its key and as known when', () => {
    const definition = definitionOf('success.portal');
    if (definition === undefined) throw new Error('There is no success.portal.');
    const entry = new Figures(year.models, 'latest', 'midden-nederland').entry(definition, { year: 2021 });
    const answer = figureJson({
      name: 'success.portal',
      entry,
      query: { year: 2021 },
      region: 'midden-nederland',
      asOf: 'latest',
    });
    expect(answer).toEqual({
      name: 'success.portal',
      key: { year: 2021, region: 'midden-nederland' },
      asOf: 'latest',
      ...json.figures['success.portal'],
    });
  });

  it('says by what it was asked: month, municipality and type', () => {
    const { key } = figureJson({
      name: 'actions',
      entry: { version: 1, value: 0 },
      query: { year: 2021, month: 3, municipality: null, type: 'robbery' },
      region: null,
      asOf: { logged: 7 },
    });
    expect(key).toEqual({
      year: 2021,
      region: null,
      month: '2021-03',
      municipality: null,
      type: 'robbery',
    });
  });
});

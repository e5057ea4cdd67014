import { histories } from '@burgernet/domain/testing';
import { annualReport, compareYears, type FigureEntry, factorOf } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../support/log.js';
import { readAll, yearsOf } from '../support/read.js';
import { runs, size } from '../support/runs.js';
import { marked, reach, start } from '../support/said.js';

describe('two years beside each other', () => {
  it('differ by what each figure came to, and state nothing where one of the two does not', () => {
    fc.assert(
      fc.property(histories({ size }), fc.nat(), fc.nat(), ({ stored }, one, other) => {
        const models = readAll(stored);
        const years = [...yearsOf(models), 1999];
        const [year = 1999, earlier = 1999] = [years[one % years.length], years[other % years.length]];
        const [report, beside] = [year, earlier].map((of) => annualReport(models, of, 'latest', undefined));
        if (report === undefined || beside === undefined) throw new Error('There are two reports.');
        for (const { name, method, from, to, change, factor, assumed, incomplete } of compareYears(
          report,
          beside,
        )) {
          const entries = [beside, report].map(({ figures }) => figures[name]);
          const amounts = entries.map((entry) =>
            method === undefined
              ? (entry?.value ?? entry?.numerator)
              : entry?.byMethod?.find((one) => one.method === method)?.value,
          );
          expect(assumed === true).toBe(entries.some((entry) => entry?.assumed === true));
          expect(incomplete === true).toBe(entries.some((entry) => entry?.incomplete === true));
          expect([from, to]).toEqual(amounts.map((amount) => amount ?? null));
          expect(change).toBe(from === null || to === null ? null : to - from);
          expect(factor === null).toBe(from === null || to === null || from === 0);
        }
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('says by how much a figure was multiplied, rounded half up', () => {
    expect([factorOf(100, 61), factorOf(1, 200), factorOf(0, 5), factorOf(5, 0)]).toEqual([
      '1.64',
      '0.01',
      '0.00',
      null,
    ]);
  });

  it('have a row for each way in which a figure was counted', () => {
    const models = readAll(log(start(1), start(2), reach(1, 100, 'sms'), reach(2, 50, 'app')));
    const rows = compareYears(
      annualReport(models, 2021, 'latest', undefined),
      annualReport(models, 2020, 'latest', undefined),
    ).filter(({ method }) => method !== undefined);
    expect(rows.map(({ method, to }) => [method, to])).toEqual(
      expect.arrayContaining([
        ['sms', 100],
        ['app', 50],
      ]),
    );
  });

  it('keep what a year came to that was counted in one way, beside one that was counted in several', () => {
    const several = annualReport(
      readAll(log(start(1), reach(1, 100, 'sms'), start(2), reach(2, 50, 'app'))),
      2021,
      'latest',
      undefined,
    );
    const single = annualReport(readAll(log(start(1), reach(1, 70, 'sms'))), 2021, 'latest', undefined);
    const amounts = (...[report, beside]: Parameters<typeof compareYears>) =>
      compareYears(report, beside)
        .filter(({ name }) => name === 'reach.app')
        .map(({ method, from, to, change }) => [method, from, to, change]);
    expect(amounts(several, single)).toEqual([
      [undefined, 70, null, null],
      ['app', null, 50, null],
      ['sms', null, 100, null],
    ]);
    expect(amounts(single, several)).toEqual([
      [undefined, null, 70, null],
      ['app', 50, null, null],
      ['sms', 100, null, null],
    ]);
  });

  it('say which of the two is assumed or incomplete', () => {
    const report = annualReport(readAll(log(start(1))), 2021, 'latest', undefined);
    const plain = { version: 1, value: 3 };
    const marksOf = (to: FigureEntry, from: FigureEntry) => {
      const [row] = compareYears(
        { ...report, figures: { actions: to } },
        { ...report, figures: { actions: from } },
      );
      return [row?.fromAssumed, row?.fromIncomplete, row?.toAssumed, row?.toIncomplete];
    };
    const none = undefined;
    expect(marksOf(plain, plain)).toEqual([none, none, none, none]);
    expect(marksOf({ ...plain, assumed: true }, plain)).toEqual([none, none, true, none]);
    expect(marksOf(plain, { ...plain, assumed: true, incomplete: true })).toEqual([true, true, none, none]);
    expect(marksOf({ ...plain, incomplete: true }, plain)).toEqual([none, none, none, true]);
  });

  it('is told of the demo question: the year of a find beside the year before it', () => {
    const models = readAll(log(start(1), start(2), marked(1, '2021-05-14T18:30')));
    const [full] = compareYears(
      annualReport(models, 2021, 'latest', undefined),
      annualReport(models, 2020, 'latest', undefined),
    ).filter(({ name }) => name === 'success.full');
    expect(full).toMatchObject({ from: 0, to: 1, change: 1, factor: null, toPercentage: '50.0' });
  });
});

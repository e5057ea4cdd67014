import { type RestateTelling, restatedText } from '@burgernet/adapters';
import { histories } from '@burgernet/domain/testing';
import {
  type AsOf,
  currentDefinitions,
  Figures,
  type FigureValue,
  pairOf,
  restate,
} from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const telling = (from: AsOf, lang: 'en' | 'nl', most: number): RestateTelling => ({
  from,
  to: 'latest',
  most,
  stories: new Map(),
  naming: { called: (id) => id.slice(0, 8), isRegionShown: true },
  context: { lang, municipalityName: (code) => code },
});

/** A row of the table: whether it stands under a cause, and the numbers at its end. */
interface Row {
  readonly isPart: boolean;
  readonly numbers: ReadonlyArray<number>;
}

const numberOf = (text: string): number =>
  text === '–' ? 0 : Number(text.replaceAll(/[+.,]/g, '').replace('−', '-'));

const rowOf = (line: string, columns: number): ReadonlyArray<Row> =>
  line.length === 80
    ? [
        {
          isPart: line.startsWith('  '),
          numbers: line.split(/ {2,}/).slice(-columns).map(numberOf),
        },
      ]
    : [];

/** The rows between the rules of the table: what was, the causes with their events, what is. */
const blocksOf = (table: string, columns: number): ReadonlyArray<ReadonlyArray<Row>> =>
  table.split(/\n─+\n/).map((block) => block.split('\n').flatMap((line) => rowOf(line, columns)));

const total = (rows: ReadonlyArray<Row>): ReadonlyArray<number> =>
  (rows[0]?.numbers ?? []).map((_, at) => rows.reduce((sum, { numbers }) => sum + (numbers[at] ?? 0), 0));

const numbersOf = (value: FigureValue): ReadonlyArray<number> => {
  const { numerator, denominator } = pairOf(value);
  return value.kind === 'ratio' ? [numerator, denominator] : [numerator];
};

/** The lines of the table, behind the sentence above it and the headers of its columns. */
const tableOf = (text: string): string => {
  const lines = text.split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('    ')) + 1).join('\n');
};

describe('a restatement as a table', () => {
  it('adds up in the table: what was and the causes to what is, and the events to their causes', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), fc.nat(3), ({ stored }, pick, most) => {
        const models = readAll(stored);
        const from: AsOf = { logged: pick % (stored.length + 1) };
        for (const year of yearsOf(models))
          for (const definition of currentDefinitions) {
            const [was, is] = [new Figures(models, from), new Figures(models, 'latest')];
            const restatement = restate(definition, was.slice, is.slice, { year });
            if (restatement.changes.length === 0) continue;
            const entries = { from: was.entry(definition, { year }), to: is.entry(definition, { year }) };
            const restated = { definition, restatement, ...entries };
            const text = restatedText(restated, telling(from, 'nl', most));
            expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
            const columns = numbersOf(restatement.to).length;
            const [before = [], rows = [], after = []] = blocksOf(tableOf(text), columns);
            const causes = rows.filter(({ isPart }) => !isPart);
            expect(total(before)).toEqual(numbersOf(restatement.from));
            expect(total([...before, ...causes])).toEqual(total(after));
            expect(total(after)).toEqual(numbersOf(restatement.to));
            expect(total(rows.filter(({ isPart }) => isPart))).toEqual(total(causes));
          }
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });
});

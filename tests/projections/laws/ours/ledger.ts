import { type AsOf, isKnownBy, measures, type Posting, type ReadModels } from '@burgernet/projections';
import type { AmountChange, Amounts, Subject } from '@burgernet/projections/testing';
import { type Read, read } from './models.js';

type Cell = Pick<Posting, 'region' | 'year' | 'month' | 'municipality' | 'type' | 'detail'>;

const nameOf = (measure: string, { region, year, month, municipality, type, detail }: Cell): string =>
  [measure, region, `${year}-${month}`, municipality, type, detail].join(', ');

/** What stands in every cell: its amount, and how often it was stated. */
const standing = ({ ledger }: ReadModels, asOf: AsOf): Amounts =>
  Object.fromEntries(
    measures.flatMap((measure) =>
      ledger.years(measure).flatMap((year) =>
        ledger.cells(measure, year, asOf).flatMap((cell) => [
          [nameOf(measure, cell), cell.amount],
          [`${nameOf(measure, cell)}, stated`, cell.presence],
        ]),
      ),
    ),
  );

const postings = ({ ledger }: ReadModels): ReadonlyArray<Posting> =>
  measures.flatMap((measure) => ledger.years(measure).flatMap((year) => [...ledger.postings(measure, year)]));

const changesOf = (some: ReadonlyArray<Posting>): ReadonlyArray<AmountChange> =>
  some.flatMap((posting) => [
    { name: nameOf(posting.measure, posting), amount: posting.amount, position: posting.position },
    {
      name: `${nameOf(posting.measure, posting)}, stated`,
      amount: posting.presence,
      position: posting.position,
    },
  ]);

/** Cells of 0 say nothing: an amount that came and went leaves one behind. */
const stated = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));

/** The ledger, posting by posting. */
export const ledger = {
  ...read,
  name: 'ledger',
  answer: ({ models }) => ({
    standing: stated(standing(models, 'latest')),
    postings: models.ledger.length,
  }),
  answerAsOf: ({ models }, asOf) => stated(standing(models, asOf)),
  amountsAsOf: ({ models }, asOf) => standing(models, asOf),
  changes: ({ models }) => changesOf(postings(models)),
  restate: ({ models }, from, to) =>
    changesOf(
      postings(models).filter(
        ({ position, recordedAt }) =>
          isKnownBy(to, position, recordedAt) && !isKnownBy(from, position, recordedAt),
      ),
    ),
} satisfies Subject<Read>;

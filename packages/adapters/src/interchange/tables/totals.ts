import type { SenderKind } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { numeratorsOf } from './percentage.js';
import { type Cell, fileOf, type HeadlineRow, type PublishedYear } from './published-year.js';
import { mistake, type TablesError } from './tables-error.js';

/** A number of the front page to make a history of; `null` is not stated, and makes none. */
export type Total = number | null;

/** The numbers of the front page that a history is made of. */
export interface Totals {
  readonly actions: Total;
  readonly withResponse: Total;
  readonly calls: Total;
  readonly appResponses: Total;
  readonly reach: Total;
  readonly shares: Total;
  readonly portal: Total;
  readonly full: Total;
  readonly inquiries: Total;
  readonly teams: ReadonlyArray<{ readonly kind: SenderKind; readonly count: number }>;
  readonly relevant: Total;
  readonly toTheCase: Total;
  readonly prevention: Total;
  readonly preventionMunicipalities: Total;
  readonly safetyOfficers: Total;
}

/** What a cell adds to a sum. */
export const amount = (cell: Cell): number => (cell === null ? 0 : Number(cell));

const file = fileOf('headline');
const counts = ['value', 'numerator'];

/**
 * A row that a history can be made of: exact, or a lower bound, of which the bound itself is taken. Of a
 * rounded number nobody knows which it was.
 */
const isUsable = ({ kind }: HeadlineRow): boolean => kind === 'exact' || kind === 'at-least';

/**
 * Reads the totals off the front page. Where a ratio is printed as a percentage alone, its numerator is
 * the one whole number that rounds to it; where there are more or none, the tables are refused.
 */
export const totalsOf = (tables: PublishedYear): E.Either<TablesError, Totals> => {
  const rows = tables.headline.filter(isUsable);
  const stated = (figure: string): Total => {
    const row = rows.find(
      (one) => one.figure === figure && one.senderKind === null && counts.includes(one.part),
    );
    return row === undefined ? null : amount(row.value);
  };
  const ratio = (figure: string, of: Total): E.Either<TablesError, Total> => {
    const count = stated(figure);
    const row = rows.find((one) => one.figure === figure && one.part === 'percentage');
    const percentage = row?.value ?? null;
    if (count !== null || row === undefined || percentage === null || of === null) return E.right(count);
    const { first, candidates } = numeratorsOf(percentage, of);
    return candidates === 1
      ? E.right(first)
      : E.left(mistake('NotOneNumber', { file, line: row.line, figure, percentage, of, candidates }));
  };
  const [actions, inquiries] = [stated('actions'), stated('inquiries')];
  return pipe(
    E.Do,
    E.bind('portal', () => ratio('success.portal', actions)),
    E.bind('full', () => ratio('success.full', actions)),
    E.bind('relevant', () => ratio('inquiries.relevant', inquiries)),
    E.bind('toTheCase', () => ratio('inquiries.to-the-case', inquiries)),
    E.bind('withResponse', () => ratio('actions.with-response', actions)),
    E.map((ratios) => ({
      ...ratios,
      actions,
      inquiries,
      calls: stated('responses.0800-0011'),
      appResponses: stated('responses.app'),
      reach: stated('reach.app'),
      shares: stated('shares'),
      teams: (['BT', 'DR'] as const).map((kind) => ({
        kind,
        count: rows
          .filter((row) => row.figure === 'inquiries.teams' && row.senderKind === kind)
          .reduce((sum, { value }) => sum + amount(value), 0),
      })),
      prevention: stated('prevention'),
      preventionMunicipalities: stated('prevention.municipalities'),
      safetyOfficers: stated('safety-officers.municipalities'),
    })),
  );
};

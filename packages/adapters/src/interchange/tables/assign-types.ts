import { type ActionType, type Instant, periodOf } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { seasons } from './assumptions.js';
import { byText, drawnOrder } from './identity.js';
import { fileOf, type TypeRow } from './published-year.js';
import { mistake, type TablesError } from './tables-error.js';
import { amount } from './totals.js';

interface Startable {
  readonly name: string;
  readonly startedAt: Instant;
}

const nameOf = ({ name }: Startable): string => name;

/**
 * Takes actions one by one, each from the month that is furthest behind its weight (the method of
 * Sainte-Laguë): one more taken changes none of those before it.
 *
 * @param weights of the months, January first
 */
const takeBySeason = (
  line: ReadonlyArray<Startable>,
  count: number,
  weights: ReadonlyArray<number>,
): ReadonlyArray<Startable> => {
  const months = weights.map((weight, index) => ({
    weight,
    waiting: line.filter(({ startedAt }) => periodOf(startedAt).month === index + 1),
    taken: 0,
  }));
  for (let left = count; left > 0; left--) {
    const open = months.filter(({ waiting, taken }) => taken < waiting.length);
    const next = open.reduce<(typeof open)[number] | undefined>(
      (best, month) =>
        best === undefined || month.weight * (2 * best.taken + 1) > best.weight * (2 * month.taken + 1)
          ? month
          : best,
      undefined,
    );
    if (next !== undefined) next.taken += 1;
  }
  return months.flatMap(({ waiting, taken }) => waiting.slice(0, taken));
};

/**
 * Gives as many actions a type as its row says; what is left over has none. Types with a season choose
 * first, by the month of the action; the others stand in one drawn line of actions as blocks, one after
 * the other, so that a changed count moves at most one action at each border.
 *
 * @returns the type by the name of its action
 */
export const assignTypes = (
  actions: ReadonlyArray<Startable>,
  rows: ReadonlyArray<TypeRow>,
): E.Either<TablesError, ReadonlyMap<string, ActionType>> => {
  const typed = rows.reduce((sum, row) => sum + amount(row.actions), 0);
  if (typed > actions.length)
    return E.left(
      mistake('MoreTypedThanActions', { file: fileOf('action-types'), typed, actions: actions.length }),
    );
  const types = new Map<string, ActionType>();
  const inOrder = [...rows].sort((a, b) => byText(a.type, b.type));
  let line = drawnOrder(actions, nameOf, 'type');
  const take = (type: ActionType, taken: ReadonlyArray<Startable>): void => {
    for (const { name } of taken) types.set(name, type);
    line = line.filter(({ name }) => !types.has(name));
  };
  for (const { type, actions: count } of inOrder) {
    const weights = seasons.get(type);
    if (weights !== undefined) take(type, takeBySeason(line, amount(count), weights));
  }
  for (const { type, actions: count } of inOrder)
    if (!seasons.has(type)) take(type, line.slice(0, amount(count)));
  return E.right(types);
};

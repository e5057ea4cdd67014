import type { Region } from '@burgernet/domain';
import { uuidsIn } from '../../commands/named-uuid.js';
import type { Table } from './published-year.js';

/** The id of a name in a reconstruction. The namespace is for ever: another one is another history. */
export const idOf = uuidsIn('616e5e4e-6b6a-4858-821b-ef7787683b73');

/**
 * Names a thing of a reconstruction by where it stands in the tables: region, year, table, row, and the
 * ordinal within the row. No name depends on another row, nor on the order of the rows.
 */
export type Naming = (table: Table, ...path: ReadonlyArray<string | number>) => string;

/** The names of one region and year. */
export const namingOf =
  (region: Region, year: number): Naming =>
  (table, ...path) =>
    [region, year, table, ...path].join('/');

/** A draw from `[0, bound)` that depends on the name alone. */
export const drawOf = (name: string, bound: number): number =>
  Math.floor((Number.parseInt(idOf(`${name}?draw`).slice(0, 8), 16) * bound) / 0x1_0000_0000);

/** Orders by code unit: the same in every language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Shuffles by draws: each thing has a place of its own, so one more or one less moves no other past its
 * neighbours, and the order in which they were given does not matter.
 *
 * @param purpose what the order is for; another purpose gives another order
 */
export const drawnOrder = <A>(
  things: ReadonlyArray<A>,
  nameOf: (thing: A) => string,
  purpose: string,
): ReadonlyArray<A> =>
  things
    .map((thing) => {
      const name = nameOf(thing);
      return { thing, name, place: drawOf(`${name}?${purpose}`, 0x1_0000_0000) };
    })
    .sort((a, b) => a.place - b.place || byText(a.name, b.name))
    .map(({ thing }) => thing);

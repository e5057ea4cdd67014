import type { OutcomeUnknown, StoreUnavailable } from '@burgernet/adapters';
import { both } from '@burgernet/domain';
import * as fc from 'fast-check';

/** What may go wrong between a process and its store when it appends. */
export const appendTroubles = [
  'none',
  /** the store cannot be reached, and says so */
  'unreachable',
  /** what was sent is lost; nobody knows */
  'request lost',
  /** it was written, and the answer is lost */
  'answer lost',
  /** it is taken for lost, and is written later */
  'written late',
  /** it is answered much later */
  'answered late',
  /** the answer is lost and the client repeats the batch by itself */
  'repeated',
  /** another writer comes first */
  'outrun',
  /** the store fails half way through several batches */
  'broken off',
] as const;
export type AppendTrouble = (typeof appendTroubles)[number];

/** What may go wrong when a page is on its way to a reader. */
export const pageTroubles = [
  'none',
  /** the connection is lost before the page is there */
  'lost before',
  /** the connection is lost when the page is there and may not have been handled yet */
  'lost behind',
  /** it comes twice */
  'twice',
  /** the page before comes once more before it */
  'again',
] as const;
export type PageTrouble = (typeof pageTroubles)[number];

/** What goes wrong for one process, in order; after that nothing does. */
export interface Troubles {
  readonly appends: ReadonlyArray<AppendTrouble>;
  /** whether the store cannot be reached */
  readonly reads: ReadonlyArray<boolean>;
  readonly pages: ReadonlyArray<PageTrouble>;
}

/** Trouble in half of the cases; what fails shrinks to less of it. */
const some = <A>(what: ReadonlyArray<A>, most: number): fc.Arbitrary<ReadonlyArray<A>> => {
  const [none, ...all] = what;
  if (none === undefined) throw new Error('There is no trouble to choose from.');
  return fc.array(fc.constantFrom(...all.map(() => none), ...all), { maxLength: most, size: 'max' });
};

export const troubles: fc.Arbitrary<Troubles> = fc.record({
  appends: some(appendTroubles, 16),
  reads: fc.array(fc.constantFrom(false, false, false, true), { maxLength: 6 }),
  pages: some(pageTroubles, 24),
});

/** Takes what goes wrong next from a list. */
export const inTurn = <A>(list: ReadonlyArray<A>, otherwise: A): (() => A) => {
  let at = 0;
  return () => list[at++] ?? otherwise;
};

export const unreachable: StoreUnavailable = {
  tag: 'StoreUnavailable',
  text: both('The store cannot be reached.', 'De opslag is niet bereikbaar.'),
};

export const unknown = (stream: string): OutcomeUnknown => ({
  tag: 'OutcomeUnknown',
  stream,
  text: both('No answer came.', 'Er kwam geen antwoord.'),
});

import { type DomainEvent, type Instant, periodOf, type Recorded } from '@burgernet/domain';
import { type AsOf, isKnownBy } from '@burgernet/projections';
import type { AmountChange, Amounts, Subject } from '@burgernet/projections/testing';

/** A change with when it was recorded. */
export interface Posting extends AmountChange {
  readonly recordedAt: Instant;
}

/** What is known of actions, and every change of a number. */
export interface Successes {
  /** in which each action started */
  readonly years: Map<string, string>;
  /** the last revision seen of each stream */
  readonly revisions: Map<string, number>;
  readonly postings: Posting[];
}

/** What postings come to. */
export const added = (postings: ReadonlyArray<AmountChange>): Amounts => {
  const sums: Record<string, number> = {};
  for (const { name, amount } of postings) sums[name] = (sums[name] ?? 0) + amount;
  return sums;
};

/** What an event changes of the number of standing markings. */
const moved = ({ type }: DomainEvent): number =>
  type === 'SuccessMarked' ? 1 : type === 'SuccessWithdrawn' ? -1 : 0;

/** Whether an event is delivered for the first time; it is noted then. */
const isNew = ({ revisions }: Successes, { stream, revision }: Recorded<DomainEvent>): boolean => {
  if (revision <= (revisions.get(stream) ?? -1)) return false;
  revisions.set(stream, revision);
  return true;
};

/** Notes what an event says, whether it was delivered before or not. */
export const take = ({ years, postings }: Successes, recorded: Recorded<DomainEvent>): void => {
  const { event, stream, position, recordedAt } = recorded;
  if (event.type === 'ActionStarted') years.set(stream, String(periodOf(event.data.startedAt).year));
  const [name, amount] = [years.get(stream), moved(event)];
  if (name !== undefined && amount !== 0) postings.push({ name, amount, position, recordedAt });
};

const knownBy = ({ postings }: Successes, asOf: AsOf): ReadonlyArray<Posting> =>
  postings.filter(({ position, recordedAt }) => isKnownBy(asOf, position, recordedAt));

const handle = (state: Successes, recorded: Recorded<DomainEvent>): Successes => {
  if (isNew(state, recorded)) take(state, recorded);
  return state;
};

/**
 * Standing markings by the year in which their action started, as somebody might count them who keeps every
 * law: those in `wrong/` are this one with a mistake each.
 */
export const sound = {
  name: 'standing markings by year',
  initial: (): Successes => ({ years: new Map(), revisions: new Map(), postings: [] }),
  handle,
  answer: ({ postings }) => added(postings),
  handlePage: (state, page) => page.reduce(handle, state),
  restart: (state) => structuredClone(state),
  answerAsOf: (state, asOf) => added(knownBy(state, asOf)),
  partsOf: ([first]) =>
    first?.event.type === 'ActionStarted' ? [String(periodOf(first.event.data.startedAt).year)] : [],
  answerOf: ({ postings }, year) => added(postings)[year] ?? 0,
  amountsAsOf: (state, asOf) => added(knownBy(state, asOf)),
  changes: ({ postings }) => postings,
  restate: (state, from, to) =>
    knownBy(state, to).filter(({ position, recordedAt }) => !isKnownBy(from, position, recordedAt)),
} satisfies Required<Subject<Successes>>;

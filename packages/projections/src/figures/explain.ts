import type { Instant, Uuid } from '@burgernet/domain';
import { isKnownBy } from '../ledger/as-of.js';
import type { Tally } from '../ledger/ledger.js';
import type { Cause, Key, Measure, Posting } from '../ledger/posting.js';
import type { Definition, Selection } from './definition.js';
import { isAsked, type Query } from './query.js';
import type { Slice } from './slice.js';
import { detailsOf, type Group, standing } from './standing.js';

/** An event that a figure stands on, and what it adds to it. */
export interface StandingEvent {
  readonly eventId: Uuid;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly type: string;
  /** the latest moment of recording seen in the stream, up to this event */
  readonly recordedAt: Instant;
  /** 0 where what it took from one key it gave to another, or stated that nothing was counted */
  readonly amount: number;
  readonly cause: Cause;
}

/** The events of some that count together, such as one team; where they count once, each group counts 1. */
export interface StandingGroup {
  readonly group: string;
  readonly events: ReadonlyArray<StandingEvent>;
}

/**
 * What a figure stands on: every event with a posting under a key that the figure sums, in the order of
 * the log. The amounts of `events` add up to it; of `groups` each counts once; of `methods` each adds up
 * to a row of its own.
 */
export type Explanation =
  | {
      readonly kind: 'events';
      readonly numerator: ReadonlyArray<StandingEvent>;
      /** empty where the figure is no ratio */
      readonly denominator: ReadonlyArray<StandingEvent>;
    }
  | { readonly kind: 'groups' | 'methods'; readonly groups: ReadonlyArray<StandingGroup> };

/** An explanation by what is read of each event. */
type ExplanationBy<A> =
  | {
      readonly kind: 'events';
      readonly numerator: ReadonlyArray<A>;
      readonly denominator: ReadonlyArray<A>;
    }
  | {
      readonly kind: 'groups' | 'methods';
      readonly groups: ReadonlyArray<{ readonly group: string; readonly events: ReadonlyArray<A> }>;
    };

/** The postings of one event, together. */
const eventOf = ({ eventType, ...posting }: Posting): StandingEvent => ({
  eventId: posting.eventId,
  stream: posting.stream,
  revision: posting.revision,
  position: posting.position,
  type: eventType,
  recordedAt: posting.recordedAt,
  amount: posting.amount,
  cause: posting.cause,
});

/** Adds the postings of the same event up; they come one after the other. */
const byEvent = (postings: Iterable<Posting>): ReadonlyArray<StandingEvent> => {
  const events: StandingEvent[] = [];
  for (const posting of postings) {
    const last = events.at(-1);
    if (last !== undefined && last.position === posting.position)
      events[events.length - 1] = { ...last, amount: last.amount + posting.amount };
    else events.push(eventOf(posting));
  }
  return events;
};

/** How what a figure stands on is read of a ledger. */
interface Reading<A> {
  /** what was known of a measure in a year under the keys that are counted, in the order of the log */
  readonly read: (
    slice: Slice,
    measure: Measure,
    year: number,
    isCounted: (key: Key) => boolean,
  ) => ReadonlyArray<A>;
  /** the same of a selection, which may have been read before */
  readonly select: (
    slice: Slice,
    selection: Selection,
    query: Query,
    read: () => ReadonlyArray<A>,
  ) => ReadonlyArray<A>;
  readonly position: (one: A) => number;
}

const isOurs =
  (region: Slice['region'], isCounted: (key: Key) => boolean) =>
  (key: Key): boolean =>
    (region === undefined || key.region === region) && isCounted(key);

function* knownPostings(
  { ledger, asOf, region }: Slice,
  measure: Measure,
  year: number,
  isCounted: (key: Key) => boolean,
): Generator<Posting> {
  for (const posting of ledger.postings(measure, year, isOurs(region, isCounted)))
    if (isKnownBy(asOf, posting.position, posting.recordedAt)) yield posting;
}

const events: Reading<StandingEvent> = {
  read: (...asked) => byEvent(knownPostings(...asked)),
  select: (_, __, ___, read) => read(),
  position: ({ position }) => position,
};

/** Positions; those of a selection that were read before are in `known`. */
const positions = (known: Map<string, ReadonlyArray<number>>): Reading<number> => ({
  read: ({ ledger, asOf, region }, measure, year, isCounted) =>
    Array.from(ledger.rows(measure, year, asOf, isOurs(region, isCounted)), (row) =>
      ledger.events.position(row),
    ),
  select: ({ asOf, region }, selection, query, read) => {
    const name = JSON.stringify([selection, query, region ?? null, asOf]);
    const there = known.get(name) ?? read();
    known.set(name, there);
    return there;
  },
  position: (position) => position,
});

const selected = <A>(
  { read, select }: Reading<A>,
  slice: Slice,
  selection: Selection,
  query: Query,
): ReadonlyArray<A> => {
  const isDetail = detailsOf(selection);
  const isCounted = (key: Key) => isAsked(key, query) && (isDetail === undefined || isDetail(key.detail));
  return select(slice, selection, query, () => read(slice, selection.measure, query.year, isCounted));
};

/** What stands under the keys of these tallies, year by year. */
const underTallies = <A>(
  { read, position }: Reading<A>,
  slice: Slice,
  measure: Measure,
  tallies: ReadonlyArray<Tally>,
  isCounted: (key: Key) => boolean,
): ReadonlyArray<A> => {
  const isOfPlaces = tallies.some(({ municipality }) => municipality !== undefined);
  const nameOf = ({ region, municipality, detail }: Key | Tally): string =>
    isOfPlaces ? `${region} ${municipality} ${detail}` : `${region} ${detail}`;
  return [...new Set(tallies.map(({ year }) => year))]
    .flatMap((year) => {
      const names = new Set(tallies.filter((tally) => tally.year === year).map(nameOf));
      return read(slice, measure, year, (key) => isCounted(key) && names.has(nameOf(key)));
    })
    .sort((a, b) => position(a) - position(b));
};

const standsOn = <A>(
  reading: Reading<A>,
  definition: Definition,
  slice: Slice,
  query: Query,
): ExplanationBy<A> => {
  const { measure } = definition.counts;
  if (definition.kind === 'summed')
    return {
      kind: 'events',
      numerator: selected(reading, slice, definition.counts, query),
      denominator: definition.of === undefined ? [] : selected(reading, slice, definition.of, query),
    };
  const stands = standing(definition, slice, query);
  const under = (tallies: ReadonlyArray<Tally> = []): ReadonlyArray<A> =>
    underTallies(reading, slice, measure, tallies, (key) => isAsked(key, query));
  const groups = (of: ReadonlyArray<Group> = []) =>
    of.map(({ name, tallies }) => ({ group: name, events: under(tallies) }));
  switch (stands.kind) {
    case 'sum':
      return { kind: 'events', numerator: under(stands.tallies), denominator: [] };
    case 'ratio':
      return {
        kind: 'events',
        numerator: under(stands.numerator),
        denominator:
          definition.kind === 'stock'
            ? underTallies(reading, slice, definition.of.measure, stands.denominator ?? [], () => true)
            : [],
      };
    case 'groups':
      return { kind: 'groups', groups: groups(stands.groups) };
    case 'by-method':
      return { kind: 'methods', groups: groups(stands.groups) };
  }
};

/**
 * The events that a figure stands on, numerator and denominator apart (figures: "What a posting
 * carries").
 *
 * @param definition see `definitions`
 * @param slice the region, and as known when
 * @param query the period and the part of it
 */
export const explain = (definition: Definition, slice: Slice, query: Query): Explanation =>
  standsOn(events, definition, slice, query);

/**
 * The positions of the events that {@link explain} gives, groups and methods together; some may come twice.
 *
 * @param known what was read before of the same ledger, which takes what is read now: many figures are divided
 *   by the same
 */
export const standingPositions = (
  definition: Definition,
  slice: Slice,
  query: Query,
  known = new Map<string, ReadonlyArray<number>>(),
): { readonly numerator: ReadonlyArray<number>; readonly denominator: ReadonlyArray<number> } => {
  const stands = standsOn(positions(known), definition, slice, query);
  return stands.kind === 'events'
    ? stands
    : { numerator: stands.groups.flatMap((group) => group.events), denominator: [] };
};

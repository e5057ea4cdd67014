import { isKnownBy } from '../ledger/as-of.js';
import { type Cause, causes, type Key, type Measure, type Posting } from '../ledger/posting.js';
import type { Definition } from './definition.js';
import { answerOf, evaluate, type FigureValue } from './evaluate.js';
import type { StandingEvent } from './explain.js';
import { MovingSums } from './moving-sums.js';
import { isAsked, type Query } from './query.js';
import type { Slice } from './slice.js';
import { detailsOf, type Group, standing } from './standing.js';

/** An event that moved a figure, and by how much; a figure without a ratio has no denominator to move. */
export interface MovingEvent extends Omit<StandingEvent, 'amount'> {
  readonly numerator: number;
  readonly denominator: number;
  /** of a count of groups: those that came, and those that went */
  readonly came?: ReadonlyArray<string>;
  readonly went?: ReadonlyArray<string>;
}

/** What one cause did to a figure. */
export interface Change {
  readonly cause: Cause;
  readonly numerator: number;
  readonly denominator: number;
  /** in the order in which they became known */
  readonly events: ReadonlyArray<MovingEvent>;
}

/** Why a figure as known at one moment differs from the same as known at another. */
export interface Restatement {
  readonly from: FigureValue;
  readonly to: FigureValue;
  /** whose numbers add up to the difference, exactly; what is not stated counts as 0 */
  readonly changes: ReadonlyArray<Change>;
}

/** The two whole numbers of a figure; 0 where there is none. */
interface Pair {
  readonly numerator: number;
  readonly denominator: number;
}

/** A figure as two whole numbers, which can be taken from each other; 0 where it states none. */
export const pairOf = (value: FigureValue): Pair => {
  switch (value.kind) {
    case 'value':
      return { numerator: value.value ?? 0, denominator: 0 };
    case 'ratio':
      return { numerator: value.numerator ?? 0, denominator: value.denominator ?? 0 };
    case 'by-method':
      return { numerator: value.rows.reduce((sum, row) => sum + row.value, 0), denominator: 0 };
  }
};

/** Which measure and year a figure reads, and which keys of it. */
interface Reads {
  readonly measure: Measure;
  readonly year: number;
  readonly isCounted: (key: Key) => boolean;
}

const readsOf = (definition: Definition, slice: Slice, query: Query): ReadonlyArray<Reads> => {
  const isOurs = (key: Key): boolean => slice.region === undefined || key.region === slice.region;
  const isDetail = detailsOf(definition.counts);
  const counts: Reads = {
    measure: definition.counts.measure,
    year: query.year,
    isCounted: (key) =>
      isOurs(key) && isAsked(key, query) && (isDetail === undefined || isDetail(key.detail)),
  };
  switch (definition.kind) {
    case 'summed':
      return definition.of === undefined
        ? [counts]
        : [
            counts,
            {
              ...counts,
              measure: definition.of.measure,
              isCounted: (key) => isOurs(key) && isAsked(key, query),
            },
          ];
    case 'stock':
      return [
        counts,
        ...slice.ledger
          .years(definition.of.measure)
          .filter((year) => year <= query.year)
          .map((year): Reads => ({ measure: definition.of.measure, year, isCounted: isOurs })),
      ];
    default:
      return [counts];
  }
};

/** The postings of one event. */
type Together = readonly [Posting, ...ReadonlyArray<Posting>];

/** The postings between two moments, event by event, in the order in which they became known. */
const between = (reads: ReadonlyArray<Reads>, from: Slice, to: Slice): ReadonlyArray<Together> => {
  const events = new Map<number, [Posting, ...Posting[]]>();
  for (const { measure, year, isCounted } of reads)
    for (const posting of to.ledger.postings(measure, year, isCounted)) {
      const { position, recordedAt } = posting;
      if (!isKnownBy(to.asOf, position, recordedAt) || isKnownBy(from.asOf, position, recordedAt)) continue;
      const there = events.get(position);
      if (there === undefined) events.set(position, [posting]);
      else there.push(posting);
    }
  const isByMoment = [from.asOf, to.asOf].some((asOf) => asOf !== 'latest' && 'registered' in asOf);
  return [...events]
    .sort(([a, [one]], [b, [other]]) => {
      if (!isByMoment || one.recordedAt === other.recordedAt) return a - b;
      return one.recordedAt < other.recordedAt ? -1 : 1;
    })
    .map(([, postings]) => postings);
};

/** The groups of some that are not among others, by name. */
const without = (some: ReadonlyArray<Group>, others: ReadonlyArray<Group>): ReadonlyArray<string> =>
  some.filter(({ id }) => !others.some((other) => other.id === id)).map(({ name }) => name);

/** What each event moved of a figure that is no sum of postings: it is worked out before and after each. */
const moves = (
  definition: Definition & { readonly kind: 'stock' | 'groups' },
  sums: MovingSums,
  query: Query,
  events: ReadonlyArray<Together>,
): ReadonlyArray<MovingEvent> => {
  const look = () => {
    const stands = standing(definition, sums, query);
    const groups = stands.kind === 'groups' ? (stands.groups ?? []) : undefined;
    return { ...pairOf(answerOf(stands)), groups };
  };
  let before = look();
  return events.flatMap((postings): ReadonlyArray<MovingEvent> => {
    for (const posting of postings) sums.add(posting);
    const [first] = postings;
    const after = look();
    const moved = {
      eventId: first.eventId,
      stream: first.stream,
      revision: first.revision,
      position: first.position,
      type: first.eventType,
      recordedAt: first.recordedAt,
      cause: first.cause,
      numerator: after.numerator - before.numerator,
      denominator: after.denominator - before.denominator,
      ...(before.groups === undefined || after.groups === undefined
        ? {}
        : { came: without(after.groups, before.groups), went: without(before.groups, after.groups) }),
    };
    before = after;
    return moved.numerator !== 0 || moved.denominator !== 0 ? [moved] : [];
  });
};

/** The same for sums, for which the postings say it. */
const sumsMoved = ({ counts }: Definition, events: ReadonlyArray<Together>): ReadonlyArray<MovingEvent> =>
  events.flatMap((postings): ReadonlyArray<MovingEvent> => {
    const [first] = postings;
    const isCounted = ({ measure }: Posting): boolean => measure === counts.measure;
    const sum = (some: ReadonlyArray<Posting>) => some.reduce((all, { amount }) => all + amount, 0);
    const numerator = sum(postings.filter(isCounted));
    const denominator = sum(postings.filter((posting) => !isCounted(posting)));
    return numerator === 0 && denominator === 0
      ? []
      : [
          {
            eventId: first.eventId,
            stream: first.stream,
            revision: first.revision,
            position: first.position,
            type: first.eventType,
            recordedAt: first.recordedAt,
            cause: first.cause,
            numerator,
            denominator,
          },
        ];
  });

/**
 * Why a figure as known at one moment differs from the same as known at a later one: the postings
 * between the two, by cause and with their events (figures: "What a posting carries"). What it adds up to
 * is exactly the difference.
 *
 * @param from the region and the earlier moment
 * @param to the same region and the later moment, of the same kind or `latest`
 */
export const restate = (definition: Definition, from: Slice, to: Slice, query: Query): Restatement => {
  const events = between(readsOf(definition, to, query), from, to);
  const moved =
    definition.kind === 'summed' || definition.kind === 'counted'
      ? sumsMoved(definition, events)
      : moves(definition, new MovingSums(from), query, events);
  return {
    from: evaluate(definition, from, query),
    to: evaluate(definition, to, query),
    changes: causes.flatMap((cause): ReadonlyArray<Change> => {
      const of = moved.filter((event) => event.cause === cause);
      return of.length === 0
        ? []
        : [
            {
              cause,
              numerator: of.reduce((sum, { numerator }) => sum + numerator, 0),
              denominator: of.reduce((sum, { denominator }) => sum + denominator, 0),
              events: of,
            },
          ];
    }),
  };
};

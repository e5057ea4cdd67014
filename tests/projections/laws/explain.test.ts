import {
  fromEpoch,
  type Instant,
  Instant as InstantCodec,
  type StoredEvent,
  toEpoch,
} from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import {
  type AsOf,
  currentDefinitions,
  type Definition,
  type Explanation,
  evaluate,
  explain,
  type FigureValue,
  movedSince,
  pairOf,
  type Query,
  type ReadModels,
  restate,
  Slice,
  type StandingEvent,
  standingPositions,
} from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questions, readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const momentOf = (event: StoredEvent | undefined): Instant =>
  event !== undefined && InstantCodec.is(event.recordedAt) ? event.recordedAt : fromEpoch(0);

/** At, just before or just after a moment at which something was recorded. */
const near = (stored: ReadonlyArray<StoredEvent>, pick: number): Instant =>
  fromEpoch(toEpoch(momentOf(stored[Math.floor(pick / 3) % Math.max(1, stored.length)])) + (pick % 3) - 1);

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0);
const amounts = (events: ReadonlyArray<{ readonly amount: number }>): number =>
  sum(events.map(({ amount }) => amount));

/** Some of all that can be asked: every figure of one year, to two questions, of the country or a region. */
const someQuestions = (
  models: ReadModels,
  pick: number,
): ReadonlyArray<readonly [Definition, Query, Slice['region']]> => {
  const regions = [undefined, ...models.ledger.regions()];
  const years = yearsOf(models);
  const year = years[pick % Math.max(1, years.length)];
  if (year === undefined) return [];
  const all = questions(models, year);
  return [{ year }, all[(pick * 7 + 3) % all.length] ?? { year }].flatMap((query, number) =>
    currentDefinitions.map(
      (definition) => [definition, query, regions[(pick + number) % regions.length]] as const,
    ),
  );
};

/** Fails unless these are the positions of the events of an explanation, groups and methods together. */
const expectAtPositions = (explained: Explanation, found: ReturnType<typeof standingPositions>): void => {
  const of = (events: ReadonlyArray<StandingEvent>) => events.map(({ position }) => position);
  expect(found).toMatchObject(
    explained.kind === 'events'
      ? { numerator: of(explained.numerator), denominator: of(explained.denominator) }
      : { numerator: explained.groups.flatMap(({ events }) => of(events)), denominator: [] },
  );
};

const expectExplained = (definition: Definition, slice: Slice, query: Query): void => {
  const value: FigureValue = evaluate(definition, slice, query);
  const explained = explain(definition, slice, query);
  switch (explained.kind) {
    case 'events': {
      const { numerator, denominator } = pairOf(value);
      expect(amounts(explained.numerator)).toBe(numerator);
      expect(amounts(explained.denominator)).toBe(denominator);
      break;
    }
    case 'groups':
      expect(explained.groups.length).toBe(pairOf(value).numerator);
      for (const { events } of explained.groups) expect(amounts(events)).toBeGreaterThan(0);
      break;
    case 'methods':
      expect(
        explained.groups.map(({ group, events }) => ({ method: group, value: amounts(events) })),
      ).toEqual(value.kind === 'by-method' ? value.rows : []);
      break;
  }
};

describe('what a figure stands on', () => {
  it('adds up to it, as known on any date and at any position', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored);
        const moments: ReadonlyArray<AsOf> = [
          'latest',
          { registered: near(stored, pick) },
          { logged: pick % (stored.length + 1) },
        ];
        for (const [definition, query, region] of someQuestions(models, pick))
          for (const asOf of moments)
            expectExplained(definition, new Slice(models.ledger, asOf, region), query);
      }),
      { numRuns: runs },
    );
  });

  it('is only what was known, in the order of the log, each event once a list', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored);
        const registered = near(stored, pick);
        const known = new Map<string, ReadonlyArray<number>>();
        for (const [definition, query, region] of someQuestions(models, pick)) {
          const slice = new Slice(models.ledger, { registered }, region);
          const explained = explain(definition, slice, query);
          const lists =
            explained.kind === 'events'
              ? [explained.numerator, explained.denominator]
              : explained.groups.map(({ events }) => events);
          expectAtPositions(explained, standingPositions(definition, slice, query, known));
          for (const events of lists) {
            const positions = events.map(({ position }) => position);
            expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
            for (const event of events) {
              expect(event.recordedAt <= registered).toBe(true);
              const there = stored[event.position - 1];
              expect([there?.eventId, there?.stream, there?.revision, there?.type]).toEqual([
                event.eventId,
                event.stream,
                event.revision,
                event.type,
              ]);
            }
          }
        }
      }),
      { numRuns: runs },
    );
  });
});

const expectRestated = (
  definition: Definition,
  query: Query,
  from: Slice,
  to: Slice,
  isBetween: (event: { readonly position: number; readonly recordedAt: Instant }) => boolean,
): void => {
  const restated = restate(definition, from, to, query);
  const [was, is] = [pairOf(restated.from), pairOf(restated.to)];
  expect(restated.from).toEqual(evaluate(definition, from, query));
  expect(restated.to).toEqual(evaluate(definition, to, query));
  for (const part of ['numerator', 'denominator'] as const) {
    expect(sum(restated.changes.map((change) => change[part]))).toBe(is[part] - was[part]);
    for (const change of restated.changes)
      expect(sum(change.events.map((event) => event[part]))).toBe(change[part]);
  }
  for (const { cause, events } of restated.changes)
    for (const event of events) {
      expect(event.cause).toBe(cause);
      expect(isBetween(event)).toBe(true);
    }
};

describe('a restatement', () => {
  it('adds up to the difference between two reference dates, and names only events between them', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), fc.nat(), ({ stored }, one, other) => {
        const models = readAll(stored);
        const [from, to] = [near(stored, one), near(stored, other)].sort();
        if (from === undefined || to === undefined) throw new Error('There are two moments.');
        for (const [definition, query, region] of someQuestions(models, one)) {
          const earlier = new Slice(models.ledger, { registered: from }, region);
          expectRestated(
            definition,
            query,
            earlier,
            new Slice(models.ledger, { registered: to }, region),
            ({ recordedAt }) => recordedAt > from && recordedAt <= to,
          );
          expectRestated(
            definition,
            query,
            earlier,
            new Slice(models.ledger, 'latest', region),
            ({ recordedAt }) => recordedAt > from,
          );
        }
      }),
      { numRuns: runs },
    );
  });

  it('adds up to the difference between two positions of the log', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), fc.nat(), ({ stored }, one, other) => {
        const models = readAll(stored);
        const [from = 0, to = 0] = [one % (stored.length + 1), other % (stored.length + 1)].sort(
          (a, b) => a - b,
        );
        for (const [definition, query, region] of someQuestions(models, one))
          expectRestated(
            definition,
            query,
            new Slice(models.ledger, { logged: from }, region),
            new Slice(models.ledger, { logged: to }, region),
            ({ position }) => position > from && position <= to,
          );
      }),
      { numRuns: runs },
    );
  });
});

describe('the figures that some events moved', () => {
  it('are those of a region and year that come to something else after them', () => {
    fc.assert(
      fc.property(histories({ size }), fc.nat(), fc.nat(), ({ stored }, one, other) => {
        const models = readAll(stored);
        const [after = 0, upTo = 0] = [one % (stored.length + 1), other % (stored.length + 1)].sort(
          (a, b) => a - b,
        );
        const moved = movedSince(models, after, upTo).map(
          ({ definition, region, year, before, after: is }) => ({
            name: definition.name,
            region,
            year,
            before,
            after: is,
          }),
        );
        const expected = models.ledger.regions().flatMap((region) =>
          yearsOf(models).flatMap((year) =>
            currentDefinitions.flatMap((definition) => {
              const at = (logged: number) =>
                evaluate(definition, new Slice(models.ledger, { logged }, region), { year });
              const [before, is] = [at(after), at(upTo)];
              return JSON.stringify(before) === JSON.stringify(is)
                ? []
                : [{ name: definition.name, region, year, before, after: is }];
            }),
          ),
        );
        const byName = (a: (typeof moved)[number], b: (typeof moved)[number]): number =>
          `${a.name} ${a.region} ${a.year}` < `${b.name} ${b.region} ${b.year}` ? -1 : 1;
        expect(moved.sort(byName)).toEqual(expected.sort(byName));
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });
});

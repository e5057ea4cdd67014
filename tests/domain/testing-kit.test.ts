import {
  actionDecider,
  domainRegistry,
  parseStream,
  type StoredEvent,
  type StreamKind,
  streamKinds,
} from '@burgernet/domain';
import {
  damagedHistories,
  damages,
  given,
  type History,
  type HistoryOptions,
  histories,
  type StreamOptions,
  streams,
} from '@burgernet/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs, size } from '../support/runs.js';
import { did, ended, from, givenAction, mark, marked, moment, start, started } from './an-action.js';

const registry = domainRegistry();
const sample = (options?: HistoryOptions, numRuns = 300): ReadonlyArray<History> =>
  fc.sample(histories(options), { numRuns, seed: 2021 });
const eventsOf = (all: ReadonlyArray<History>): ReadonlyArray<StoredEvent> =>
  all.flatMap(({ stored }) => stored);
const byStream = (stored: ReadonlyArray<StoredEvent>): ReadonlyMap<string, ReadonlyArray<StoredEvent>> => {
  const names = new Set(stored.map(({ stream }) => stream));
  return new Map([...names].map((name) => [name, stored.filter(({ stream }) => stream === name)]));
};

describe('a generated history', () => {
  const all = sample();

  it('is a log: positions from 1, revisions from 0, no event id twice, recordedAt never back in a stream', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        expect(stored.length).toBeLessThanOrEqual(size);
        expect(stored.map(({ position }) => position)).toEqual(stored.map((_, index) => index + 1));
        expect(new Set(stored.map(({ eventId }) => eventId)).size).toBe(stored.length);
        for (const events of byStream(stored).values()) {
          expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
          const moments = events.map(({ recordedAt }) => recordedAt);
          expect(moments).toEqual(moments.toSorted());
        }
      }),
      { numRuns: runs },
    );
  });

  it('is delivered whole and in order, with events again that were delivered before', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored, deliveries }) => {
        const first = deliveries.filter((event, index) => deliveries.indexOf(event) === index);
        expect(first).toEqual(stored);
      }),
      { numRuns: runs },
    );
    expect(all.some(({ stored, deliveries }) => deliveries.length > stored.length)).toBe(true);
    for (const { stored, deliveries } of sample({ duplicates: 0 })) expect(deliveries).toEqual(stored);
  });

  it('has every type of event, every kind of stream, every status and every end', () => {
    const types = new Set(eventsOf(all).map(({ type }) => type));
    expect([...types].sort()).toEqual(
      domainRegistry()
        .registrations.map(({ type }) => type)
        .sort(),
    );
    const data = eventsOf(all)
      .map((event) => event.data)
      .join('\n');
    for (const code of ['exercise', 'test', 'actual', 'run-time-over', 'called-off', 'without-burgernet'])
      expect(data).toContain(`"${code}"`);
    for (const precision of ['instant', 'hour', 'day']) expect(data).toContain(`"precision":"${precision}"`);
  });

  it('interleaves its streams', () => {
    const turns = all.filter(({ stored }) => {
      const changes = stored.filter(({ stream }, index) => stream !== stored[index - 1]?.stream).length;
      return changes > byStream(stored).size;
    });
    expect(turns.length).toBeGreaterThan(100);
  });

  it('is imported in part, unless asked otherwise: recorded before what stands before it in the log', () => {
    const goesBack = ({ stored }: History): boolean =>
      stored.some(({ recordedAt }, index) => recordedAt < (stored[index - 1]?.recordedAt ?? ''));
    expect(all.filter(goesBack).length).toBeGreaterThan(50);
    expect(sample({ imported: 0 }).filter(goesBack)).toEqual([]);
    const imported = eventsOf(sample({ imported: 1 }));
    expect(imported.filter(({ metadata }) => !metadata.includes('"source"'))).toEqual([]);
  });

  it('has at most as many actions, half as many mailings, and events as were asked for', () => {
    for (const actions of [1, 2, 3, 12]) {
      const some = sample({ actions }, 100);
      const most = (kind: StreamKind): number =>
        Math.max(
          ...some.map(
            ({ stored }) =>
              [...byStream(stored).keys()].filter((name) => parseStream(name)?.kind === kind).length,
          ),
        );
      expect([most('action'), most('mailing')]).toEqual([actions, Math.ceil(actions / 2)]);
    }
    for (const size of [0, 1, 7, 100])
      expect(Math.max(...sample({ size }, 50).map(({ stored }) => stored.length))).toBe(size);
  });

  it('comes often to the very end of a run time, and to the turn of the year', () => {
    const moments = eventsOf(all).map(({ recordedAt }) => recordedAt);
    for (const turn of ['2020-12-31T23:00:00.000Z', '2021-12-31T23:00:00.000Z', '2021-12-31T22:59:59.999Z'])
      expect(moments).toContain(turn);
    const atTheEnd = eventsOf(all).filter(
      ({ type, data, recordedAt }) => type === 'ActionEnded' && data.includes(`"endedAt":"${recordedAt}"`),
    );
    expect(atTheEnd.length).toBeGreaterThan(20);
  });

  it('is the same again from the same seed', () => {
    expect(sample()).toEqual(sample());
  });

  it('shrinks to few events, and prints as a line per event', () => {
    const fails = fc.check(
      fc.property(histories(), ({ stored }) => stored.every(({ type }) => type !== 'SuccessCorrected')),
      { seed: 7, numRuns: 500 },
    );
    const [found] = fails.counterexample ?? [];
    expect(found?.stored.map(({ type }) => type)).toEqual([
      'ActionStarted',
      'SuccessMarked',
      'SuccessCorrected',
    ]);
    expect(fc.stringify(found)).toMatch(/^\s*1 .* ActionStarted .*\n2 .*\n3 .*\ndelivered: 1 2 3/);
  });

  it.each([1, 2, 3, 4, 5])(
    'shrinks to the event that must not come again, and what it stands on: seed %i',
    (seed) => {
      const isMarkedOnce = ({ deliveries }: History): boolean =>
        deliveries.every((event, at) => event.type !== 'SuccessMarked' || deliveries.indexOf(event) === at);
      const [found] = fc.check(fc.property(histories(), isMarkedOnce), { seed }).counterexample ?? [];
      expect(found?.stored.map(({ type }) => type)).toEqual(['ActionStarted', 'SuccessMarked']);
    },
  );
});

/** What the knobs turn, each as a share of all that it is a share of. */
const turned = {
  late: ({ stored }: History): ReadonlyArray<boolean> =>
    stored.flatMap((event) => {
      if (event.type !== 'SuccessMarked') return [];
      const before = stored.filter(
        ({ stream, revision }) => stream === event.stream && revision < event.revision,
      );
      const until = before.flatMap(({ data }) => /"runsUntil":"([^"]*)"/.exec(data)?.[1] ?? []).at(-1) ?? '';
      return [before.some(({ type }) => type === 'ActionEnded') || event.recordedAt >= until];
    }),
  corrections: ({ stored }: History): ReadonlyArray<boolean> =>
    stored
      .filter(({ stream, revision }) => stream.includes('.action-') && revision > 0)
      .map(({ type }) => /Corrected|Changed|Withdrawn$/.test(type)),
  imported: ({ stored }: History): ReadonlyArray<boolean> =>
    stored.filter(({ revision }) => revision === 0).map(({ metadata }) => metadata.includes('"source"')),
  duplicates: ({ deliveries }: History): ReadonlyArray<boolean> =>
    deliveries.map((event, at) => deliveries.indexOf(event) < at),
} satisfies Partial<Record<keyof HistoryOptions, (history: History) => ReadonlyArray<boolean>>>;

describe('a knob of histories', () => {
  const shareOf = (knob: keyof typeof turned, share: number): number => {
    const all = sample({ [knob]: share }, 100).flatMap(turned[knob]);
    return all.filter((is) => is).length / all.length;
  };

  // As measured; what is asked for is a share of what is tried, and some of that finds nothing to act on.
  it.each([
    { knob: 'late', shares: { 0: 0, 0.25: 0.32, 0.5: 0.63, 0.75: 0.86, 1: 1 } },
    { knob: 'corrections', shares: { 0: 0, 0.1: 0.04, 0.3: 0.15, 0.6: 0.31, 0.9: 0.49, 1: 0.49 } },
    { knob: 'imported', shares: { 0: 0, 0.2: 0.21, 0.5: 0.5, 0.8: 0.8, 1: 1 } },
    { knob: 'duplicates', shares: { 0: 0, 0.15: 0.23, 0.5: 0.49, 1: 0.68 } },
  ] as const)('turns what it says, as far as it says: $knob', ({ knob, shares }) => {
    for (const [asked, measured] of Object.entries(shares)) {
      const share = shareOf(knob, Number(asked));
      if (measured === 0 || measured === 1) expect(share).toBe(measured);
      else expect(Math.abs(share - measured)).toBeLessThan(0.08);
    }
  });
});

describe('a single stream', () => {
  const some = (kind: StreamKind, options: StreamOptions = {}): ReadonlyArray<History> =>
    fc.sample(streams(kind, options), { numRuns: 200, seed: 2021 });

  it.each(streamKinds)('is one of its kind, whole, and delivered in order: %s', (kind) => {
    fc.assert(
      fc.property(streams(kind, { size: 12 }), ({ stored, deliveries }) => {
        expect(stored.length).toBeLessThanOrEqual(12);
        expect(new Set(stored.map(({ stream }) => stream)).size).toBeLessThanOrEqual(1);
        expect(stored.map(({ revision }) => revision)).toEqual(stored.map((_, index) => index));
        expect(stored.map(({ position }) => position)).toEqual(stored.map((_, index) => index + 1));
        expect(deliveries.filter((event, index) => deliveries.indexOf(event) === index)).toEqual(stored);
        expect(stored.filter((event) => registry.decode(event)._tag === 'Left')).toEqual([]);
        for (const { stream } of stored) expect(parseStream(stream)?.kind).toBe(kind);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it('has every type of event of its kind', () => {
    const types = streamKinds.flatMap((kind) =>
      some(kind).flatMap(({ stored }) => stored.map(({ type }) => type)),
    );
    const all = domainRegistry().registrations.map(({ type }) => type);
    expect([...new Set(types)].sort()).toEqual(all.sort());
  });

  it('has the shares that were asked for, and as many events', () => {
    const late = (share: number): ReadonlyArray<boolean> =>
      some('action', { late: share }).flatMap(turned.late);
    expect(late(0)).not.toContain(true);
    expect(late(1)).not.toContain(false);
    expect(some('action', { imported: 1 }).flatMap(turned.imported)).not.toContain(false);
    expect(some('action', { corrections: 0 }).flatMap(turned.corrections)).not.toContain(true);
    expect(some('mailing', { duplicates: 0 }).flatMap(turned.duplicates)).not.toContain(true);
    expect(Math.max(...some('action', { size: 5 }).map(({ stored }) => stored.length))).toBe(5);
  });

  it('shrinks to few events, and prints as a line per event', () => {
    const { counterexample } = fc.check(
      fc.property(streams('action'), ({ stored }) => stored.every(({ type }) => type !== 'SuccessWithdrawn')),
      { seed: 7, numRuns: 500 },
    );
    const [found] = counterexample ?? [];
    expect(found?.stored.map(({ type }) => type)).toEqual([
      'ActionStarted',
      'SuccessMarked',
      'SuccessWithdrawn',
    ]);
    expect(fc.stringify(found)).toMatch(/^\s*1 .* ActionStarted .*\n2 .*\n3 .*\ndelivered: 1 2 3/);
  });
});

describe('a damaged history', () => {
  it('has one broken event where it says, for each reason, and is otherwise as it was', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(damagedHistories({ size }), ({ stored, deliveries, intact, broken, reason }) => {
        seen.add(reason);
        expect(stored[broken.position - 1]).toBe(broken);
        expect(deliveries).toContain(broken);
        expect(new Set(deliveries)).toEqual(new Set(stored));
        const others = stored.filter((event) => event !== broken).map(({ data, type }) => [type, data]);
        const was = intact.stored.map(({ data, type }) => [type, data]);
        // It took the place of an event, or came between the others.
        const isMore = stored.length > intact.stored.length;
        const instead = isMore ? was : was.toSpliced(broken.position - 1, 1);
        expect(others).toEqual(instead);
      }),
      { numRuns: runs },
    );
    expect([...seen].sort()).toEqual([...new Set(damages.map(({ reason }) => reason))].sort());
  });
});

describe('given, when, then', () => {
  it('gives the state and the refusal on, for assertions of one’s own', () => {
    expect(givenAction().when(mark('18:30')).thenEvents(marked('18:30').event)?.markings).toHaveLength(1);
    expect(givenAction(marked('18:20')).when(mark('18:30')).thenRefused('SuccessExists').text.en).toContain(
      '0030',
    );
    expect(givenAction(marked('18:20')).when(mark('18:30')).state?.markings).toHaveLength(1);
    expect(given(actionDecider, []).when(mark('18:30')).state).toBeUndefined();
  });

  it('says what was expected and what happened instead', () => {
    const stream = givenAction();
    expect(() => stream.when(mark('18:30')).thenEvents(marked('18:30', '112').event)).toThrow(
      /112.*0800-0011/s,
    );
    expect(() => stream.when(mark('18:30')).thenEvents()).toThrow(/Expected events:\n\[\]/);
    expect(() => stream.when(mark('18:30')).thenRefused('SuccessExists')).toThrow(
      /SuccessExists, but there were/,
    );
    expect(() => stream.when(mark('18:30', '112', {}, 'system')).thenEvents()).toThrow(/RoleNotAllowed/);
    const refused = stream.when(mark('18:30', '112', {}, 'system'));
    expect(() => refused.thenRefused('SuccessExists')).toThrow(/SuccessExists, but it was:.*RoleNotAllowed/s);
    expect(() => refused.thenRefused('RoleNotAllowed', { role: 'coordinator' })).toThrow(
      /role "coordinator"/,
    );
  });

  it('does not accept events before a command that contradict each other', () => {
    expect(() => givenAction(started).when(mark('18:30'))).toThrow(/cannot be: This action was started/);
    const late = did('19:30', {
      type: 'RunTimeExtended',
      data: { runsUntil: moment('20:00'), reason: { code: 'other' } },
    });
    expect(() => givenAction(ended, late).when(mark('18:30'))).toThrow(/cannot be/);
  });

  it('does not mind the order of fields', () => {
    const { region, ...rest } = start;
    given(actionDecider, [])
      .when({ ...from('dispatcher', '18:03'), type: 'StartAction', data: start })
      .thenEvents({ type: 'ActionStarted', data: { ...rest, region } });
  });
});

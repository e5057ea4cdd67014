import type { Append } from '@burgernet/adapters';
import { domainRegistry, streamOf } from '@burgernet/domain';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { openStream } from '../../../packages/adapters/src/commands/aggregates.js';
import { foldSteps } from '../../../packages/adapters/src/commands/first-result.js';
import type { OpenedStream } from '../../../packages/adapters/src/commands/opened-stream.js';
import { RecentStreams } from '../../../packages/adapters/src/commands/recent-streams.js';
import type { Decision } from '../../../packages/adapters/src/commands/stream-fold.js';
import { log } from '../../support/log.js';
import { participants } from '../../support/said.js';

const registry = domainRegistry();
const codes = ['GM0034', 'GM0344', 'GM0307'] as const;
const years = [2019, 2020, 2021];
const streams = codes.flatMap((code) => years.map((year) => ({ code, id: `${code}-${year}` })));
const nameOf = (id: string): string => streamOf('municipality', id);

/** So many counts of one municipality's year. */
const counts = ({ code, id }: (typeof streams)[number], count: number) =>
  log(...Array.from({ length: count }, (_, n) => participants(code, `${id.slice(-4)}-01-01`, 1_000 + n)));

/** A stream as it is when its first events were read. */
const opened = (stream: (typeof streams)[number], count: number): OpenedStream => {
  const fold = openStream(registry, 'burgernet')('municipality', stream.id);
  return { fold, steps: foldSteps(fold, counts(stream, count)) };
};

/** One more count behind so many: the batch, and what was decided. */
const oneMore = (stream: (typeof streams)[number], count: number): readonly [Append, Decision] => {
  const [stored] = counts(stream, count + 1).slice(-1);
  const read = stored === undefined ? undefined : registry.decode(stored);
  if (stored === undefined || read === undefined || E.isLeft(read)) throw new Error('A count is readable.');
  const { event, recordedAt } = read.right;
  return [
    { stream: nameOf(stream.id), expected: count === 0 ? 'no-stream' : count - 1, events: [stored] },
    { recordedAt, decided: [{ event, byRule: false }] },
  ];
};

const steps = fc.array(
  fc.oneof(
    fc.record({
      tag: fc.constant('remember' as const),
      stream: fc.constantFrom(...streams),
      count: fc.nat(8),
    }),
    fc.record({ tag: fc.constant('extend' as const), stream: fc.constantFrom(...streams) }),
    fc.record({ tag: fc.constant('forget' as const), stream: fc.constantFrom(...streams) }),
  ),
  { maxLength: 40, size: 'max' },
);

describe('the streams that commands were decided on last', () => {
  it('are remembered as long as all of them together have no more events than there may be', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 8, max: 20 }), (all, most) => {
        const recent = new RecentStreams(most);
        // What a naive memory would hold, oldest first, and how many events of each.
        let expected: Array<readonly [string, number]> = [];
        const sum = (): number => expected.reduce((total, [, count]) => total + Math.max(1, count), 0);
        const put = (name: string, count: number): void => {
          expected = [...expected.filter(([other]) => other !== name), [name, count]];
          while (sum() > most) expected.shift();
        };
        for (const step of all) {
          const name = nameOf(step.stream.id);
          const count = expected.find(([other]) => other === name)?.[1];
          if (step.tag === 'remember') {
            recent.remember(opened(step.stream, step.count));
            put(name, step.count);
          } else if (step.tag === 'extend') {
            recent.extend(...oneMore(step.stream, count ?? 0), count ?? 0);
            if (count !== undefined) put(name, count + 1);
          } else {
            recent.forget(name);
            expected = expected.filter(([other]) => other !== name);
          }
          const held = streams.flatMap(({ id }) => {
            const found = recent.without(nameOf(id), 'of no event');
            if (found === undefined) return [];
            return [[nameOf(id), found.revision === 'no-stream' ? 0 : found.revision + 1] as const];
          });
          expect(new Map(held)).toEqual(new Map(expected));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stand where the store says that they do, also one that was deleted and is made again', () => {
    const recent = new RecentStreams();
    const [stream] = streams;
    if (stream === undefined) throw new Error('There are streams.');
    recent.remember(opened(stream, 0));
    recent.extend(...oneMore(stream, 0), 7);
    expect(recent.without(nameOf(stream.id), 'of no event')?.revision).toBe(7);
  });
});

import {
  type CommandDeps,
  type CommandError,
  type CommandOutcome,
  type CommandRequest,
  type EventStore,
  memoryStore,
  runCommand,
} from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { consider } from '../../../packages/adapters/src/commands/consider.js';
import { plan } from '../../benchmarks/history/history.js';
import { municipalities } from '../../benchmarks/history/municipalities.js';
import { amersfoort, by, moment, start, utrecht, uuid } from '../../domain/an-action.js';
import { done, refused } from '../../support/outcome.js';
import { runs } from '../../support/runs.js';
import { ask, depsOn, newId, starting } from './on-the-action.js';

/** Commands of a made-up history: each can be given where those before it were. */
const requestsOf = (seed: number): ReadonlyArray<CommandRequest> =>
  [...plan({ seed, events: 120, municipalities })].flat().map(({ request }) => request);

/** Commands in their order, some of them left out, given again later, or under the id of another. */
const conversations = fc.nat().chain((seed) => {
  const all = requestsOf(seed);
  const turns = fc.array(fc.constantFrom('give', 'give', 'give', 'leave out', 'repeat', 'take its id'), {
    minLength: all.length,
    maxLength: all.length,
  });
  return fc.tuple(turns, fc.array(fc.nat(all.length - 1), { minLength: 10, maxLength: 10 })).map(
    ([each, others]): ReadonlyArray<CommandRequest> =>
      all.flatMap((request, at) => {
        const other = all[others[at % others.length] ?? 0] ?? request;
        switch (each[at]) {
          case 'leave out':
            return [];
          case 'repeat':
            return [request, other, request];
          case 'take its id':
            return [request, { ...other, kind: request.kind, id: request.id, commandId: request.commandId }];
          default:
            return [request];
        }
      }),
  );
});

/** Changes whatever a caller may still hold of what it asked for. */
const scribbleOn = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    scribbleOn(inner);
    Reflect.set(value, key, 'changed since');
  }
};

const eventsIn = async ({ replay }: EventStore): Promise<ReadonlyArray<StoredEvent>> => {
  const all: StoredEvent[] = [];
  await replay().forEach(({ events, handled }) => {
    all.push(...events);
    handled();
  });
  return all;
};

/** Runs a command on what its stream says when it is read, and remembers nothing. */
const readAndRun =
  (deps: CommandDeps) =>
  async (request: CommandRequest): Promise<E.Either<CommandError, CommandOutcome>> => {
    const { commandId = newId() } = request;
    const considered = await consider(deps, { ...request, commandId })();
    if (E.isLeft(considered)) return considered;
    if (considered.right.tag === 'Repeat') return E.right(considered.right.outcome);
    const { stream, events } = considered.right.batch;
    const { firstRevision } = await done(deps.store.append(considered.right.batch));
    const standing = await done(deps.store.read(stream, firstRevision));
    expect(standing).toHaveLength(events.length);
    return E.right({ stream, commandId, repeated: false, events: standing });
  };

describe('who remembers the streams of earlier commands', () => {
  it('answers as one that reads the stream for each, whatever callers do afterwards with what they gave', async () => {
    await fc.assert(
      fc.asyncProperty(conversations, async (requests) => {
        const [ours, other] = [depsOn(memoryStore()), depsOn(memoryStore())];
        const [remembers, reads] = [runCommand(ours), readAndRun(other)];
        for (const request of requests) {
          const given = structuredClone(request);
          const outcome = await remembers(given)();
          scribbleOn(given.data);
          expect(outcome).toEqual(await reads(request));
        }
        expect(await eventsIn(ours.store)).toEqual(await eventsIn(other.store));
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });

  it('asks the store once where a stream is new, and goes on from what stands where it is none', async () => {
    const [deps, others] = [depsOn(memoryStore()), depsOn(memoryStore())];
    let read = 0;
    const store: EventStore = {
      ...deps.store,
      read: (...asked) => {
        read += 1;
        return deps.store.read(...asked);
      },
    };
    const first = await done(runCommand({ ...deps, store })(starting({ commandId: uuid(1) })));
    expect([first.events.length, read]).toEqual([1, 0]);

    await done(runCommand(others)(starting({ commandId: uuid(1) })));
    expect(await done(runCommand(others)(starting({ commandId: uuid(1) })))).toEqual({
      ...first,
      repeated: true,
    });
    expect(await refused(runCommand(others)(starting()))).toMatchObject({ tag: 'ActionExists' });
  });

  it('does not take over what a caller adds later to what it gave', async () => {
    const touched = [utrecht];
    const run = runCommand(depsOn());
    const thanks = { municipality: amersfoort, how: { code: 'app' }, at: moment('19:30') };
    const thank = ask('municipality', '19:30', 'ThankParticipants', thanks, {
      by: by('municipality', amersfoort),
    });
    const marking = { successId: uuid(30), line: '112', attribution: 'direct' };
    await done(run(starting({ data: { ...start, touched } })));
    await done(run(ask('dispatcher', '18:30', 'MarkSuccess', marking)));
    touched.push(amersfoort);
    expect(await refused(run(thank))).toMatchObject({ tag: 'MunicipalityNotConcerned' });
  });

  it('is asked for repeats, refusals and other content under one id by such conversations', async () => {
    const [one] = fc.sample(conversations, { numRuns: 1, seed: 7 });
    const run = runCommand(depsOn());
    const seen = new Set<string>();
    for (const request of one ?? []) {
      const outcome = await run(request)();
      seen.add(E.isLeft(outcome) ? outcome.left.tag : outcome.right.repeated ? 'repeated' : 'done');
    }
    expect([...seen]).toEqual(expect.arrayContaining(['done', 'repeated', 'CommandIdReused']));
    expect(seen.size).toBeGreaterThan(3);
  });
});

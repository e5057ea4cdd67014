import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { memoryStore, openSqlite, runCommand } from '@burgernet/adapters';
import { domainRegistry, evolveAction, isActionEvent } from '@burgernet/domain';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { moment, uuid } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { describeReal, openReal } from '../../support/real-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { ask, depsOn, run, standing, starting } from './on-the-action.js';

const response = (n: number) =>
  ask('dispatcher', '18:05', 'ReceiveResponse', {
    responseId: uuid(n),
    line: '112',
    entry: 'phone',
    receivedAt: moment('18:04'),
  });

/** Fifty writers at once, each of whom gives its command again until it is acknowledged or refused. */
const write = async (deps: ReturnType<typeof depsOn>, ids: ReadonlyArray<number>) => {
  const acknowledged: number[] = [];
  const contended: number[] = [];
  await Promise.all(
    ids.map(async (id) => {
      const outcome = await runCommand(deps)(response(id))();
      if (E.isRight(outcome)) acknowledged.push(id);
      else if (outcome.left.tag === 'StreamContended') contended.push(id);
    }),
  );
  return { acknowledged, contended };
};

const responsesOf = async (deps: ReturnType<typeof depsOn>): Promise<ReadonlyArray<string>> => {
  const events = (await standing(deps)).map((stored) => deps.registry.decode(stored));
  const state = events.reduce<ReturnType<typeof evolveAction>>((before, read) => {
    if (E.isLeft(read) || !isActionEvent(read.right.event)) return expect.fail('An event cannot be read.');
    return evolveAction(before, read.right.event, read.right.recordedAt);
  }, undefined);
  return state?.responses.map(({ responseId }) => responseId) ?? [];
};

/** Lets fifty writers, dealt over several ways in to one store, ask again until each was acknowledged. */
const expectAllThrough = async (ways: ReadonlyArray<ReturnType<typeof depsOn>>): Promise<void> => {
  const [first] = ways;
  if (first === undefined) throw new Error('There is a way in.');
  await run(first, starting());
  let left: ReadonlyArray<number> = Array.from({ length: 50 }, (_, n) => 100 + n);
  while (left.length > 0) {
    const outcomes = await Promise.all(
      ways.map((deps, way) =>
        write(
          deps,
          left.filter((id) => id % ways.length === way),
        ),
      ),
    );
    const contended = outcomes.flatMap((outcome) => outcome.contended);
    expect(outcomes.flatMap(({ acknowledged }) => acknowledged).length + contended.length).toBe(left.length);
    left = contended;
  }
  const effects = await responsesOf(first);
  expect([...effects].sort()).toEqual(Array.from({ length: 50 }, (_, n) => uuid(100 + n)));
  for (const { store } of ways) await store.close();
};

describe('fifty writers on one action', () => {
  it('leave as many effects as acknowledgements, whoever asks for the same or another response', async () => {
    const ids = fc.array(fc.integer({ min: 100, max: 130 }), { minLength: 50, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(ids, async (given) => {
        const deps = { ...depsOn(memoryStore()), pause: () => async () => undefined };
        await run(deps, starting());
        const { acknowledged } = await write(deps, given);
        const effects = await responsesOf(deps);
        expect([...effects].sort()).toEqual(acknowledged.map(uuid).sort());
        expect(new Set(effects).size).toBe(effects.length);
      }),
      { numRuns: 100 },
    );
  });

  it('all get through in a file, where those whom others kept from writing ask again', async () => {
    const file = join(await temporaryFolder(), 'writers.db');
    const open = async () => depsOn(await done(openSqlite(file, { mode: 'write' })));
    await expectAllThrough(await Promise.all([open(), open(), open()]));
  });
});

describeReal('fifty writers on one action of a real server', () => {
  it('all get through, over several connections', async () => {
    const prefix = `test-${randomUUID()}`;
    const open = async () => ({
      ...depsOn(await openReal({ mode: 'write', prefix })),
      registry: domainRegistry(prefix),
      prefix,
    });
    await expectAllThrough(await Promise.all([open(), open(), open(), open()]));
  });
});

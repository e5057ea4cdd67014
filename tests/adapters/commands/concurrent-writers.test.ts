import { join } from 'node:path';
import { memoryStore, openSqlite, runCommand } from '@burgernet/adapters';
import { evolveAction, isActionEvent } from '@burgernet/domain';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { moment, uuid } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { ask, depsOn, registry, run, standing, starting } from './on-the-action.js';

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
  const events = (await standing(deps)).map((stored) => registry.decode(stored));
  const state = events.reduce<ReturnType<typeof evolveAction>>((before, read) => {
    if (E.isLeft(read) || !isActionEvent(read.right.event)) return expect.fail('An event cannot be read.');
    return evolveAction(before, read.right.event, read.right.recordedAt);
  }, undefined);
  return state?.responses.map(({ responseId }) => responseId) ?? [];
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
    const deps = depsOn(await done(openSqlite(file, { mode: 'write' })));
    await run(deps, starting());
    let left: ReadonlyArray<number> = Array.from({ length: 50 }, (_, n) => 100 + n);
    while (left.length > 0) {
      const { acknowledged, contended } = await write(deps, left);
      expect(acknowledged.length + contended.length).toBe(left.length);
      left = contended;
    }
    const effects = await responsesOf(deps);
    expect([...effects].sort()).toEqual(Array.from({ length: 50 }, (_, n) => uuid(100 + n)));
    await deps.store.close();
  });
});

import { memoryStore, runCommand } from '@burgernet/adapters';
import { both } from '@burgernet/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { moment, uuid } from '../../domain/an-action.js';
import { done, refused } from '../../support/outcome.js';
import { ask, depsOn, run, standing, starting, stream } from './on-the-action.js';

const extension = { runsUntil: moment('20:03'), reason: { code: 'still-searching' } };
const extend = (at: string, runsUntil = extension.runsUntil) =>
  ask('dispatcher', at, 'ExtendRunTime', { ...extension, runsUntil }, { commandId: uuid(7) });

/** An action that runs until 19:03, and an extension of 19:02 that was sent and not answered. */
const leftOpen = async () => {
  const deps = depsOn(memoryStore());
  await run(deps, starting());
  let isLost = true;
  let write: () => Promise<unknown> = () => Promise.resolve();
  const command = runCommand({
    ...deps,
    store: {
      ...deps.store,
      append: (batch) => {
        if (!isLost) return deps.store.append(batch);
        isLost = false;
        write = deps.store.append(batch);
        return TE.left({ tag: 'OutcomeUnknown', stream, text: both('No answer.', 'Geen antwoord.') });
      },
    },
  });
  expect(await refused(command(extend('19:02')))).toMatchObject({ tag: 'OutcomeUnknown' });
  return { deps, command, writeLate: () => write() };
};

const types = async (deps: ReturnType<typeof depsOn>) => (await standing(deps)).map(({ type }) => type);

describe('a command whose outcome is unknown', () => {
  it('is not refused for the later hour at which it is given again, for it may be written yet', async () => {
    const { deps, command, writeLate } = await leftOpen();
    const outcome = await done(command(extend('19:10')));
    await writeLate();
    expect(outcome.events).toEqual((await standing(deps)).slice(1));
    expect(outcome.events).toMatchObject([{ type: 'RunTimeExtended', recordedAt: moment('19:02') }]);
  });

  it('is known again where it was written meanwhile', async () => {
    const { deps, command, writeLate } = await leftOpen();
    await writeLate();
    expect(await done(command(extend('19:10')))).toMatchObject({ repeated: true });
    expect(await types(deps)).toEqual(['ActionStarted', 'RunTimeExtended']);
  });

  it('is decided anew where somebody wrote to its stream meanwhile, and is written no more then', async () => {
    const { deps, command, writeLate } = await leftOpen();
    await run(deps, ask('system', '19:02', 'MeasureReach', { channel: 'app', method: 'panel', count: 1 }));
    expect(await refused(command(extend('19:10')))).toMatchObject({ tag: 'RunTimeOver' });
    await writeLate();
    expect(await types(deps)).toEqual(['ActionStarted', 'ReachMeasured']);
  });

  it('leaves nothing to another that comes under its id', async () => {
    const { deps, command } = await leftOpen();
    const outcome = await done(command(extend('19:02', moment('21:03'))));
    expect(outcome.events).toMatchObject([{ type: 'RunTimeExtended' }]);
    expect(outcome.events[0]?.data).toContain('T21:03');
    expect(await types(deps)).toEqual(['ActionStarted', 'RunTimeExtended']);
  });
});

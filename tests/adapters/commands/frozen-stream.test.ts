import { runCommand } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { moment, uuid } from '../../domain/an-action.js';
import { done, refused } from '../../support/outcome.js';
import { ask, depsOn, run, standing, starting, stream } from './on-the-action.js';

const mark = ask('dispatcher', '18:30', 'MarkSuccess', {
  successId: uuid(30),
  line: '112',
  attribution: 'direct',
});

/** An action into whose stream somebody wrote an event. */
const written = async (event: {
  readonly type?: string;
  readonly data?: string;
  readonly eventId?: string;
}) => {
  const deps = depsOn();
  const [outcome] = await run(deps, starting({ commandId: uuid(1) }));
  const first = outcome?.events[0] ?? expect.fail('Nothing was written.');
  const { type, schemaVersion, recordedAt, data, metadata } = first;
  const foreign = { type, schemaVersion, recordedAt, data, metadata, eventId: uuid(50), ...event };
  await done(deps.store.append({ stream, expected: 0, events: [foreign] }));
  return { deps, first };
};

describe('on a frozen stream', () => {
  it.each([
    ['unknown-type', { type: 'ActionMoved' }],
    ['malformed-data', { data: '{}' }],
    ['conflict', {}],
  ])('a command is refused, and it says which event and why: %s', async (reason, event) => {
    const { deps } = await written(event);
    const refusal = await refused(runCommand(deps)(mark));
    expect(refusal).toMatchObject({
      tag: 'StreamFrozen',
      facts: { stream, eventId: uuid(50), revision: 1, position: 2, reason },
    });
    expect(refusal).toMatchObject({ text: { en: expect.not.stringMatching(/[.)] [A-Z]/) } });
    expect(await standing(deps)).toHaveLength(2);
  });

  it('a command that was recorded before it froze gives its first result', async () => {
    const { deps, first } = await written({ type: 'ActionMoved' });
    const [again] = await run(deps, starting({ commandId: uuid(1) }));
    expect(again).toMatchObject({ repeated: true, events: [first] });
  });
});

describe('a second event of one id', () => {
  /** A store that, as a shared one can, holds an event twice under one id. */
  const twice = async (change: (data: string) => string) => {
    const deps = depsOn();
    const [outcome] = await run(deps, starting({ commandId: uuid(1) }));
    const first = outcome?.events[0] ?? expect.fail('Nothing was written.');
    const second = { ...first, revision: 1, position: 2, data: change(first.data) };
    const read = () => async () => ({ _tag: 'Right', right: [first, second] }) as const;
    const appended: unknown[] = [];
    const append = (batch: Parameters<typeof deps.store.append>[0]) => async () => {
      appended.push(batch.expected);
      const at = { firstRevision: 2, lastRevision: 2, position: 3, repeated: false };
      return { _tag: 'Right', right: at } as const;
    };
    return { deps: { ...deps, store: { ...deps.store, read, append } }, appended };
  };

  it('changes nothing where it says the same, and the next event stands behind both', async () => {
    const { deps, appended } = await twice((data) => data);
    const [outcome] = await run(deps, mark);
    expect(outcome?.events).toMatchObject([{ type: 'SuccessMarked', recordedAt: moment('18:30') }]);
    expect(appended).toEqual([1]);
  });

  it('freezes the stream where it says something else', async () => {
    const { deps } = await twice((data) => data.replace('missing-person', 'other'));
    expect(await refused(runCommand(deps)(mark))).toMatchObject({
      tag: 'StreamFrozen',
      facts: { revision: 1, reason: 'contradicts-earlier' },
    });
  });
});

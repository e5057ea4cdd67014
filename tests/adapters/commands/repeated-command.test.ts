import { type Append, type AppendError, type Appended, runCommand } from '@burgernet/adapters';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { by, moment, start, uuid } from '../../domain/an-action.js';
import { done, refused } from '../../support/outcome.js';
import { ask, depsOn, registry, run, standing, starting } from './on-the-action.js';

const marking = { successId: uuid(30), line: '112', attribution: 'direct' };
const late = ask('coordinator', '21:00', 'MarkSuccess', marking, { commandId: uuid(5) });

describe('a repeated command', () => {
  it('gives the first result and writes nothing', async () => {
    const deps = depsOn();
    const [first, second] = await run(deps, starting({ commandId: uuid(1) }), late);
    const before = await standing(deps);
    const again = await run(deps, starting({ commandId: uuid(1) }), late);
    expect(again).toEqual([
      { ...first, repeated: true },
      { ...second, repeated: true },
    ]);
    expect(await standing(deps)).toEqual(before);
  });

  it('is known by its id though the clock went on', async () => {
    const deps = depsOn();
    const ending = { commandId: uuid(6) };
    const [, first] = await run(deps, starting(), ask('dispatcher', '18:30', 'EndAction', {}, ending));
    const [again] = await run(deps, ask('dispatcher', '18:45', 'EndAction', {}, ending));
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('is known though the stream went on', async () => {
    const deps = depsOn();
    const mark = ask('dispatcher', '18:30', 'MarkSuccess', marking, { commandId: uuid(7) });
    const [, first] = await run(deps, starting(), mark);
    await run(
      deps,
      ask('coordinator', '22:00', 'WithdrawSuccess', { successId: uuid(30), reason: { code: 'error' } }),
    );
    expect(await run(deps, mark)).toEqual([{ ...first, repeated: true }]);
  });

  it('is known though the order of its fields differs', async () => {
    const deps = depsOn();
    await run(deps, starting({ commandId: uuid(1) }));
    const data = Object.fromEntries(Object.entries(start).reverse());
    expect((await run(deps, starting({ commandId: uuid(1), data })))[0]?.repeated).toBe(true);
  });

  it.each([
    ['other data', { data: { ...start, status: 'exercise' } }],
    ['another command', { type: 'WithdrawAction', data: { reason: { code: 'error' } } }],
    ['another role', { by: by('coordinator') }],
  ])('is refused under the same id with %s', async (_, other) => {
    const deps = depsOn();
    await run(deps, starting({ commandId: uuid(1) }));
    const error = await refused(runCommand(deps)(starting({ commandId: uuid(1), ...other })));
    expect(error).toMatchObject({
      tag: 'CommandIdReused',
      facts: { commandId: uuid(1), recordedAt: moment('18:03') },
    });
    expect(await standing(deps)).toHaveLength(1);
  });

  it('is known where the same name came under another id since', async () => {
    const deps = depsOn();
    await run(deps, starting({ commandId: uuid(1) }));
    const other = { role: 'dispatcher', id: uuid(999) } as const;
    expect((await run(deps, starting({ commandId: uuid(1), by: other })))[0]?.repeated).toBe(true);
  });

  it('is written once though it is given many times at once', async () => {
    const deps = depsOn();
    await run(deps, starting());
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => done(runCommand(deps)(late))));
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
    for (const { events } of outcomes) expect(events).toEqual(outcomes[0]?.events);
    expect(await standing(deps)).toHaveLength(3);
  });

  it('gives its result where the store wrote but its answer was lost', async () => {
    const deps = depsOn();
    const lost = {
      ...deps.store,
      append: (batch: Append): TE.TaskEither<AppendError, Appended> =>
        pipe(
          deps.store.append(batch),
          TE.chain(() =>
            TE.left<AppendError>({
              tag: 'StoreUnavailable',
              text: { en: 'The connection broke.', nl: 'De verbinding brak.' },
            }),
          ),
        ),
    };
    const command = starting({ commandId: uuid(1) });
    await refused(runCommand({ ...deps, store: lost })(command));
    expect((await run(deps, command))[0]?.repeated).toBe(true);
    expect(await standing(deps)).toHaveLength(1);
  });

  it('with other content is refused also where the store recognises it by its id', async () => {
    const deps = depsOn();
    const [first] = await run(deps, starting({ commandId: uuid(1) }));
    let reads = 0;
    const behind = {
      ...deps.store,
      // As a writer sees it that read the stream just before the other one wrote.
      read: (stream: string) => (reads++ === 0 ? TE.right([]) : deps.store.read(stream)),
    };
    const other = starting({ commandId: uuid(1), data: { ...start, status: 'test' } });
    const error = await refused(runCommand({ ...deps, store: behind })(other));
    expect(error).toMatchObject({ tag: 'CommandIdReused' });
    expect(await standing(deps)).toEqual(first?.events);
    expect(registry.decode(first?.events[0] ?? expect.fail('Nothing was written.'))._tag).toBe('Right');
  });

  it('gives its result also where it stands at the last time of asking', async () => {
    const deps = depsOn();
    const command = starting({ commandId: uuid(1) });
    let asked = 0;
    const contended = {
      ...deps.store,
      append: (batch: Append): TE.TaskEither<AppendError, Appended> => {
        asked += 1;
        const { stream, expected } = batch;
        const text = { en: 'Somebody else was first.', nl: 'Iemand anders was eerst.' };
        return asked < 10
          ? TE.left({ tag: 'RevisionConflict', stream, expected, actual: 7, text })
          : pipe(
              deps.store.append(batch),
              TE.chain(() => deps.store.append(batch)),
            );
      },
    };
    expect(await done(runCommand({ ...deps, store: contended })(command))).toMatchObject({ repeated: true });
    expect(asked).toBe(10);
  });
});

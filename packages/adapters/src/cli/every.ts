import { setTimeout } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Context, Done } from './context.js';
import { type Failure, usage } from './failure.js';

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Reads how often, such as `60s`, in milliseconds: a second to a day. */
export const readEvery = (given: string): E.Either<Failure, number> => {
  const [, number = '', unit = ''] = /^([1-9][0-9]{0,4})([smh])$/.exec(given) ?? [];
  const milliseconds = Number(number) * (units[unit] ?? 0);
  return milliseconds > 0 && milliseconds <= 86_400_000
    ? E.right(milliseconds)
    : E.left(
        usage(
          'NotAnInterval',
          `"${given}" is no time between two looks; give one such as --every 60s, up to a day.`,
          `"${given}" is geen tijd tussen twee keer kijken; geef er een, zoals --every 60s, tot een dag.`,
          { given },
        ),
      );
};

/** Does something time and again until the command is interrupted, or it fails. */
export const untilInterrupted =
  (
    context: Pick<Context, 'interruption'>,
    every: number,
    pass: TE.TaskEither<Failure, unknown>,
  ): TE.TaskEither<Failure, Done> =>
  async () => {
    const { signal, letGo } = context.interruption();
    try {
      while (!signal.aborted) {
        const looked = await pass();
        if (E.isLeft(looked)) return looked;
        await setTimeout(every, undefined, { signal }).catch(() => undefined);
      }
      return E.right(0);
    } finally {
      letGo();
    }
  };

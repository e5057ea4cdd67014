import { setTimeout } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Context, Done } from './context.js';
import { type Failure, usage } from './failure.js';
import type { Terminal } from './terminal.js';

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

/** A terminal that says on standard error only what it did not say in the look before as well. */
const sayingWhatIsNew = (
  terminal: Terminal,
): { readonly terminal: Terminal; readonly nextLook: () => void } => {
  let [before, now] = [new Set<string>(), new Set<string>()];
  return {
    terminal: {
      ...terminal,
      note: (sentence) => {
        if (!before.has(sentence.en) && !now.has(sentence.en)) terminal.note(sentence);
        now.add(sentence.en);
      },
    },
    nextLook: () => {
      [before, now] = [now, new Set()];
    },
  };
};

/**
 * Looks time and again until the command is interrupted. Where the first look fails, so does the command;
 * later on a store that cannot be reached is said and tried again at the next look. What each look says
 * again on standard error is said once.
 *
 * @param every in milliseconds
 */
export const untilInterrupted =
  (
    context: Context,
    every: number,
    look: (context: Context) => TE.TaskEither<Failure, unknown>,
  ): TE.TaskEither<Failure, Done> =>
  async () => {
    const { signal, letGo } = context.interruption();
    const { terminal, nextLook } = sayingWhatIsNew(context.terminal);
    try {
      for (let isFirst = true; !signal.aborted; isFirst = false) {
        const looked = await look({ ...context, terminal })();
        if (E.isLeft(looked)) {
          if (isFirst || looked.left.status !== 3) return looked;
          terminal.note(looked.left.text);
        }
        nextLook();
        await setTimeout(every, undefined, { signal }).catch(() => undefined);
      }
      return E.right(0);
    } finally {
      letGo();
    }
  };

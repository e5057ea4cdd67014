import type { Append, Appended, AppendOutcome } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { uuid } from '../../domain/an-action.js';
import { unreachable } from '../troubles.js';
import { logWith, type Mutant, mutant } from './mutant.js';

const nextTo = ({ expected }: Append): number => (expected === 'no-stream' ? 0 : expected + 1);

const conflict = ({ stream, expected }: Append): AppendOutcome => ({
  tag: 'refused',
  error: { tag: 'RevisionConflict', stream, expected, actual: 99, text: unreachable.text },
});

/** What may be wrong where something is written, and whoever writes relies on it. */
export const mutantsOfWriting: ReadonlyArray<Mutant> = [
  mutant(
    'a command that is given again under another id',
    /nobody was told|was refused .* and left|acknowledged twice/,
    {
      givenAgain: (request, nth) => {
        const number = Number(request.commandId?.slice(-6));
        return nth === 0 ? request : { ...request, commandId: uuid(1_000 * number + nth) };
      },
    },
  ),
  mutant('a command whose outcome is unknown, taken for one that was refused', /was refused .* and left/, {
    isOpen: ({ tag }) => tag === 'StreamContended',
  }),
  mutant('a log that appends wherever the stream is', /contradicts its stream|was refused/, {
    newLog: logWith((sound) => ({
      write: (appends) =>
        sound.write(
          appends.map((append) => {
            const events = sound.stream(append.stream, 0);
            const last = E.isRight(events) ? events.right.at(-1)?.revision : undefined;
            return { ...append, expected: last ?? 'no-stream' };
          }),
        ),
    })),
  }),
  mutant('a log that takes a repeat for a conflict', /restorer .* was refused/, {
    newLog: logWith((sound) => ({
      write: (appends) =>
        pipe(
          sound.write(appends),
          E.map((outcomes) =>
            outcomes.map((outcome, nth) => {
              const append = appends[nth];
              return append !== undefined && outcome.tag === 'done' && outcome.appended.repeated
                ? conflict(append)
                : outcome;
            }),
          ),
        ),
    })),
  }),
  mutant('a log that does not say that it had a batch already', /its event is not in the log/, {
    newLog: logWith((sound) => ({
      write: (appends) =>
        pipe(
          sound.write(appends),
          E.map((outcomes) =>
            outcomes.map((outcome) =>
              outcome.tag === 'done'
                ? { ...outcome, appended: { ...outcome.appended, repeated: false } }
                : outcome,
            ),
          ),
        ),
    })),
  }),
  mutant('a log that fails in the midst of a batch and keeps half of it', /was refused|[Ii]t is not over/, {
    newLog: logWith((sound) => {
      let writes = 0;
      return {
        write: (appends) => {
          const [append] = appends;
          if (append === undefined || append.events.length === 1 || ++writes % 5 > 0)
            return sound.write(appends);
          sound.write([{ ...append, events: [append.events[0]] }]);
          return E.left(unreachable);
        },
      };
    }),
  }),
  mutant('a log that acknowledges a batch and loses it', /not in the log/, {
    newLog: logWith((sound) => {
      let writes = 0;
      return {
        write: (appends) => {
          const [append] = appends;
          if (append === undefined || appends.length > 1 || ++writes % 10 > 0) return sound.write(appends);
          const firstRevision = nextTo(append);
          const lastRevision = firstRevision + append.events.length - 1;
          const appended: Appended = { firstRevision, lastRevision, position: 1, repeated: false };
          return E.right([{ tag: 'done', appended }]);
        },
      };
    }),
  }),
];

import type { EventStore, OutcomeUnknown, StoreError } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import type { Task } from 'fp-ts/lib/Task.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Life } from './life.js';
import type { Schedule } from './schedule.js';
import { inTurn, type Troubles, unknown, unreachable } from './troubles.js';
import { overWire } from './wire.js';

/** What the clients of a simulation share. */
export interface Network {
  readonly schedule: Schedule;
  /** another writer's effort to come first in this stream */
  readonly outrun: (stream: string) => Task<void>;
  /** hears of every message that is still to come to the store, and when it came */
  readonly underWay: (messages: 1 | -1) => void;
}

/** What is sent to be appended: as a whole, or the half of it that is there when the store breaks off. */
interface Sent<L, A> {
  readonly stream: string;
  readonly whole: TaskEither<L, A>;
  readonly half: Task<unknown>;
}

/** How long what is late takes, in turns. */
const late = 12;

/**
 * A process's access to the store: every call comes there in a turn of its own and is answered in another,
 * and trouble happens in between. What a process sent before it crashed still comes there.
 *
 * @returns the store as one life of the process sees it; over all its lives troubles come once
 */
export const clientOf = (
  { schedule, outrun, underWay }: Network,
  { appends, reads, pages }: Troubles,
): ((store: EventStore, life: Life) => EventStore) => {
  const appendTrouble = inTurn(appends, 'none');
  const readTrouble = inTurn(reads, false);
  const pageTrouble = inTurn(pages, 'none');

  return (store, life) => {
    const send = async <A>(message: Task<A>, turns = 1): Promise<A> => {
      underWay(1);
      await schedule.turns(`the store receives an append of ${life.name}`, turns);
      const answer = await message();
      underWay(-1);
      return answer;
    };
    const answered = async <A>(answer: A, turns = 1): Promise<A> => {
      await life.turns('is answered', turns);
      return answer;
    };

    const append =
      <L, A>({ stream, whole, half }: Sent<L, A>): TaskEither<L | OutcomeUnknown | StoreError, A> =>
      async () => {
        const what = appendTrouble();
        schedule.note(`append: ${what}`);
        switch (what) {
          case 'none':
            return answered(await send(whole));
          case 'unreachable':
            return answered(E.left(unreachable));
          case 'request lost':
            return answered(E.left(unknown(stream)));
          case 'answer lost':
            await send(whole);
            return answered(E.left(unknown(stream)));
          case 'written late':
            schedule.start(async () => {
              await send(whole, late);
            });
            return answered(E.left(unknown(stream)), 2);
          case 'answered late':
            return answered(await send(whole), late);
          case 'repeated':
            await send(whole);
            return answered(await send(whole));
          case 'outrun':
            await outrun(stream)();
            return answered(await send(whole));
          case 'broken off':
            await send(half);
            return answered(E.left(unknown(stream)));
        }
      };
    const ask = async <A>(question: TaskEither<StoreError, A>): Promise<E.Either<StoreError, A>> => {
      if (readTrouble()) return answered(E.left(unreachable));
      await life.turn('asks the store');
      return answered(await question());
    };

    return {
      ...store,
      append: (batch) => {
        const half = async () => undefined;
        return append({ stream: batch.stream, whole: store.append(batch), half });
      },
      appendAll: (batches) =>
        append({
          stream: batches[0]?.stream ?? '',
          whole: store.appendAll(batches),
          half: store.appendAll(batches.slice(0, Math.ceil(batches.length / 2))),
        }),
      read: (stream, from) => () => ask(store.read(stream, from)),
      lastPosition: () => ask(store.lastPosition),
      replay: (range) =>
        overWire(
          store.replay(range),
          (page) => (handled) => ({ ...page, handled }),
          life,
          schedule,
          pageTrouble,
        ),
      follow: (after) =>
        overWire(
          store.follow(after),
          (told) => (told.tag === 'Page' ? (handled) => ({ ...told, handled }) : undefined),
          life,
          schedule,
          pageTrouble,
        ),
    };
  };
};

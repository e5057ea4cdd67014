import * as E from 'fp-ts/lib/Either.js';
import { unavailable } from '../../sqlite/failure.js';
import type { StoreError } from '../port.js';
import { closed, troubleOf, unreachable } from './failure.js';
import { handful } from './log-scan.js';
import type { Place } from './place.js';
import { Pull } from './pull.js';
import { streamRequest } from './read-request.js';
import type { Unnumbered } from './received.js';
import { pauseAfter, type Session } from './session.js';

/** An event of a stream, with where it stands in the log if the server said so. */
export interface Standing {
  readonly event: Unnumbered;
  readonly place: Place;
}

export const tombstoned = (stream: string): StoreError =>
  unavailable(
    `Stream "${stream}" was deleted for ever on the server (it has a tombstone): nothing of it can be read and nothing added.`,
    `Stroom "${stream}" is op de server voorgoed verwijderd (er staat een tombstone): er is niets van te lezen en er kan niets bij.`,
  );

const readOnce = async (session: Session, stream: string, fromRevision: number) => {
  const pull = new Pull(await session.connection.read(streamRequest(stream, fromRevision)));
  const events: Standing[] = [];
  try {
    for (;;) {
      const messages = await pull.take(handful, session.limits.answer);
      if (messages.length === 0) return events;
      for (const each of messages) if (each.tag === 'Event') events.push(each);
    }
  } finally {
    pull.cancel();
  }
};

/**
 * Reads one stream, where needed again and again for as long as the limits say: a read changes nothing.
 * Of a stream that does not exist, or was deleted and not made again, it gives nothing.
 */
export const readStream = async (
  session: Session,
  stream: string,
  fromRevision: number,
  attempts = session.limits.attempts,
): Promise<E.Either<StoreError, ReadonlyArray<Standing>>> => {
  for (let failures = 1; ; failures++) {
    if (session.closed.aborted) return E.left(closed);
    try {
      return E.right(await readOnce(session, stream, fromRevision));
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.tag === 'Lasting') return E.left(trouble.error);
      if (trouble.tag === 'Tombstone') return E.left(tombstoned(stream));
      if (failures >= attempts) return E.left(unreachable(session.where, trouble.detail));
      await session.wait(pauseAfter(session, failures), session.closed);
    }
  }
};

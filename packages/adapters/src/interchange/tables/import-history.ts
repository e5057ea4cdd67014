import { both, type DomainEvent, type Registry, type RejectionOf, refusing } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type {
  Append,
  AppendOutcome,
  EventStore,
  EventToAppend,
  OutcomeUnknown,
  StoreError,
} from '../../event-store/port.js';
import type { ReconstructedEvent } from './recording.js';

/** Why a reconstructed history cannot stand in a store. */
export const historySentences = {
  OtherHistory: (f: { readonly stream: string; readonly revision: number; readonly eventId: string }) =>
    both(
      `The store has another history of ${f.stream} (revision ${f.revision}); these tables, or this moment of registration, are not the ones that were imported before. Nothing was imported.`,
      `De opslag heeft een andere geschiedenis van ${f.stream} (revisie ${f.revision}); deze tabellen, of dit moment van registratie, zijn niet die van de eerdere import. Er is niets geïmporteerd.`,
    ),
  HistoryContended: (f: { readonly stream: string }) =>
    both(
      `Others wrote to ${f.stream} while the tables were imported; run the import again.`,
      `Anderen schreven in ${f.stream} terwijl de tabellen werden geïmporteerd; voer de import opnieuw uit.`,
    ),
};
export type HistoryConflict = RejectionOf<typeof historySentences>;

const refuse = refusing(historySentences);

/** What an import of a history did. */
export interface HistoryImported {
  /** events that were written now */
  readonly taken: number;
  /** events that stood in the store already */
  readonly repeated: number;
}

/** How many events are written together. */
const together = 500;

/** One event as it is to be appended, behind the events of its stream before it. */
const appendsOf = (
  registry: Registry<DomainEvent>,
  history: ReadonlyArray<ReconstructedEvent>,
): ReadonlyArray<Append & { readonly revision: number }> => {
  const revisions = new Map<string, number>();
  return history.map(({ stream, event }) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return {
      stream,
      revision,
      expected: revision === 0 ? 'no-stream' : revision - 1,
      events: [registry.encode(event)],
    };
  });
};

const isSame = (a: EventToAppend, b: EventToAppend): boolean =>
  a.eventId === b.eventId &&
  a.type === b.type &&
  a.schemaVersion === b.schemaVersion &&
  a.recordedAt === b.recordedAt &&
  a.data === b.data &&
  a.metadata === b.metadata;

/** The appends that the store does not have yet, or where it has something else in their place. */
const missing = (
  store: EventStore,
  appends: ReturnType<typeof appendsOf>,
): TE.TaskEither<StoreError | HistoryConflict, ReadonlyArray<Append>> => {
  const streams = [...new Set(appends.map(({ stream }) => stream))];
  return pipe(
    streams,
    TE.traverseSeqArray((stream) =>
      pipe(
        store.read(stream),
        TE.map((events) => [stream, events] as const),
      ),
    ),
    TE.map((pairs) => new Map(pairs)),
    TE.chainEitherKW((there): E.Either<HistoryConflict, ReadonlyArray<Append>> => {
      const open: Append[] = [];
      for (const { revision, ...append } of appends) {
        const { stream, events } = append;
        const stored = there.get(stream)?.[revision];
        const [event] = events;
        if (stored === undefined) open.push(append);
        else if (!isSame(stored, event))
          return E.left(refuse('OtherHistory', { stream, revision, eventId: stored.eventId }));
      }
      return E.right(open);
    }),
  );
};

const contention = (
  outcomes: ReadonlyArray<AppendOutcome>,
  appends: ReadonlyArray<Append>,
): HistoryConflict | undefined => {
  const refused = appends[outcomes.findIndex(({ tag }) => tag === 'refused')];
  return refused === undefined ? undefined : refuse('HistoryContended', { stream: refused.stream });
};

/**
 * Brings a reconstructed history into a store, in its order. What stands there already stays; where one
 * of its streams says something else in the store, nothing is written. Stopped halfway and run again, it
 * goes on.
 *
 * @param history as `reconstruct` makes it
 * @param onProgress hears how many of how many events are written
 */
export const importHistory = (
  store: EventStore,
  registry: Registry<DomainEvent>,
  history: ReadonlyArray<ReconstructedEvent>,
  onProgress: (written: number, of: number) => void = () => {},
): TE.TaskEither<OutcomeUnknown | StoreError | HistoryConflict, HistoryImported> =>
  pipe(
    missing(store, appendsOf(registry, history)),
    TE.chainW(
      (open) =>
        async (): Promise<E.Either<OutcomeUnknown | StoreError | HistoryConflict, HistoryImported>> => {
          for (let at = 0; at < open.length; at += together) {
            const batch = open.slice(at, at + together);
            const outcomes = await store.appendAll(batch)();
            if (E.isLeft(outcomes)) return outcomes;
            const contended = contention(outcomes.right, batch);
            if (contended !== undefined) return E.left(contended);
            onProgress(at + batch.length, open.length);
          }
          return E.right({ taken: open.length, repeated: history.length - open.length });
        },
    ),
  );

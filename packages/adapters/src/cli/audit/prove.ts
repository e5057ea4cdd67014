import type { StoredEvent } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { firstValueFrom, from, mergeMap, tap, toArray } from 'rxjs';
import { proveEvent } from '../../audit/proof/event-proof.js';
import type { EventStore } from '../../event-store/port.js';
import { isStoreError } from '../../event-store/store-error.js';
import type { Done, Run } from '../context.js';
import { type Failure, refusal } from '../failure.js';
import { withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';
import { auditFilesOf } from './audit-files.js';
import { checkpointAt, keyOf, signableTreeOf } from './signing.js';

/** The events whose id begins so; the log is read for them, and its end is not needed once they are two. */
const eventsCalled = (store: EventStore, given: string): Promise<ReadonlyArray<StoredEvent>> =>
  firstValueFrom(
    store.replay().pipe(
      tap(({ handled }) => handled()),
      mergeMap(({ events }) => from(events.filter(({ eventId }) => eventId.startsWith(given)))),
      toArray(),
    ),
  );

const theEvent = (store: EventStore, url: string, given: string): TE.TaskEither<Failure, StoredEvent> =>
  pipe(
    TE.tryCatch(
      () => eventsCalled(store, given),
      (thrown) => {
        if (isStoreError(thrown)) return storeFailure(url)(thrown);
        throw thrown;
      },
    ),
    TE.chain(([event, ...others]) => {
      if (event === undefined)
        return TE.left(
          refusal(
            'NotFound',
            `No event has an id that begins with "${given}"; burgernet export shows them all.`,
            `Geen gebeurtenis heeft een id dat met "${given}" begint; burgernet export toont ze alle.`,
            { given },
          ),
        );
      if (others.length === 0) return TE.right(event);
      const candidates = [event, ...others].map(({ eventId }) => eventId).slice(0, 10);
      return TE.left(
        refusal(
          'Ambiguous',
          `Several events have an id that begins with "${given}": ${candidates.join(', ')}; give more of it.`,
          `Verschillende gebeurtenissen hebben een id dat met "${given}" begint: ${candidates.join(', ')}; geef er meer van.`,
          { given, candidates },
        ),
      );
    }),
  );

/** `burgernet audit prove EVENT`: that an event is in the log that a checkpoint was signed over. */
export const auditProve: Run = (context, _, [given = '']) =>
  withStore(context, 'read', (store) =>
    pipe(
      TE.Do,
      TE.bind('files', () => TE.fromEither(auditFilesOf(context.options.store))),
      TE.bind('event', () => theEvent(store, context.options.store, given)),
      TE.bind('key', ({ files }) => keyOf(context, files)),
      TE.bind('tree', ({ files, key }) => signableTreeOf(context, store, files, key)),
      TE.bind('made', ({ files, key, tree }) => checkpointAt(context, files, key, tree, tree.tree.size)),
      TE.chainTaskK(({ event, key, tree, made: { checkpoint } }) => async (): Promise<Done> => {
        const proof = proveEvent(tree.tree, checkpoint, key.verifier, event);
        tree.close();
        await context.terminal.print(`${JSON.stringify(proof)}\n`);
        return 0;
      }),
    ),
  );

import type { DomainEvent, Registry } from '@burgernet/domain';
import type { Progress } from '@burgernet/projections';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { lastValueFrom, tap } from 'rxjs';
import { type Observed, observedProject } from '../telemetry/observed-project.js';
import type { EventStore, StoreError } from './port.js';
import { replayed } from './reading.js';
import { isStoreError } from './store-error.js';

/**
 * Feeds the whole log to a projection and gives the projection when it has caught up.
 *
 * @param onProgress hears of every page that was handled
 */
export const load = <P extends Observed>(
  store: EventStore,
  registry: Registry<DomainEvent>,
  projection: P,
  onProgress: (progress: Progress) => void = () => {},
): TE.TaskEither<StoreError, P> =>
  TE.tryCatch(
    async () => {
      await lastValueFrom(replayed(store, registry).pipe(observedProject(projection), tap(onProgress)));
      return projection;
    },
    (thrown) => {
      if (isStoreError(thrown)) return thrown;
      throw thrown;
    },
  );

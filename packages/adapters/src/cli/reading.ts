import { domainRegistry } from '@burgernet/domain';
import { type Projection, ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { load } from '../event-store/load.js';
import { openStore } from '../event-store/open-store.js';
import type { EventStore } from '../event-store/port.js';
import { count } from '../report/numbers.js';
import type { Mode } from '../sqlite/format.js';
import type { Context } from './context.js';
import type { Failure } from './failure.js';
import { storeFailure } from './store-failure.js';

/** Opens the store, uses it and closes it again, whatever happens. */
export const withStore = <A>(
  { options }: Pick<Context, 'options'>,
  mode: Mode,
  use: (store: EventStore) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    openStore(options.store, mode),
    TE.mapLeft(storeFailure(options.store)),
    TE.chain((store) => () => use(store)().finally(store.close)),
  );

/** Reads the whole log of a store into a projection. */
export const readInto = <P extends Projection>(
  { options, terminal }: Pick<Context, 'options' | 'terminal'>,
  store: EventStore,
  projection: P,
): TE.TaskEither<Failure, P> =>
  pipe(
    load(store, domainRegistry(), projection, ({ position }) =>
      terminal.progress({
        en: `${count(position, 'en')} events read`,
        nl: `${count(position, 'nl')} gebeurtenissen gelezen`,
      }),
    ),
    TE.mapLeft(storeFailure(options.store)),
  );

/** Everything that figures, report and board are read from. */
export const readModels = (
  context: Pick<Context, 'options' | 'terminal'>,
): TE.TaskEither<Failure, ReadModels> =>
  withStore(context, 'read', (store) => readInto(context, store, new ReadModels()));

import { domainRegistry } from '@burgernet/domain';
import type { Progress, Projection, ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { load } from '../event-store/load.js';
import { openStore } from '../event-store/open-store.js';
import type { EventStore } from '../event-store/port.js';
import { statusLine } from '../event-store/store-status.js';
import { parseStoreUrl } from '../event-store/store-url.js';
import { keptFileOf } from '../kept-models/kept-file-of.js';
import { readThrough } from '../kept-models/read-through.js';
import { count } from '../report/numbers.js';
import type { Mode } from '../sqlite/format.js';
import type { Context } from './context.js';
import type { Failure } from './failure.js';
import { storeFailure } from './store-failure.js';

/** Opens the store, uses it and closes it again, whatever happens. */
export const withStore = <A>(
  { options, terminal }: Pick<Context, 'options' | 'terminal'>,
  mode: Mode,
  use: (store: EventStore) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    openStore(options.store, mode, (status) => terminal.note(statusLine(status))),
    TE.mapLeft(storeFailure(options.store)),
    TE.chain((store) => () => use(store)().finally(store.close)),
  );

const progressOn =
  (terminal: Context['terminal']) =>
  ({ position }: Progress): void =>
    terminal.progress({
      en: `${count(position, 'en')} events read`,
      nl: `${count(position, 'nl')} gebeurtenissen gelezen`,
    });

/** Reads the whole log of a store into a projection. */
export const readInto = <P extends Projection>(
  { options, terminal }: Pick<Context, 'options' | 'terminal'>,
  store: EventStore,
  projection: P,
): TE.TaskEither<Failure, P> =>
  pipe(
    load(store, domainRegistry(), projection, progressOn(terminal)),
    TE.mapLeft(storeFailure(options.store)),
  );

/** Where read models of the store are kept between runs; only a store that is a file has such a place. */
const keptBeside = (url: string): { readonly file?: string } => {
  const address = parseStoreUrl(url);
  return address._tag === 'Right' && address.right.scheme === 'sqlite'
    ? { file: keptFileOf(address.right.file) }
    : {};
};

/**
 * Everything that figures, report and board are read from: what was kept of it, and the rest of the log.
 * The file of what was kept stays open until the command ends, which is when its answer was given.
 */
export const readModels = (
  context: Pick<Context, 'options' | 'terminal'>,
): TE.TaskEither<Failure, ReadModels> => withStore(context, 'read', (store) => readModelsOf(context, store));

/** The same, of a store that is open. */
export const readModelsOf = (
  { options, terminal }: Pick<Context, 'options' | 'terminal'>,
  store: EventStore,
): TE.TaskEither<Failure, ReadModels> =>
  pipe(
    readThrough(store, {
      registry: domainRegistry(),
      ...keptBeside(options.store),
      onProgress: progressOn(terminal),
      onNote: (note) => terminal.note(note),
    }),
    TE.bimap(storeFailure(options.store), ({ models }) => models),
  );

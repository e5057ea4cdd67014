import { domainRegistry } from '@burgernet/domain';
import type { AsOf, Progress, Projection, ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { load } from '../event-store/load.js';
import { openStore } from '../event-store/open-store.js';
import type { EventStore } from '../event-store/port.js';
import { statusLine } from '../event-store/store-status.js';
import { parseStoreUrl } from '../event-store/store-url.js';
import { keptFileOfStore } from '../kept-models/kept-file-of.js';
import type { Place } from '../kept-models/kept-rows.js';
import { readThrough } from '../kept-models/read-through.js';
import { isCountedTheSame } from '../kept-models/standing.js';
import type { Keeps } from '../kept-models/starting.js';
import { count } from '../report/numbers.js';
import type { Mode } from '../sqlite/format.js';
import type { Context } from './context.js';
import { type Failure, refusal } from './failure.js';
import { beginRefusals } from './recorded-refusals.js';
import { storeFailure } from './store-failure.js';

/**
 * Opens the store, uses it and closes it again, whatever happens. From the first time on that it is opened
 * for writing, what is refused is recorded.
 */
export const withStore = <A>(
  context: Pick<Context, 'options' | 'terminal' | 'now'>,
  mode: Mode,
  use: (store: EventStore) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> => {
  const { options, terminal } = context;
  return pipe(
    openStore(options.store, mode, (status) => terminal.note(statusLine(status))),
    TE.mapLeft(storeFailure(options.store)),
    TE.chain((store) => () => {
      const used =
        mode === 'read'
          ? use(store)
          : pipe(
              beginRefusals(context),
              TE.chain(() => use(store)),
            );
      return used().finally(store.close);
    }),
  );
};

/** Shows how many events were read. */
export const progressOn =
  (terminal: Context['terminal']) =>
  ({ position }: Pick<Progress, 'position'>): void =>
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

/** Where read models of the store are kept between runs. */
export const keptBeside = (url: string): { readonly file?: string } => {
  const address = parseStoreUrl(url);
  return address._tag === 'Right' ? { file: keptFileOfStore(address.right) } : {};
};

/** What is asked of read models, as far as it decides how they are read. */
export interface Asked {
  /** as known when; a position can be asked only where positions still count all events */
  readonly asOf?: AsOf;
  /** whether everything is read anew, to take the place of what was kept */
  readonly rebuild?: boolean;
}

/** Where and how read models of the store are kept and read. */
export const keepsOf = (
  { options, terminal }: Pick<Context, 'options' | 'terminal'>,
  { rebuild = false }: Asked = {},
): Keeps => ({
  registry: domainRegistry(),
  ...keptBeside(options.store),
  rebuild,
  onNote: (note) => terminal.note(note),
});

/**
 * Everything that figures, report and board are read from: what was kept of it, and the rest of the log.
 * The file of what was kept stays open until the command ends, which is when its answer was given.
 */
export const readModels = (
  context: Pick<Context, 'options' | 'terminal' | 'now'>,
  asked: Asked = {},
): TE.TaskEither<Failure, ReadModels> =>
  withStore(context, 'read', (store) => readModelsOf(context, store, asked));

/** The same, of a store that is open. */
export const readModelsOf = (
  context: Pick<Context, 'options' | 'terminal'>,
  store: EventStore,
  asked: Asked = {},
): TE.TaskEither<Failure, ReadModels> =>
  pipe(
    readThrough(store, { ...keepsOf(context, asked), onProgress: progressOn(context.terminal) }),
    TE.mapLeft(storeFailure(context.options.store)),
    TE.chainFirst(({ models, place }) =>
      asked.asOf !== undefined && asked.asOf !== 'latest' && 'logged' in asked.asOf
        ? positionsCount(context, store, models, place)
        : TE.right(undefined),
    ),
    TE.map(({ models }) => models),
  );

/** Refuses to ask by a position where positions no longer count all events that there were. */
const positionsCount = (
  { options }: Pick<Context, 'options'>,
  store: EventStore,
  { gaps }: ReadModels,
  place: Place,
): TE.TaskEither<Failure, void> => {
  const [gap] = gaps;
  if (gap !== undefined)
    return TE.left(
      refusal(
        'PositionsDiffer',
        `Events of ${gap.stream} are missing before its revision ${gap.revision}, so a position no longer tells what was known; ask with --as-of, and see burgernet check.`,
        `Van ${gap.stream} ontbreken gebeurtenissen voor revisie ${gap.revision}, dus een positie zegt niet meer wat bekend was; vraag met --as-of, en zie burgernet check.`,
        { stream: gap.stream, revision: gap.revision },
      ),
    );
  return pipe(
    isCountedTheSame(store, place),
    TE.mapLeft(storeFailure(options.store)),
    TE.chain((isSame) =>
      isSame
        ? TE.right(undefined)
        : TE.left(
            refusal(
              'PositionsDiffer',
              'What was kept of this store has counted events that the log no longer holds, so a position no longer tells what was known; ask with --as-of, or count only what the log holds with --rebuild.',
              'Wat van deze opslag bewaard is, heeft gebeurtenissen geteld die het log niet meer heeft, dus een positie zegt niet meer wat bekend was; vraag met --as-of, of tel met --rebuild alleen wat er in het log staat.',
              { counted: place.position },
            ),
          ),
    ),
  );
};

import { both } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore, Remark, StoreError } from '../event-store/port.js';
import { type CountedMore, keptIn, Recount } from '../kept-models/check-kept.js';
import type { Kept } from '../kept-models/kept-rows.js';
import type { Observed } from '../telemetry/observed-project.js';
import type { Context } from './context.js';
import type { Failure } from './failure.js';
import { ofAnotherLog } from './finding-words.js';
import { keptBeside, readInto } from './reading.js';
import { storeFailure } from './store-failure.js';

type Reading = Pick<Context, 'options' | 'terminal'>;

/** Has the store look at how it keeps the log, where it can: events may read well out of a damaged file. */
const keepsItWell = ({ options, terminal }: Reading, store: EventStore): TE.TaskEither<Failure, void> => {
  if (store.checkIntegrity === undefined) return TE.right(undefined);
  terminal.progress(both('checking how the log is kept', 'nakijken hoe het log bewaard is'));
  return pipe(store.checkIntegrity, TE.mapLeft(storeFailure(options.store)));
};

/** Up to where read models are kept of the store. That it cannot be read is a note: the log is what is checked. */
const keptOf = ({ options, terminal }: Reading): TE.TaskEither<Failure, Kept | undefined> => {
  const { file } = keptBeside(options.store);
  if (file === undefined) return TE.right(undefined);
  return pipe(
    keptIn(file),
    TE.orElse((error): TE.TaskEither<Failure, Kept | undefined> => {
      terminal.note(error.text);
      return TE.right(undefined);
    }),
  );
};

/** What the store says of its streams beside their events, and whether what was kept has counted more. */
const remarksOf = <P extends Observed>(
  { options, terminal }: Reading,
  store: EventStore,
  recount: Recount<P>,
): TE.TaskEither<Failure, ReadonlyArray<Remark | CountedMore>> =>
  pipe(
    TE.Do,
    TE.bind('remarks', () => store.remarks ?? TE.right<StoreError, ReadonlyArray<Remark>>([])),
    TE.bind('kept', () => recount.verdict(store)),
    TE.bimap(storeFailure(options.store), ({ remarks, kept }) => {
      if (kept?.tag === 'CountedMore') return [...remarks, kept];
      if (kept !== undefined) terminal.note(ofAnotherLog(kept.position));
      return remarks;
    }),
  );

/** A projection that has read everything, and what is to be said of the store beside it. */
export interface CheckedLog<P> {
  readonly projection: P;
  readonly remarks: ReadonlyArray<Remark | CountedMore>;
}

/**
 * Reads everything once, and looks at how the store keeps it. A store that is damaged itself is a failure, as
 * it is for every command.
 */
export const checkedLog = <P extends Observed>(
  context: Reading,
  store: EventStore,
  projection: P,
): TE.TaskEither<Failure, CheckedLog<P>> =>
  pipe(
    keepsItWell(context, store),
    TE.chain(() => keptOf(context)),
    TE.chain((kept) => readInto(context, store, new Recount(projection, kept))),
    TE.bindTo('recount'),
    TE.bind('remarks', ({ recount }) => remarksOf(context, store, recount)),
    TE.map(({ recount, remarks }) => ({ projection: recount.projection, remarks })),
  );

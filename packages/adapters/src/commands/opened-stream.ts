import { defaultPrefix, type StoredEvent, type StreamName, streamOf } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { StoreError } from '../event-store/port.js';
import { type DomainRejection, openStream } from './aggregates.js';
import type { CommandDeps } from './command-request.js';
import { foldSteps } from './first-result.js';
import type { StreamFold } from './stream-fold.js';

/** A stream as it was read: folded, with every step that led there. */
export interface OpenedStream {
  readonly fold: StreamFold<DomainRejection>;
  /** as the fold does, they go on when events are put to the stream */
  readonly steps: ReturnType<typeof foldSteps>;
}

/** A stream with these events, from its first on. */
export const openedStream = (
  { registry, prefix = defaultPrefix }: Pick<CommandDeps, 'registry' | 'prefix'>,
  { kind, id }: StreamName,
  events: ReadonlyArray<StoredEvent>,
): OpenedStream => {
  const fold = openStream(registry, prefix)(kind, id);
  return { fold, steps: foldSteps(fold, events) };
};

/** Reads the stream that a command is for. */
export const readOpened = (
  deps: Pick<CommandDeps, 'store' | 'registry' | 'prefix'>,
  { kind, id }: StreamName,
): TE.TaskEither<StoreError, OpenedStream> =>
  pipe(
    deps.store.read(streamOf(kind, id, deps.prefix ?? defaultPrefix)),
    TE.map((events) => openedStream(deps, { kind, id }, events)),
  );

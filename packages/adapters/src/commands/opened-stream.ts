import { defaultPrefix, streamOf } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { StoreError } from '../event-store/port.js';
import { type DomainRejection, openStream } from './aggregates.js';
import type { CommandDeps, CommandRequest } from './command-request.js';
import { foldSteps } from './first-result.js';
import type { StreamFold } from './stream-fold.js';

/** A stream as it was read: folded, with every step that led there. */
export interface OpenedStream {
  readonly fold: StreamFold<DomainRejection>;
  /** as the fold does, they go on when events are put to the stream */
  readonly steps: ReturnType<typeof foldSteps>;
}

/** Reads the stream that a command is for. */
export const readOpened = (
  { store, registry, prefix = defaultPrefix }: Pick<CommandDeps, 'store' | 'registry' | 'prefix'>,
  { kind, id }: Pick<CommandRequest, 'kind' | 'id'>,
): TE.TaskEither<StoreError, OpenedStream> =>
  pipe(
    store.read(streamOf(kind, id, prefix)),
    TE.map((events) => {
      const fold = openStream(registry, prefix)(kind, id);
      return { fold, steps: foldSteps(fold, events) };
    }),
  );

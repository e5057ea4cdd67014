import type * as E from 'fp-ts/lib/Either.js';
import type { Append, AppendOutcome, Page, StoreError } from './port.js';

/** A log that lives in this process; every answer comes at once. */
export interface EmbeddedLog {
  readonly last: () => E.Either<StoreError, number>;
  /** All events after one position up to another, which is in the log. */
  readonly page: (after: number, upTo: number) => E.Either<StoreError, Page>;
  readonly stream: (stream: string, fromRevision: number) => E.Either<StoreError, Page>;
  /** See {@link EventStore.appendAll}. */
  readonly write: (appends: ReadonlyArray<Append>) => E.Either<StoreError, ReadonlyArray<AppendOutcome>>;
  /** See {@link EventStore.checkIntegrity}. */
  readonly checkIntegrity: () => E.Either<StoreError, void>;
  /**
   * How often, in milliseconds, a follower looks for what other processes wrote; `undefined` where no
   * other process can.
   */
  readonly lookEvery: number | undefined;
  readonly close: () => void;
}

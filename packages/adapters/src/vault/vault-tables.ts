import type { Instant } from '@burgernet/domain';
import type * as E from 'fp-ts/lib/Either.js';
import type { AccessRecord, Forgetting, KeptText, VaultError } from './port.js';
import type { TextWithKey } from './sealed-text.js';

/** Where a vault that lives in this process has what it keeps. Nothing in it can be read without the master key. */
export interface VaultTables {
  readonly textUnder: (reference: string) => TextWithKey | undefined;
  readonly putText: (text: TextWithKey) => void;
  /** takes away a text, its key and who acts under it */
  readonly dropText: (reference: string) => void;
  readonly keepSince: (reference: string, at: Instant) => void;
  readonly texts: () => ReadonlyArray<KeptText>;
  /** the reference of who acts under the name that has this mark */
  readonly actorMarked: (mark: string) => string | undefined;
  readonly putActor: (mark: string, reference: string) => void;
  readonly forgettingOf: (reference: string) => Forgetting | undefined;
  readonly putForgetting: (forgetting: Forgetting) => void;
  readonly unsettled: () => ReadonlyArray<Forgetting>;
  readonly settle: (reference: string) => void;
  readonly accesses: () => ReadonlyArray<AccessRecord>;
  readonly putAccess: (access: AccessRecord) => void;
}

/** How a vault gets at its tables. */
export interface VaultAccess {
  readonly reading: <A>(work: (tables: VaultTables) => A) => E.Either<VaultError, A>;
  /** runs work while nobody else writes; what it throws undoes what it wrote */
  readonly writing: <A>(work: (tables: VaultTables) => A) => E.Either<VaultError, A>;
  /** leaves nothing in any file of what was taken away */
  readonly wipe: () => E.Either<VaultError, void>;
  readonly close: () => void;
}

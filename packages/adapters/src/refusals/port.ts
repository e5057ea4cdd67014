import type { Instant, MunicipalityCode, Role, StreamKind } from '@burgernet/domain';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoreError } from '../event-store/port.js';

/**
 * A command, or a reading of the vault, that a rule refused. It holds ids and codes, and no text that
 * anybody wrote.
 */
export interface RefusalRecord {
  readonly at: Instant;
  /** in which somebody acted, or would have */
  readonly role: Role;
  /**
   * the random id behind which the vault has the name; `null` of somebody who never acted before: the name
   * of who is refused is not kept
   */
  readonly actorId: string | null;
  /** of the role `municipality`: for which one */
  readonly municipality: MunicipalityCode | null;
  /** what was asked, such as `MarkSuccess` */
  readonly command: string;
  /** of the stream on which it was asked */
  readonly kind: StreamKind;
  readonly id: string;
  /** the tag of the refusal, such as `RoleNotAllowed` */
  readonly rule: string;
}

/** What was refused, and since when that is recorded. */
export interface KeptRefusals {
  /** what was refused before is not known */
  readonly since: Instant;
  /** in the order in which they were recorded */
  readonly refusals: ReadonlyArray<RefusalRecord>;
}

/**
 * Keeps what was refused. A refusal leaves no event (domain: "Life of an action"), and an auditor asks for
 * it all the same: so it stands beside the log, in records that are only ever added to.
 */
export interface Refusals {
  /** Adds one; when it answers, that is durable. */
  readonly record: (refusal: RefusalRecord) => TaskEither<StoreError, void>;
  readonly all: TaskEither<StoreError, KeptRefusals>;
  /** Lets go of the file; what is asked afterwards is refused. */
  readonly close: () => Promise<void>;
}

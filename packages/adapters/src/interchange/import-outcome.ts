import type { ClockRejection, Sentence } from '@burgernet/domain';
import type { DomainRejection } from '../commands/aggregates.js';
import type { ActorFault } from '../commands/named-actor.js';
import type { CommandFault } from '../commands/rejection.js';
import type { AppendRefused, OutcomeUnknown, StoreError } from '../event-store/port.js';
import type { VaultError } from '../vault/port.js';
import type { LineFault } from './line-fault.js';

/** Where a line stands. */
export interface Place {
  /** as the input was named */
  readonly file: string;
  /** the first is 1 */
  readonly line: number;
}

/** Why a line is refused. */
export type LineRefusal =
  | LineFault
  | CommandFault
  | ActorFault
  | ClockRejection
  | DomainRejection
  /** others wrote to its stream between the two passes */
  | AppendRefused;

/** A line that is refused for a reason of its own. */
export interface RefusedLine extends Place {
  /** `undefined` where the line does not say for which stream it is */
  readonly stream: string | undefined;
  /** whether it may be for any stream, for none can be told; then nothing of the import is taken */
  readonly mayBeOfAny: boolean;
  readonly refusal: LineRefusal;
}

/** A line that nothing is wrong with, but for whose stream another line is, or may be, that is refused. */
export interface HeldLine extends Place {
  readonly stream: string;
}

/** What an import did. */
export interface ImportOutcome {
  /** lines with something in them */
  readonly lines: number;
  /** lines whose events were appended */
  readonly taken: number;
  /** lines whose events stood there already, to the byte; they changed nothing */
  readonly repeated: number;
  /** events appended */
  readonly events: number;
  /** in the order of the lines */
  readonly refused: ReadonlyArray<RefusedLine>;
  /** in the order of the lines */
  readonly held: ReadonlyArray<HeldLine>;
}

/** How far an import is. */
export interface ImportProgress {
  readonly phase: 'reading' | 'appending';
  /** lines handled in this phase */
  readonly lines: number;
}

/** An input cannot be read. */
export interface InputUnreadable {
  readonly tag: 'InputUnreadable';
  readonly file: string;
  readonly text: Sentence;
}

/** The temporary file between the two passes cannot be written or read. */
export interface SpoolFailed {
  readonly tag: 'SpoolFailed';
  readonly text: Sentence;
}

/** Why an import ended before it was done. What it had appended stands; run again, it goes on. */
export type ImportError = OutcomeUnknown | StoreError | VaultError | InputUnreadable | SpoolFailed;

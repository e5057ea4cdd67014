import type {
  Actor,
  ClockRejection,
  DomainEvent,
  Instant,
  Registry,
  Source,
  StoredEvent,
  StreamKind,
  Uuid,
} from '@burgernet/domain';
import type { AppendError, EventStore, RevisionConflict } from '../event-store/port.js';
import type { DomainRejection } from './aggregates.js';
import type { Pause } from './pause.js';
import type { CommandFault } from './rejection.js';

/** What the place that runs commands works with. */
export interface CommandDeps {
  readonly store: EventStore;
  readonly registry: Registry<DomainEvent>;
  /** of our streams, see `defaultPrefix` */
  readonly prefix?: string;
  /** a random id for a command that was given none */
  readonly newId: () => Uuid;
  /** how far clocks may differ, in milliseconds, see `defaultTolerance` */
  readonly tolerance?: number;
  /** waits before a command is decided again, see `randomPause`; a simulation passes one of its own */
  readonly pause?: Pause;
}

/** A command on one stream, as somebody gives it. */
export interface CommandRequest {
  readonly kind: StreamKind;
  /** of the action, mailing or publication; for a municipality its year, `GMnnnn-YYYY` */
  readonly id: string;
  /** the command's name, such as `MarkSuccess` */
  readonly type: string;
  /** what it asks for; the command's codec decides whether it does */
  readonly data: unknown;
  readonly by: Actor;
  /** the writer's clock */
  readonly recordedAt: Instant;
  /** a repeat with the same id gives the first result and writes nothing; random where absent */
  readonly commandId?: Uuid | undefined;
  /** what the command belongs to; its own id where absent */
  readonly correlationId?: Uuid | undefined;
  /** what brought it about; its own id where absent */
  readonly causationId?: Uuid | undefined;
  /** from what it was made, where somebody did not give it at this moment */
  readonly source?: Source | undefined;
}

/** What a command brought about, now or when it was given first. */
export interface CommandOutcome {
  readonly stream: string;
  readonly commandId: Uuid;
  /** whether it was recorded before; then nothing was written */
  readonly repeated: boolean;
  /** its events as they stand in the store */
  readonly events: ReadonlyArray<StoredEvent>;
}

/** Why a command is refused. A refusal leaves no event. */
export type CommandError =
  | DomainRejection
  | ClockRejection
  | CommandFault
  | Exclude<AppendError, RevisionConflict>;

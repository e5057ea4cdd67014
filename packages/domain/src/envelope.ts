import * as t from 'io-ts';
import { closedAs, oneOf, openAs } from './codec/closed.js';
import type { Instant } from './time/instant.js';
import { Role } from './vocabulary/codes.js';
import { Label, MunicipalityCode, Uuid } from './vocabulary/identifiers.js';

/** From what an event was made, where that was no command of the moment itself. */
export type Source = {
  readonly kind: 'command' | 'table' | 'portal';
  /** of the publication or table it was made from */
  readonly name: Label;
  /** whether it was made from totals and not from a history */
  readonly reconstructed?: boolean;
};
/** Codec of {@link Source}. */
export const Source = closedAs<Source>(
  'source',
  { kind: oneOf('kind of source', 'command', 'table', 'portal'), name: Label },
  { reconstructed: t.boolean },
);

/** What an event carries beside its data: who recorded it, and what it belongs to. */
export type Metadata = {
  /** random; the vault knows whose it is */
  readonly actorId: Uuid;
  /** in which the actor recorded it */
  readonly role: Role;
  readonly commandId: Uuid;
  /** of what it belongs to, such as one conversation; the command's own id where there is nothing wider */
  readonly correlationId: Uuid;
  /** of what brought it about */
  readonly causationId: Uuid;
  /** which municipality it was that recorded it, for that role */
  readonly municipality?: MunicipalityCode;
  readonly source?: Source;
};
/** Codec of {@link Metadata}; what others put beside is let through unread. */
export const Metadata = openAs<Metadata>(
  'metadata',
  { actorId: Uuid, role: Role, commandId: Uuid, correlationId: Uuid, causationId: Uuid },
  { municipality: MunicipalityCode, source: Source },
);

/**
 * An event as a store holds it, before anybody looked inside. `data` and `metadata` are JSON texts and
 * stay as they are, to the byte.
 */
export type StoredEvent = {
  /**
   * the number of our events up to and including this one in the log; the first is 1. 0 where it is not
   * known: a server has no such number, and who reads one stream only may not want to wait for a count
   */
  readonly position: number;
  readonly stream: string;
  /** the place in its stream; the first is 0 */
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** when it was registered; RFC 3339 in UTC with milliseconds */
  readonly recordedAt: string;
  readonly data: string;
  readonly metadata: string;
};

/** An event that is about to be stored. */
export type NewEvent<E> = {
  readonly event: E;
  readonly eventId: Uuid;
  readonly recordedAt: Instant;
  readonly metadata: Metadata;
};

/** An event that was read: decoded, upcast to the current version, with where and when it stands. */
export type Recorded<E> = {
  readonly event: E;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly eventId: Uuid;
  /** the version that was stored, before any upcasting */
  readonly schemaVersion: number;
  readonly recordedAt: Instant;
  readonly metadata: Metadata;
  /** whether it was made from totals and not from a history, as the metadata's source says */
  readonly isReconstructed: boolean;
  /** of the content as stored; two events of one id with different fingerprints contradict each other */
  readonly fingerprint: number;
};

/** Why an event could not be read, or read on. */
export type QuarantineReason =
  | 'unknown-type'
  | 'unknown-version'
  | 'malformed-data'
  | 'malformed-metadata'
  | 'malformed-envelope'
  | 'foreign-stream'
  | 'conflict'
  | 'contradicts-earlier'
  | 'stream-frozen';

/** An event that is kept, counted and reported, but enters no figure. */
export type Unreadable = {
  readonly stored: StoredEvent;
  readonly reason: QuarantineReason;
  /** what is wrong with it, in a sentence (English: it goes into logs and reports for engineers) */
  readonly detail: string;
};

import type { Instant, MunicipalityCode, StreamKind } from '@burgernet/domain';
import type { Gap } from '../folding/gaps.js';
import type { FrozenStream, Quarantined } from '../folding/quarantine.js';
import type { LedgerNames } from '../ledger/key-names.js';
import type { Measure } from '../ledger/posting.js';
import type { ListedActions } from '../read-models/action-lists.js';
import type { Chunk } from './chunk.js';

/** A stream as it is kept. */
export interface SavedStream {
  readonly kind: StreamKind;
  readonly name: string;
  readonly number: number;
  readonly recordedAt: Instant | undefined;
  /** the last revision seen in it, -1 where none was */
  readonly revision: number;
  readonly isFrozen: boolean;
  /** JSON; `null` where nothing of it was read */
  readonly state: string;
}

/** The rows of the ledger's page of one measure in one year. */
export interface SavedPage {
  readonly measure: Measure;
  readonly year: number;
  readonly rows: number;
}

/** The small things, kept whole each time. */
export interface SavedSummary {
  /** of the last event handled */
  readonly position: number;
  /** rows of the event table */
  readonly events: number;
  /** streams that were numbered */
  readonly streams: number;
  readonly names: LedgerNames;
  readonly eventTypes: ReadonlyArray<string>;
  readonly pages: ReadonlyArray<SavedPage>;
  readonly quarantined: ReadonlyArray<Quarantined>;
  readonly frozen: ReadonlyArray<FrozenStream>;
  readonly gaps: ReadonlyArray<Gap>;
  readonly reconstructed: ReadonlyArray<string>;
  readonly municipalities: ReadonlyArray<MunicipalityCode>;
  readonly listed: ListedActions;
}

/** A chunk of the ledger's page of one measure in one year. */
export interface UnsavedPage {
  readonly measure: Measure;
  readonly year: number;
  readonly chunk: Chunk;
}

/**
 * What has to be kept, in one transaction, for read models to go on from here. What is large is made as it is
 * asked for, once: together it takes half as much memory as the read models themselves.
 */
export interface Unsaved {
  readonly summary: SavedSummary;
  readonly eventChunks: Iterable<Chunk>;
  readonly pageChunks: Iterable<UnsavedPage>;
  readonly streams: Iterable<SavedStream>;
  /** the names of the actions that have neither ended nor been withdrawn: all of them */
  readonly open: ReadonlyArray<string>;
}

/**
 * Where saved read models stand. What is large is asked for when it is needed and not before: a figure
 * wants some pages and no stream.
 */
export interface Shelf {
  readonly summary: SavedSummary;
  /** the rows of the table of events */
  readonly eventChunks: () => Iterable<Chunk>;
  /** the postings of a measure and year */
  readonly pageChunks: (measure: Measure, year: number) => Iterable<Chunk>;
  /** the stream of that name; `undefined` where there is none */
  readonly stream: (name: string) => SavedStream | undefined;
  /** the name of the stream that was given this number; `undefined` where there is none */
  readonly streamOfNumber: (number: number) => string | undefined;
  /** every stream of a kind */
  readonly streamsOf: (kind: StreamKind) => Iterable<SavedStream>;
  /** the names of the streams that begin so, in order; no more of them than are asked for */
  readonly namesFrom: (start: string, most: number) => ReadonlyArray<string>;
  /** the actions that have neither ended nor been withdrawn */
  readonly openActions: () => Iterable<SavedStream>;
}

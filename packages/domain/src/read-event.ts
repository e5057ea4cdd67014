import type { Metadata, Recorded, StoredEvent } from './envelope.js';
import type { Instant } from './time/instant.js';
import type { Uuid } from './vocabulary/identifiers.js';

/** An event that was read. Few ever ask for its metadata, so they are parsed for those who do. */
export class ReadEvent<E> implements Recorded<E> {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly schemaVersion: number;
  readonly isReconstructed: boolean;
  readonly #metadataText: string;
  #metadata: Metadata | undefined;

  /**
   * @param metadata as parsed; absent where their text was recognised without that, and names no source
   */
  constructor(
    readonly event: E,
    stored: StoredEvent,
    readonly eventId: Uuid,
    readonly recordedAt: Instant,
    metadata: Metadata | undefined,
    readonly fingerprint: number,
  ) {
    this.stream = stored.stream;
    this.revision = stored.revision;
    this.position = stored.position;
    this.schemaVersion = stored.schemaVersion;
    this.isReconstructed = metadata?.source?.reconstructed === true;
    this.#metadataText = stored.metadata;
    this.#metadata = metadata;
  }

  get metadata(): Metadata {
    this.#metadata ??= JSON.parse(this.#metadataText) as Metadata;
    return this.#metadata;
  }
}

import * as Ei from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { type Check, deriveCheck } from './codec/check.js';
import type { Plain } from './codec/closed.js';
import { explain } from './codec/explain.js';
import { derivePlain } from './codec/plain.js';
import {
  Metadata,
  type NewEvent,
  type QuarantineReason,
  type Recorded,
  type StoredEvent,
  type Unreadable,
} from './envelope.js';
import { fingerprintOf, linesOf } from './fingerprint.js';
import { ReadEvent } from './read-event.js';
import { isStreamId, type StreamKind } from './stream.js';
import { Instant } from './time/instant.js';
import { Uuid } from './vocabulary/identifiers.js';

/** Any event, for those who pass it on without looking inside. */
export interface AnyEvent {
  readonly type: string;
  readonly data: unknown;
}

/** One version of one event type, as it may stand in a store. */
export interface Version {
  readonly codec: t.Mixed;
  /** makes the next version's data of this one's; absent for the current version */
  readonly upcast?: (data: unknown) => unknown;
}

/** The versions of one event type, the first being version 1; the last is the current one. */
export interface Registration {
  readonly kind: StreamKind;
  readonly type: string;
  readonly versions: readonly [Version, ...ReadonlyArray<Version>];
}

/** What can be read: from event type and schema version to codec and upcaster. */
export interface Registry<E extends AnyEvent> {
  readonly registrations: ReadonlyArray<Registration>;
  /** The version that is written now; `undefined` for a type that is not registered. */
  readonly currentVersion: (type: string) => number | undefined;
  /** Makes of a new event what a store holds of it, in the current version. */
  readonly encode: (event: NewEvent<E>) => Omit<StoredEvent, 'stream' | 'revision' | 'position'>;
  /**
   * Reads a stored event: its envelope, its metadata and its data, upcast to the current version.
   * Total: what cannot be read comes back as {@link Unreadable}, never as an exception.
   */
  readonly decode: (stored: StoredEvent) => Ei.Either<Unreadable, Recorded<E>>;
  /**
   * The same, where somebody parsed the text of the data already.
   *
   * @param data the very value that this text is; `undefined` where it is no JSON
   */
  readonly decodeParsed: (stored: StoredEvent, data: unknown) => Ei.Either<Unreadable, Recorded<E>>;
}

interface Reader {
  readonly kind: StreamKind;
  /** the name that the code itself has, which is quicker to compare with than one that was read */
  readonly type: string;
  readonly versions: ReadonlyArray<Version & { readonly check: Check }>;
  readonly current: number;
}

/** How the good case is told from a codec; in the bad one the codec itself says what is wrong. */
export interface Reading {
  /** from what was parsed */
  readonly check: (codec: t.Mixed) => Check;
  /** from the text alone, where that has a plain form */
  readonly plain: (codec: t.Mixed) => Plain | undefined;
}

const derived: Reading = { check: deriveCheck, plain: derivePlain };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Makes a registry.
 *
 * @param prefix the prefix of our streams, see `defaultPrefix`
 * @param registrations one per event type; stored names are for ever, so a renamed type or field is a
 *   new version with an upcaster from the one before
 * @param reading by checks that are derived from the codecs unless told otherwise
 * @typeParam E the union of the current events; each last codec must describe one of its members
 */
export const makeRegistry = <E extends AnyEvent>(
  prefix: string,
  registrations: ReadonlyArray<Registration>,
  reading: Reading = derived,
): Registry<E> => {
  const metadataCheck = reading.check(Metadata);
  /** Metadata as we write it, with no source: most of all that is ever read. */
  const plainMetadata = reading.plain(Metadata);
  const readers = new Map<string, Reader>();
  for (const { kind, type, versions } of registrations)
    readers.set(type, {
      kind,
      type,
      current: versions.length,
      versions: versions.map((version) => ({ ...version, check: reading.check(version.codec) })),
    });

  const unreadable = (stored: StoredEvent, reason: QuarantineReason, detail: string) =>
    Ei.left<Unreadable>({ stored, reason, detail });

  const starts: Readonly<Record<StreamKind, string>> = {
    action: `${prefix}.action-`,
    mailing: `${prefix}.mailing-`,
    municipality: `${prefix}.municipality-`,
    publication: `${prefix}.publication-`,
    vault: `${prefix}.vault-`,
  };
  const belongs = (stream: string, kind: StreamKind): boolean => {
    const start = starts[kind];
    return stream.startsWith(start) && isStreamId(kind, stream, start.length);
  };

  const upcast = (reader: Reader, from: number, data: unknown): unknown => {
    let value = data;
    for (let version = from; version < reader.current; version++)
      value = reader.versions[version - 1]?.upcast?.(value);
    return value;
  };

  const decodeWith = (
    stored: StoredEvent,
    parsed: (text: string) => unknown,
  ): Ei.Either<Unreadable, Recorded<E>> => {
    const reader = readers.get(stored.type);
    if (reader === undefined)
      return unreadable(stored, 'unknown-type', `This release knows no event type "${stored.type}".`);
    if (!belongs(stored.stream, reader.kind))
      return unreadable(
        stored,
        'foreign-stream',
        `An event of type "${stored.type}" belongs in a stream of kind "${reader.kind}", not in "${stored.stream}".`,
      );
    const version = reader.versions[stored.schemaVersion - 1];
    if (version === undefined)
      return unreadable(
        stored,
        'unknown-version',
        `This release reads versions 1 to ${reader.current} of "${stored.type}", not ${stored.schemaVersion}.`,
      );
    const { eventId, recordedAt } = stored;
    if (!Uuid.is(eventId) || !Instant.is(recordedAt))
      return unreadable(
        stored,
        'malformed-envelope',
        Uuid.is(eventId)
          ? `recordedAt "${recordedAt}" is not a moment in UTC with milliseconds.`
          : `The event id "${eventId}" is not a UUID in lower case.`,
      );
    const lines = linesOf(stored);
    const print = fingerprintOf(lines, stored);
    // Plain text is ASCII, so that its length in bytes is that of the string.
    const isPlain = plainMetadata?.(lines.bytes, 0) === stored.metadata.length;
    const metadata = isPlain ? undefined : parse(stored.metadata);
    if (!isPlain && !metadataCheck(metadata)) {
      const read = Metadata.decode(metadata);
      return unreadable(
        stored,
        'malformed-metadata',
        Ei.isLeft(read) ? explain(read.left) : 'The metadata is not what it should be.',
      );
    }
    const data = parsed(stored.data);
    if (!version.check(data)) {
      const read = version.codec.decode(data);
      return unreadable(
        stored,
        'malformed-data',
        data === undefined
          ? 'The data is not JSON.'
          : Ei.isLeft(read)
            ? explain(read.left)
            : 'The data is not what it should be.',
      );
    }
    const current =
      stored.schemaVersion === reader.current ? data : upcast(reader, stored.schemaVersion, data);
    // The checks above are the codecs' own: see the properties that hold both to one answer.
    const event = { type: reader.type, data: current } as E;
    return Ei.right(
      new ReadEvent(event, stored, eventId, recordedAt, metadata as Metadata | undefined, print),
    );
  };

  const encode = ({ event, eventId, recordedAt, metadata }: NewEvent<E>) => {
    const reader = readers.get(event.type);
    if (reader === undefined) throw new Error(`The registry has no event type "${event.type}".`);
    return {
      eventId,
      type: event.type,
      schemaVersion: reader.current,
      recordedAt,
      data: JSON.stringify(event.data),
      metadata: JSON.stringify(metadata),
    };
  };

  return {
    registrations,
    encode,
    currentVersion: (type) => readers.get(type)?.current,
    decode: (stored) => decodeWith(stored, parse),
    decodeParsed: (stored, data) => decodeWith(stored, () => data),
  };
};

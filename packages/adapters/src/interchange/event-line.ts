import { Count, closed, explain, type StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { EventToAppend } from '../event-store/port.js';
import { type LineFault, refuse } from './line-fault.js';
import { isEmbeddable, type RawFields } from './raw-json.js';

/** An event that a line holds, with where it stood in its stream. */
export interface EventEntry {
  readonly tag: 'event';
  readonly stream: string;
  /** where it stood in the stream that it was exported from; absent where the line does not say so */
  readonly revision: number | undefined;
  readonly event: EventToAppend;
}

const member = (name: string, text: string, isEmbedded: boolean): string =>
  isEmbedded ? `"${name}":${text}` : `"${name}Text":${JSON.stringify(text)}`;

const lineOf = (
  { eventId, stream, revision, position, type, schemaVersion, recordedAt, data, metadata }: StoredEvent,
  isEmbedded: { readonly data: boolean; readonly metadata: boolean },
): string => {
  const envelope = JSON.stringify({ eventId, stream, revision, position, type, schemaVersion, recordedAt });
  const members = [member('data', data, isEmbedded.data), member('metadata', metadata, isEmbedded.metadata)];
  return `${envelope.slice(0, -1)},${members.join(',')}}`;
};

/**
 * An event as a line of an export, without the end of the line. `data` and `metadata` are the stored
 * texts, to the byte. A stored text that cannot stand there as it is (it is no JSON, or is written over
 * several lines) stands as a string in a field `dataText` or `metadataText` instead.
 *
 * @param parsed the values of data and metadata, where these were parsed already
 */
export const eventLine = (
  stored: StoredEvent,
  parsed: { readonly data?: unknown; readonly metadata?: unknown } = {},
): string =>
  lineOf(stored, {
    data: isEmbeddable(stored.data, parsed.data),
    metadata: isEmbeddable(stored.metadata, parsed.metadata),
  });

/**
 * Whether a line is the one that {@link eventLine} writes for the event that was read from it.
 *
 * @param line that was parsed already
 * @param values its fields as they are written
 */
export const isEventLine = (line: string, stored: StoredEvent, { values }: RawFields): boolean => {
  // What was cut out of a line is JSON without space around it, and holds no line end but perhaps a CR.
  const isRight = (name: 'data' | 'metadata'): boolean =>
    values.has(name) ? !stored[name].includes('\r') : !isEmbeddable(stored[name]);
  return (
    isRight('data') &&
    isRight('metadata') &&
    lineOf(stored, { data: values.has('data'), metadata: values.has('metadata') }) === line
  );
};

const Line = closed(
  'event',
  {
    eventId: t.string,
    stream: t.string,
    type: t.string,
    schemaVersion: Count,
    recordedAt: t.string,
  },
  {
    revision: Count,
    position: Count,
    data: t.unknown,
    dataText: t.string,
    metadata: t.unknown,
    metadataText: t.string,
  },
);

/**
 * Reads a line of an export. A position is only the line's order, so it is not looked at.
 *
 * @param value the line as it was parsed
 * @param raw its fields as they are written
 */
export const readEventLine = (value: unknown, { values }: RawFields): E.Either<LineFault, EventEntry> => {
  const read = Line.decode(value);
  if (E.isLeft(read)) return E.left(refuse('LineMalformed', { form: 'event', detail: explain(read.left) }));
  const { eventId, stream, revision, type, schemaVersion, recordedAt, dataText, metadataText } = read.right;
  const textOf = (name: string, asText: string | undefined): E.Either<LineFault, string> => {
    const embedded = values.get(name);
    if ((embedded === undefined) === (asText === undefined))
      return E.left(
        refuse('LineMalformed', { form: 'event', detail: `it has one of "${name}" and "${name}Text"` }),
      );
    return E.right(embedded ?? asText ?? '');
  };
  const data = textOf('data', dataText);
  if (E.isLeft(data)) return data;
  const metadata = textOf('metadata', metadataText);
  if (E.isLeft(metadata)) return metadata;
  const event = { eventId, type, schemaVersion, recordedAt, data: data.right, metadata: metadata.right };
  return E.right({ tag: 'event', stream, revision, event });
};

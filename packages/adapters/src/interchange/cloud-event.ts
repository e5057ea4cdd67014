import { defaultPrefix, Instant, type StoredEvent, schemaIdOf } from '@burgernet/domain';
import { typeAttributes } from './cloud-event-type.js';
import { isEmbeddable } from './raw-json.js';

/** The source of our CloudEvents unless somebody configures a URN of their own organisation. */
export const defaultSource = 'urn:nld:burgernet:systeem:burgernet';

/** Whether a source is a URN of the Dutch government's namespace, which the profile asks for. */
export const isSource = (source: string): boolean =>
  /^urn:nld:(?:[A-Za-z0-9()+,.:=@;$_!*'~&/-]|%[0-9A-Fa-f]{2})+$/.test(source);

/** Where the event stands in the log, as texts that sort as numbers do. */
const sequenceOf = (position: number): string => String(position).padStart(16, '0');

/** Attributes of CloudEvents hold no control characters and no code points that are no characters. */
const metadataOf = (metadata: string) =>
  /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(metadata) && metadata.isWellFormed()
    ? { metadatabase64: Buffer.from(metadata).toString('base64') }
    : { metadata };

const dataschemaOf = ({ type, schemaVersion }: StoredEvent) => {
  const dataschema = schemaIdOf(type, schemaVersion);
  return dataschema === undefined ? {} : { dataschema };
};

/**
 * An event as a CloudEvent 1.0 in the Dutch government's profile, one line of JSON without its end.
 *
 * What CloudEvents has no attribute for stands in extension attributes, so that nothing is lost:
 * `revision`, the position in the log as `sequence`, and `metadata` with the stored text as a string. `data`
 * is the stored text, to the byte, and `dataschema` the `$id` of its JSON Schema; a text that is no JSON on
 * one line stands as a string of `text/plain`. An event whose type or moment of recording has no form in
 * CloudEvents carries them in `eventtype`, `schemaversion` and `recordedat`; metadata with characters that
 * an attribute may not hold stands in `metadatabase64`.
 *
 * @param source a URN of the organisation and its system, see {@link defaultSource}
 */
export const cloudEventLine =
  (prefix: string = defaultPrefix, source: string = defaultSource) =>
  (stored: StoredEvent): string => {
    const { eventId, stream, revision, position, recordedAt, data, metadata } = stored;
    const embedded = isEmbeddable(data);
    const context = JSON.stringify({
      specversion: '1.0',
      id: eventId,
      source,
      ...typeAttributes(stored, prefix),
      subject: stream,
      ...(Instant.is(recordedAt) ? { time: recordedAt } : { recordedat: recordedAt }),
      ...(embedded
        ? { datacontenttype: 'application/json', ...dataschemaOf(stored) }
        : { datacontenttype: 'text/plain' }),
      sequence: sequenceOf(position),
      revision,
      ...metadataOf(metadata),
    });
    return `${context.slice(0, -1)},"data":${embedded ? data : JSON.stringify(data)}}`;
  };

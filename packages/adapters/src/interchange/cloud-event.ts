import {
  Count,
  defaultPrefix,
  explain,
  Instant,
  open,
  parseMoment,
  parseStream,
  type StoredEvent,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { EventEntry } from './event-line.js';
import { type LineFault, refuse } from './line-fault.js';
import { isEmbeddable, type RawFields } from './raw-json.js';

/** The source of our CloudEvents unless somebody configures a URN of their own organisation. */
export const defaultSource = 'urn:nld:burgernet:systeem:burgernet';

const kebab = (type: string): string => type.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).slice(1);
const pascal = (name: string): string => name.replace(/(?:^|-)([a-z])/g, (_, c: string) => c.toUpperCase());
const typePattern = /^nl\.burgernet\.[a-z]+\.([a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)\.v([1-9][0-9]{0,8})$/;
const foreign = 'nl.burgernet.foreign-event';

/** `nl.burgernet.action.success-marked.v1`; what such a name cannot say stands in attributes of its own. */
const typeOf = ({ type, schemaVersion, stream }: StoredEvent, prefix: string) => {
  const kind = parseStream(stream, prefix)?.kind;
  const name = `nl.burgernet.${kind}.${kebab(type)}.v${schemaVersion}`;
  return kind !== undefined && typePattern.test(name) && pascal(kebab(type)) === type
    ? { type: name }
    : { type: foreign, eventtype: type, schemaversion: String(schemaVersion) };
};

/**
 * An event as a CloudEvent 1.0 in the Dutch government's profile, one line of JSON without its end.
 *
 * What CloudEvents has no attribute for stands in extension attributes, so that nothing is lost:
 * `revision`, `position`, and `metadata` with the stored text as a string. `data` is the stored text, to
 * the byte; one that is no JSON on one line stands as a string of `text/plain`. An event whose type or
 * moment of recording has no form in CloudEvents carries them in `eventtype`, `schemaversion` and
 * `recordedat`.
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
      ...typeOf(stored, prefix),
      subject: stream,
      ...(Instant.is(recordedAt) ? { time: recordedAt } : { recordedat: recordedAt }),
      datacontenttype: embedded ? 'application/json' : 'text/plain',
      revision,
      position,
      metadata,
    });
    return `${context.slice(0, -1)},"data":${embedded ? data : JSON.stringify(data)}}`;
  };

const Context = open(
  'CloudEvent',
  { specversion: t.literal('1.0'), id: t.string, type: t.string, subject: t.string, metadata: t.string },
  {
    time: t.string,
    recordedat: t.string,
    datacontenttype: t.string,
    revision: Count,
    eventtype: t.string,
    schemaversion: t.string,
    data: t.unknown,
  },
);
interface Context extends t.TypeOf<typeof Context> {}

const malformed = (detail: string): E.Either<LineFault, never> =>
  E.left(refuse('LineMalformed', { form: 'CloudEvent', detail }));

const readType = ({ type, eventtype, schemaversion }: Context) => {
  if (type === foreign && eventtype !== undefined)
    return E.right({ type: eventtype, schemaVersion: Number(schemaversion) });
  const [, name, version] = typePattern.exec(type) ?? [];
  return name === undefined
    ? malformed(`type "${type}" is not of the form nl.burgernet.action.success-marked.v1`)
    : E.right({ type: pascal(name), schemaVersion: Number(version) });
};

const readTime = ({ time, recordedat }: Context): E.Either<LineFault, string> => {
  if (time === undefined)
    return recordedat === undefined ? malformed('it lacks the attribute "time"') : E.right(recordedat);
  if (!/([Zz]|[+-]\d{2}:\d{2})$/.test(time)) return malformed(`time "${time}" has no offset`);
  const moment = parseMoment(time);
  return E.isLeft(moment) ? malformed(moment.left.text.en) : moment;
};

const readData = ({ datacontenttype, data }: Context, { values }: RawFields): E.Either<LineFault, string> => {
  if (datacontenttype === 'text/plain' && typeof data === 'string') return E.right(data);
  const raw = values.get('data');
  return raw !== undefined && (datacontenttype === undefined || datacontenttype === 'application/json')
    ? E.right(raw)
    : malformed('it has no "data" of type application/json');
};

/**
 * Reads a CloudEvent as it was exported here. Attributes that others added on its way are passed over;
 * a `time` in another form is brought to ours.
 *
 * @param value the line as it was parsed
 * @param raw its fields as they are written
 */
export const readCloudEvent = (value: unknown, raw: RawFields): E.Either<LineFault, EventEntry> => {
  const read = Context.decode(value);
  if (E.isLeft(read)) return malformed(explain(read.left));
  const { id: eventId, subject: stream, metadata, revision } = read.right;
  const type = readType(read.right);
  if (E.isLeft(type)) return type;
  const recordedAt = readTime(read.right);
  if (E.isLeft(recordedAt)) return recordedAt;
  const data = readData(read.right, raw);
  if (E.isLeft(data)) return data;
  const event = { eventId, ...type.right, recordedAt: recordedAt.right, data: data.right, metadata };
  return E.right({ tag: 'event', stream, revision, event });
};

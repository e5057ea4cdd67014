import { isUtf8 } from 'node:buffer';
import { Count, explain, matching, open, parseMoment } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { readType } from './cloud-event-type.js';
import type { EventEntry } from './event-line.js';
import { type LineFault, refuse } from './line-fault.js';
import type { RawFields } from './raw-json.js';

/** Whoever passes a CloudEvent on may write an integer as a text, as in the header of a message. */
const IntegerText = matching('integer', {
  description: 'A whole number from 0 as a text.',
  pattern: '^(?:0|[1-9][0-9]{0,9})$',
});

const Context = open(
  'CloudEvent',
  { specversion: t.literal('1.0'), id: t.string, type: t.string, subject: t.string },
  {
    metadata: t.string,
    metadatabase64: t.string,
    time: t.string,
    recordedat: t.string,
    datacontenttype: t.string,
    revision: t.union([Count, IntegerText], 'revision'),
    eventtype: t.string,
    schemaversion: t.string,
    data: t.unknown,
  },
);
interface Context extends t.TypeOf<typeof Context> {}

const malformed = (detail: string): E.Either<LineFault, never> =>
  E.left(refuse('LineMalformed', { form: 'CloudEvent', detail }));

const noType = (type: string): string =>
  `type "${type}" is not of the form nl.burgernet.action.success-marked.v1`;

const readTime = ({ time, recordedat }: Context): E.Either<LineFault, string> => {
  // Others give an event that has no time one of their own.
  if (recordedat !== undefined) return E.right(recordedat);
  if (time === undefined) return malformed('it lacks the attribute "time"');
  if (!/([Zz]|[+-]\d{2}:\d{2})$/.test(time)) return malformed(`time "${time}" has no offset`);
  const moment = parseMoment(time);
  return E.isLeft(moment) ? malformed(moment.left.text.en) : moment;
};

const readMetadata = ({ metadata, metadatabase64 }: Context): E.Either<LineFault, string> => {
  if ((metadata === undefined) === (metadatabase64 === undefined))
    return malformed('it has one of "metadata" and "metadatabase64"');
  if (metadatabase64 === undefined) return E.right(metadata ?? '');
  const bytes = Buffer.from(metadatabase64, 'base64');
  return bytes.toString('base64') === metadatabase64 && isUtf8(bytes)
    ? E.right(bytes.toString())
    : malformed('"metadatabase64" is no text in base64');
};

const isJson = (contentType: string | undefined): boolean =>
  contentType === undefined || /^application\/json *(;|$)/i.test(contentType);

const readData = ({ datacontenttype, data }: Context, { values }: RawFields): E.Either<LineFault, string> => {
  if (datacontenttype === 'text/plain' && typeof data === 'string') return E.right(data);
  const raw = values.get('data');
  return raw !== undefined && isJson(datacontenttype)
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
  const { id: eventId, subject: stream, revision } = read.right;
  const type = readType(read.right);
  if (O.isNone(type)) return malformed(noType(read.right.type));
  const recordedAt = readTime(read.right);
  if (E.isLeft(recordedAt)) return recordedAt;
  const data = readData(read.right, raw);
  if (E.isLeft(data)) return data;
  const metadata = readMetadata(read.right);
  if (E.isLeft(metadata)) return metadata;
  const event = {
    eventId,
    ...type.value,
    recordedAt: recordedAt.right,
    data: data.right,
    metadata: metadata.right,
  };
  return E.right({
    tag: 'event',
    stream,
    revision: revision === undefined ? undefined : Number(revision),
    event,
  });
};

import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { isEventLine, readEventLine } from '../../interchange/event-line.js';
import { isSpace, parseJson, rawFields } from '../../interchange/raw-json.js';
import { type Parsed, parsedOf } from '../leaf/leaf.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { longestLine } from './layout.js';

/** More values than this in one line are not read: each takes far more memory than its text. */
const mostValues = 1_000_000;
/** A line of so many bytes at most cannot hold more values than that. */
const shortLine = 1 << 20;

const parting = /[,:[{]/;

/** Whether a line holds more values than are read, counted by what parts or opens them. */
export const holdsTooMuch = (line: string): boolean => {
  if (line.length <= shortLine) return false;
  let values = 0;
  let isInText = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (isInText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (parting.test(sign)) values += 1;
  }
  return values > mostValues;
};

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An event of a bundle, and what its texts are as JSON values. */
export interface EventRead {
  readonly event: StoredEvent;
  readonly parsed: Parsed;
}

/** An envelope as an export writes it where its texts need no escapes. */
const plainEnvelope =
  /^\{"eventId":"[ !#-[\]-~]*","stream":"[ !#-[\]-~]*","revision":(?:0|[1-9][0-9]{0,14}),"position":[1-9][0-9]{0,14},"type":"[ !#-[\]-~]*","schemaVersion":(?:0|[1-9][0-9]{0,14}),"recordedAt":"[ !#-[\]-~]*"\}$/;

/**
 * An event that was cut out of a line. It is of a class because Node may come to think that literals live long,
 * and put them where they do: then each would keep its line for as long.
 */
class LineEvent implements StoredEvent {
  constructor(
    readonly eventId: string,
    readonly stream: string,
    readonly revision: number,
    readonly position: number,
    readonly type: string,
    readonly schemaVersion: number,
    readonly recordedAt: string,
    readonly data: string,
    readonly metadata: string,
  ) {}
}

/**
 * An event whose envelope is plain. The texts of that are its own: a part of the line would keep all of it, and
 * who reads events keeps the names of their streams.
 */
const eventOf = (envelope: string, data: string, metadata: string): StoredEvent | undefined => {
  if (!plainEnvelope.test(envelope)) return undefined;
  const value: unknown = parseJson(envelope);
  if (!isObject(value)) return undefined;
  const { eventId, stream, revision, position, type, schemaVersion, recordedAt } = value;
  return typeof eventId === 'string' &&
    typeof stream === 'string' &&
    typeof revision === 'number' &&
    typeof position === 'number' &&
    typeof type === 'string' &&
    typeof schemaVersion === 'number' &&
    typeof recordedAt === 'string'
    ? new LineEvent(eventId, stream, revision, position, type, schemaVersion, recordedAt, data, metadata)
    : undefined;
};

const brace = 125;
const [dataStart, metadataStart] = [',"data":', ',"metadata":'];

/** Whether a text has space before or behind it. */
const hasSpace = (text: string): boolean =>
  isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1));

/**
 * The event of a line that is as nearly all are: each field in its place, texts that need no escapes, data and
 * metadata as they are. Where it is not, `undefined`; what is wrong with it, if anything, is then for others to
 * say.
 *
 * The line is parted where its first `,"metadata":` stands. Where both parts are JSON that is the right place:
 * a value cannot go on behind its end, so a line can be parted into two of them in one way only.
 */
const usualEvent = (line: string, position: number): EventRead | undefined => {
  const data = line.indexOf(dataStart);
  const metadata = line.indexOf(metadataStart, data);
  const isWhole = line.charCodeAt(line.length - 1) === brace && !line.includes('\r');
  if (data === -1 || metadata === -1 || !isWhole) return undefined;
  const event = eventOf(
    `${line.slice(0, data)}}`,
    line.slice(data + dataStart.length, metadata),
    line.slice(metadata + metadataStart.length, -1),
  );
  if (event?.position !== position) return undefined;
  if (hasSpace(event.data) || hasSpace(event.metadata)) return undefined;
  const parsed = parsedOf(event);
  return parsed.data === undefined || parsed.metadata === undefined ? undefined : { event, parsed };
};

/**
 * Reads a line of a bundle's events. It must be, to the letter, the one that an export writes for the event at
 * this position.
 *
 * @param line without its end
 * @param position of the event, which is the number of the line
 */
export const eventAt = (line: string, position: number): E.Either<BundleFault, EventRead> => {
  const malformed = (detail: string) => E.left(refuseBundle('EventMalformed', { position, detail }));
  if (line.length > longestLine) return malformed(`it is longer than ${longestLine} bytes`);
  if (line.includes('\n')) return malformed('it is more than one line');
  if (holdsTooMuch(line)) return malformed(`it holds more than ${mostValues} values`);
  const usual = usualEvent(line, position);
  if (usual !== undefined) return E.right(usual);
  const value = parseJson(line);
  if (!isObject(value)) return malformed('it is no JSON object, or was cut off');
  const raw = rawFields(line);
  const entry = readEventLine(value, raw);
  if (E.isLeft(entry))
    return malformed('detail' in entry.left.facts ? entry.left.facts.detail : entry.left.text.en);
  const { stream, revision, event: read } = entry.right;
  const { position: found } = value;
  if (typeof found !== 'number' || revision === undefined)
    return malformed('it lacks a position or a revision');
  if (found !== position)
    return E.left(refuseBundle('EventOutOfPlace', { expected: position, found, eventId: read.eventId }));
  const event = { ...read, stream, revision, position };
  return isEventLine(line, event, raw) && read.data.isWellFormed() && read.metadata.isWellFormed()
    ? E.right({ event, parsed: parsedOf(event) })
    : malformed('it is written otherwise than an export writes it');
};

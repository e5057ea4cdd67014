import { Count, closed, type StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { isEventLine, readEventLine } from '../../interchange/event-line.js';
import { behindValue, isSpace, parseJson, rawFields } from '../../interchange/raw-json.js';
import type { Parsed } from '../leaf/leaf.js';
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

const Envelope = closed('event', {
  eventId: t.string,
  stream: t.string,
  revision: Count,
  position: Count,
  type: t.string,
  schemaVersion: Count,
  recordedAt: t.string,
});

/** The member that stands first behind a comma: the text of its value, if it has that name. */
const memberAt = (line: string, at: number, name: string): string | undefined => {
  const start = `,"${name}":`;
  const from = at + start.length;
  return line.startsWith(start, at) && !isSpace(line.charCodeAt(from))
    ? line.slice(from, behindValue(line, from))
    : undefined;
};

/**
 * The event of a line that is as nearly all are: each field in its place, data and metadata as they are. Where
 * it is not, `undefined`; what is wrong with it, if anything, is then for others to say.
 */
const usualEvent = (line: string, value: Fields, position: number): StoredEvent | undefined => {
  const { eventId, stream, revision, type, schemaVersion, recordedAt } = value;
  const envelope = { eventId, stream, revision, position, type, schemaVersion, recordedAt };
  if (!Envelope.is(envelope)) return undefined;
  const start = JSON.stringify(envelope).slice(0, -1);
  if (!line.startsWith(start)) return undefined;
  const data = memberAt(line, start.length, 'data');
  if (data === undefined) return undefined;
  const metadata = memberAt(line, start.length + ',"data":'.length + data.length, 'metadata');
  if (metadata === undefined || line.includes('\r')) return undefined;
  const length = start.length + ',"data":'.length + data.length + ',"metadata":'.length + metadata.length;
  return line.length === length + 1 ? { ...envelope, data, metadata } : undefined;
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
  if (holdsTooMuch(line)) return malformed(`it holds more than ${mostValues} values`);
  const value = parseJson(line);
  if (!isObject(value)) return malformed('it is no JSON object, or was cut off');
  const usual = usualEvent(line, value, position);
  if (usual !== undefined) return E.right({ event: usual, parsed: value });
  const raw = rawFields(line);
  const entry = readEventLine(value, raw);
  if (E.isLeft(entry))
    return malformed('detail' in entry.left.facts ? entry.left.facts.detail : entry.left.text.en);
  const { stream, revision, event: read } = entry.right;
  const { position: found, data, metadata } = value;
  if (typeof found !== 'number' || revision === undefined)
    return malformed('it lacks a position or a revision');
  if (found !== position)
    return E.left(refuseBundle('EventOutOfPlace', { expected: position, found, eventId: read.eventId }));
  const event = { ...read, stream, revision, position };
  return isEventLine(line, event, raw) && read.data.isWellFormed() && read.metadata.isWellFormed()
    ? E.right({ event, parsed: { data, metadata } })
    : malformed('it is written otherwise than an export writes it');
};

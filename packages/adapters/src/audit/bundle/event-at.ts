import { isUtf8 } from 'node:buffer';
import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { eventLine, readEventLine } from '../../interchange/event-line.js';
import { parseJson, rawFields } from '../../interchange/raw-json.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { longestLine } from './layout.js';

/** More values than this in one line are not read: each takes far more memory than its text. */
const mostValues = 1_000_000;
/** A line of so many bytes at most cannot hold more values than that. */
const shortLine = 1 << 20;

const [quote, backslash, comma, colon, openList, openObject] = [34, 92, 44, 58, 91, 123];

/** Whether a line holds more values than are read, counted by what parts or opens them. */
export const holdsTooMuch = (line: Uint8Array): boolean => {
  if (line.length <= shortLine) return false;
  let values = 0;
  let isInText = false;
  for (let at = 0; at < line.length; at++) {
    const byte = line[at];
    if (isInText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isInText = false;
    } else if (byte === quote) isInText = true;
    else if (byte === comma || byte === colon || byte === openList || byte === openObject) values += 1;
  }
  return values > mostValues;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a line of a bundle's events. It must be, to the byte, the one that an export writes for the event at
 * this position.
 *
 * @param line without its end; `undefined` where it is too long to be read
 * @param position of the event, which is the number of the line
 */
export const eventAt = (
  line: Uint8Array | undefined,
  position: number,
): E.Either<BundleFault, StoredEvent> => {
  const malformed = (detail: string) => E.left(refuseBundle('EventMalformed', { position, detail }));
  if (line === undefined) return malformed(`it is longer than ${longestLine} bytes`);
  if (!isUtf8(line)) return malformed('it is not UTF-8');
  if (holdsTooMuch(line)) return malformed(`it holds more than ${mostValues} values`);
  const text = Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8');
  const value = parseJson(text);
  if (!isObject(value)) return malformed('it is no JSON object, or was cut off');
  const entry = readEventLine(value, rawFields(text));
  if (E.isLeft(entry)) return malformed(entry.left.text.en);
  const { stream, revision, event } = entry.right;
  const { position: found } = value;
  if (typeof found !== 'number' || revision === undefined)
    return malformed('it lacks a position or a revision');
  if (found !== position)
    return E.left(refuseBundle('EventOutOfPlace', { expected: position, found, eventId: event.eventId }));
  const stored = { ...event, stream, revision, position };
  return eventLine(stored) === text && [event.data, event.metadata].every((one) => one.isWellFormed())
    ? E.right(stored)
    : malformed('it is written otherwise than an export writes it');
};

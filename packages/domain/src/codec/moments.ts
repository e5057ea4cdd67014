import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { parseMoment, type TimeError } from '../time/amsterdam.js';
import { Instant } from '../time/instant.js';
import { ClosedType, ListType, NullableType } from './closed.js';

/** A moment that cannot be read, and in which field it stands. */
export interface MomentFault {
  /** such as `foundAt.moment` */
  readonly field: string;
  readonly error: TimeError;
}

/** Brings the moments of a value to the form of an instant; what else is wrong the codec says. */
type Reading = (value: unknown, field: string) => E.Either<MomentFault, unknown>;

const under = (field: string, key: string | number): string => (field === '' ? `${key}` : `${field}.${key}`);

const readInstant: Reading = (value, field) => {
  if (typeof value !== 'string' || Instant.is(value)) return E.right(value);
  const moment = parseMoment(value);
  return E.isLeft(moment) ? E.left({ field, error: moment.left }) : moment;
};

const readFields =
  (readings: ReadonlyMap<string, Reading>): Reading =>
  (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return E.right(value);
    const entries: Array<readonly [string, unknown]> = [];
    for (const [key, given] of Object.entries(value)) {
      const read = readings.get(key)?.(given, under(field, key)) ?? E.right(given);
      if (E.isLeft(read)) return read;
      entries.push([key, read.right]);
    }
    return E.right(Object.fromEntries(entries));
  };

const readItems =
  (item: Reading): Reading =>
  (value, field) => {
    if (!Array.isArray(value)) return E.right(value);
    const items: unknown[] = [];
    for (const [index, given] of value.entries()) {
      const read = item(given, under(field, index));
      if (E.isLeft(read)) return read;
      items.push(read.right);
    }
    return E.right(items);
  };

const readingOfFields = ({ required, optional }: ClosedType<unknown>): Reading | undefined => {
  const readings = new Map<string, Reading>();
  for (const [key, inner] of [...Object.entries(required), ...Object.entries(optional)]) {
    const reading = readingOf(inner);
    if (reading !== undefined) readings.set(key, reading);
  }
  return readings.size === 0 ? undefined : readFields(readings);
};

/** How to read the moments that a codec describes; `undefined` where it describes none. */
const readingOf = (codec: t.Mixed): Reading | undefined => {
  if (codec === Instant) return readInstant;
  if (codec instanceof NullableType) return readingOf(codec.inner);
  if (codec instanceof ListType) {
    const item = readingOf(codec.item);
    return item === undefined ? undefined : readItems(item);
  }
  return codec instanceof ClosedType ? readingOfFields(codec) : undefined;
};

/**
 * Reads data as a person or a file writes it: wherever the codec asks for an instant, a moment with an
 * offset or in the time of Amsterdam does too, and becomes one (domain: "Time"). Everything else stays
 * as it is, for the codec to judge.
 *
 * @param codec of what the data should be
 */
export const readMoments = (codec: t.Mixed): ((data: unknown) => E.Either<MomentFault, unknown>) => {
  const reading = readingOf(codec);
  return (data) => (reading === undefined ? E.right(data) : reading(data, ''));
};

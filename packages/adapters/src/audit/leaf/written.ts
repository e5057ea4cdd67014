import type { EventToAppend } from '../../event-store/port.js';
import { type LeafLack, leafLackOf, longestLeaf } from './leaf.js';
import { deepest } from './write-canonical.js';

/** The names, numbers and signs of a leaf beside its texts. */
const frame = 300;

/** Characters that take one byte and stand for themselves in JSON. */
const plain = /^[ !#-[\]-~]*$/;
const plainJson = /^[ -[\]-~]*$/;
/** How a number beyond 2^53 begins, as `JSON.stringify` writes it; some other texts have it too. */
const large = /(?:^|[:,[])-?[0-9](?:[0-9]{15}|[0-9.]*e\+)/;
const standIn = /^\{"(?:raw|sha256)"/;

/** Whether nothing can lie deeper in a text than {@link deepest}. */
const isShallow = (text: string): boolean => {
  let left = deepest;
  for (const sign of ['[', '{'])
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1))
      if (--left < 0) return false;
  return true;
};

const isPlainValue = (text: string): boolean =>
  plainJson.test(text) && !large.test(text) && !standIn.test(text) && isShallow(text);

/** Whether it is seen at a glance that the leaf holds all of an event; `false` says nothing. */
const isSurelyWhole = (
  stream: string,
  { eventId, type, recordedAt, data, metadata }: EventToAppend,
): boolean =>
  stream.length + eventId.length + type.length + recordedAt.length + data.length + metadata.length <=
    longestLeaf - frame &&
  plain.test(stream) &&
  plain.test(eventId) &&
  plain.test(type) &&
  plain.test(recordedAt) &&
  isPlainValue(data) &&
  isPlainValue(metadata);

/**
 * What {@link leafLackOf} says, for an event whose data and metadata `JSON.stringify` wrote: no name stands
 * twice in these, and most are of a form that needs no second look.
 */
export const lackOfWritten = (
  stream: string,
  revision: number,
  event: EventToAppend,
): LeafLack | undefined =>
  isSurelyWhole(stream, event) ? undefined : leafLackOf({ ...event, stream, revision });

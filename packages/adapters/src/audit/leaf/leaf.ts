import type { StoredEvent } from '@burgernet/domain';
import { parseJson } from '../../interchange/raw-json.js';
import { canonicalText } from './canonical-text.js';
import { hashStandIn, looksLikeStandIn, rawStandIn } from './stand-in.js';
import { literal } from './write-canonical.js';

/** The version of these rules, which stands in each leaf. */
const version = 1;

/** How long a leaf is at most, in bytes. */
export const longestLeaf = 65_535;

/** An event without its place in the log: a leaf's place is its index. */
export type LeafEvent = Omit<StoredEvent, 'position'>;

/** Parts of a leaf that can give way to the hash of their text, in the order in which they do. */
const longOnes = ['data', 'metadata', 'type', 'stream', 'recordedAt', 'eventId'] as const;
type LongOne = (typeof longOnes)[number];
type Forms = { readonly [K in LongOne]: string };

/** Whether a text takes so many bytes in UTF-8 at most; each character of UTF-16 takes three. */
const isWithin = (text: string, most: number): boolean =>
  text.length <= most && (text.length * 3 <= most || Buffer.byteLength(text) <= most);

/** A text of the envelope as a JSON string; one with a lone surrogate has no form in UTF-8. */
const nameForm = (text: string): string => {
  const json = literal(text);
  return text.isWellFormed() ? json : rawStandIn(json);
};

/** A text that is JSON, if all is well, as the value that it is. */
const valueForm = (text: string, value: unknown): string => {
  if (!isWithin(text, longestLeaf)) return hashStandIn(text);
  if (looksLikeStandIn(value)) return rawStandIn(text);
  return canonicalText(text, value) ?? rawStandIn(text);
};

/** What the texts of an event are as JSON values; `undefined` where one is none. */
export interface Parsed {
  readonly data: unknown;
  readonly metadata: unknown;
}

/** Parses the texts of an event, once for all who ask. */
export const parsedOf = ({ data, metadata }: Pick<LeafEvent, 'data' | 'metadata'>): Parsed => ({
  data: parseJson(data),
  metadata: parseJson(metadata),
});

const formsOf = (event: LeafEvent, parsed: Parsed = parsedOf(event)): Forms => ({
  eventId: nameForm(event.eventId),
  stream: nameForm(event.stream),
  type: nameForm(event.type),
  recordedAt: nameForm(event.recordedAt),
  data: valueForm(event.data, parsed.data),
  metadata: valueForm(event.metadata, parsed.metadata),
});

/** The parts in the order of their names, as RFC 8785 has it. */
const assembled = (
  { revision, schemaVersion }: Pick<LeafEvent, 'revision' | 'schemaVersion'>,
  { data, eventId, metadata, recordedAt, stream, type }: Forms,
): string =>
  `{"data":${data},"eventId":${eventId},"metadata":${metadata},"recordedAt":${recordedAt},"revision":${revision},"schemaVersion":${schemaVersion},"stream":${stream},"type":${type},"v":${version}}`;

/**
 * The leaf of an event: the canonical JSON (RFC 8785) of `{v, eventId, stream, revision, type, schemaVersion,
 * recordedAt, data, metadata}`, made of the event as it is stored, whether or not this release can read it.
 *
 * Every event has one, of at most {@link longestLeaf} bytes in UTF-8. Data or metadata without a canonical
 * form, see `canonicalText`, stand there as `{"raw": base64}` of their text; where the text or the
 * leaf is too long, as `{"sha256": hex}`. No value of an event's own can be taken for either.
 *
 * @param parsed the values of data and metadata, where these were parsed already
 */
export const leafOf = (event: LeafEvent, parsed?: Parsed): string => {
  let forms = formsOf(event, parsed);
  let leaf = assembled(event, forms);
  for (const one of longOnes) {
    if (isWithin(leaf, longestLeaf)) break;
    const text = one === 'data' || one === 'metadata' ? event[one] : JSON.stringify(event[one]);
    forms = { ...forms, [one]: hashStandIn(text) };
    leaf = assembled(event, forms);
  }
  return leaf;
};

/** Why the leaf of an event could not hold all that the event says. */
export type LeafLack =
  | { readonly tag: 'TooLong' }
  | { readonly tag: 'NoCanonicalForm'; readonly part: 'data' | 'metadata' };

/** What keeps an event from standing whole in its leaf; `undefined` where nothing does. */
export const leafLackOf = (event: LeafEvent): LeafLack | undefined => {
  const parts = ['data', 'metadata'] as const;
  const forms = formsOf(event);
  if (![event.data, event.metadata, assembled(event, forms)].every((text) => isWithin(text, longestLeaf)))
    return { tag: 'TooLong' };
  const part = parts.find((one) => looksLikeStandIn(parseJson(forms[one])));
  return part && { tag: 'NoCanonicalForm', part };
};

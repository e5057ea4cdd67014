import { Metadata, type StoredEvent } from '@burgernet/domain';

/** What the server keeps with an event beside its data, under names of its own. */
type Kept = Pick<StoredEvent, 'schemaVersion' | 'recordedAt' | 'metadata'>;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names by which EventStoreDB's own projections and screens know what belongs together. */
const conventions = (metadata: Readonly<Record<string, unknown>>): string =>
  (
    [
      ['$correlationId', metadata['correlationId']],
      ['$causationId', metadata['causationId']],
    ] as const
  )
    .flatMap(([name, id]) => (typeof id === 'string' ? [`"${name}":${JSON.stringify(id)},`] : []))
    .join('');

/**
 * Our metadata as the server keeps it: a JSON object with the schema version, the moment of recording,
 * EventStoreDB's correlation and causation, and, last, our own metadata to the letter. Where that is no
 * JSON object it stands there as a string, under another name.
 */
export const encodeMetadata = ({ schemaVersion, recordedAt, metadata }: Kept): string => {
  const parsed = parse(metadata);
  const ours = isObject(parsed)
    ? `${conventions(parsed)}"metadata":${metadata}`
    : `"metadataText":${JSON.stringify(metadata)}`;
  return `{"schemaVersion":${schemaVersion},"recordedAt":${JSON.stringify(recordedAt)},${ours}}`;
};

const text = '"(?:[^"\\\\]|\\\\.)*"';
const form = new RegExp(
  `^\\{"schemaVersion":(-?[0-9]{1,16}),"recordedAt":(${text}),(?:"\\$correlationId":${text},)?(?:"\\$causationId":${text},)?"metadata":(.*)\\}$`,
  's',
);

/** Of an object with the right members in whatever order or spacing. */
const fromMembers = (members: Readonly<Record<string, unknown>>): Kept | undefined => {
  const { schemaVersion, recordedAt, metadata, metadataText } = members;
  if (!Number.isSafeInteger(schemaVersion) || typeof recordedAt !== 'string') return undefined;
  const version = Number(schemaVersion);
  if (typeof metadataText === 'string') return { schemaVersion: version, recordedAt, metadata: metadataText };
  return isObject(metadata)
    ? { schemaVersion: version, recordedAt, metadata: JSON.stringify(metadata) }
    : undefined;
};

/**
 * Reads what {@link encodeMetadata} wrote.
 *
 * Metadata of others is given whole, with the server's own moment, as version 1: the registry then says
 * what is wrong with it. Where it would pass for ours, though nobody said of which version the event is,
 * the version is 0, which no release reads.
 *
 * @param created gives when the server stored the event
 */
export const decodeMetadata = (stored: string, created: () => string): Kept => {
  const [, version, recordedAt, metadata] = form.exec(stored) ?? [];
  if (
    version !== undefined &&
    recordedAt !== undefined &&
    metadata !== undefined &&
    isObject(parse(metadata))
  )
    return { schemaVersion: Number(version), recordedAt: String(parse(recordedAt)), metadata };
  const whole = parse(stored);
  const members = isObject(whole) ? fromMembers(whole) : undefined;
  if (members !== undefined) return members;
  return { schemaVersion: Metadata.is(whole) ? 0 : 1, recordedAt: created(), metadata: stored };
};

import { isUuidFrom, uuidPattern } from './vocabulary/uuid-form.js';

/** The kinds of stream, one an aggregate. */
export type StreamKind = 'action' | 'mailing' | 'municipality' | 'publication' | 'vault';

/** A stream of ours: `PREFIX.KIND-ID`, such as `burgernet.action-2f1c...`. */
export type StreamName = {
  readonly kind: StreamKind;
  /** a UUID; for a municipality `GMnnnn-YYYY`, for the vault the reference under which it keeps a text */
  readonly id: string;
};

/** The prefix of our streams unless somebody configures another: a store is often shared. */
export const defaultPrefix = 'burgernet';

const yearPattern = 'GM[0-9]{4}-[0-9]{4}';
const year = new RegExp(`^${yearPattern}$`);

/**
 * Whether an id of the form that this kind of stream asks for stands at that place and the text ends
 * behind it.
 *
 * @param at where the id begins, 0 by default
 */
export const isStreamId = (kind: StreamKind, text: string, at: number = 0): boolean =>
  kind === 'municipality' ? year.test(text.slice(at)) : isUuidFrom(text, at);

/** The form of {@link isStreamId} as a regular expression, without its ends. */
export const streamIdPattern = (kind: StreamKind): string =>
  kind === 'municipality' ? yearPattern : uuidPattern;

/** The stream's name in the store. */
export const streamOf = (kind: StreamKind, id: string, prefix: string = defaultPrefix): string =>
  `${prefix}.${kind}-${id}`;

/** Every kind there is. */
export const streamKinds: ReadonlyArray<StreamKind> = [
  'action',
  'mailing',
  'municipality',
  'publication',
  'vault',
];

/** Reads a stream's name, or gives `undefined` where it is none of ours. */
export const parseStream = (name: string, prefix: string = defaultPrefix): StreamName | undefined => {
  for (const kind of streamKinds) {
    const start = `${prefix}.${kind}-`;
    if (!name.startsWith(start)) continue;
    const id = name.slice(start.length);
    return isStreamId(kind, id) ? { kind, id } : undefined;
  }
  return undefined;
};

import { isUtf8 } from 'node:buffer';
import { parseStream } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type CommandEntry, type CommandUnread, readCommandLine, type Target } from './command-entry.js';
import { type EventEntry, readEventLine } from './event-line.js';
import { type LineFault, refuse } from './line-fault.js';
import { type Line, longestLine } from './lines.js';
import { type MayBeFor, mayBeFor, namedBy } from './may-be-for.js';
import { parseJson, rawFields } from './raw-json.js';
import { readCloudEvent } from './read-cloud-event.js';

/** What a line holds, with the stream that it is for. */
export type Entry = (EventEntry & { readonly target: Target }) | (CommandEntry & { readonly target: Target });

/** Why a line cannot be read, with its stream as far as the line says it. */
export interface Unread {
  readonly target: Target | undefined;
  readonly fault: CommandUnread['fault'];
  /** the streams that it may be for once it is corrected */
  readonly mayBeFor: MayBeFor;
}

type NotRead = Omit<Unread, 'mayBeFor'> & Partial<Unread>;

const unread = (fault: LineFault, target?: Target): E.Either<NotRead, never> => E.left({ target, fault });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A stream of somebody else is none of ours, unless our prefix or an id of ours stands in its name. */
const foreign = (stream: string, prefix: string): E.Either<NotRead, never> => {
  const ours = namedBy(stream);
  const isOurs = ours.length === 0 && (stream === '' || stream.startsWith(`${prefix}.`));
  const fault = refuse('StreamForeign', { stream, prefix });
  return E.left({ target: undefined, fault, mayBeFor: isOurs ? 'any' : ours });
};

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** An event's line, in either form. */
const readEvent = (
  value: Readonly<Record<string, unknown>>,
  text: string,
  isCloudEvent: boolean,
  prefix: string,
): E.Either<NotRead, Entry> => {
  const raw = rawFields(text);
  const named = value[isCloudEvent ? 'subject' : 'stream'];
  const stream = typeof named === 'string' ? named : '';
  const target = parseStream(stream, prefix);
  if (raw.twice !== undefined) return unread(refuse('FieldTwice', { field: raw.twice }), target);
  const entry = isCloudEvent ? readCloudEvent(value, raw) : readEventLine(value, raw);
  if (E.isLeft(entry)) return unread(entry.left, target);
  return target === undefined ? foreign(stream, prefix) : E.right({ ...entry.right, target });
};

/** Whether there is nothing in a line but space. */
export const isBlank = ({ bytes }: Line): boolean =>
  bytes?.every((byte) => byte === 32 || byte === 9 || byte === 13) ?? false;

const readText = (text: string, prefix: string): E.Either<NotRead, Entry> => {
  const value = parseJson(text);
  if (value === undefined) return unread(refuse('NotJson', {}));
  if (!isObject(value)) return unread(refuse('FormUnknown', {}));
  const forms = ['eventId', 'specversion', 'command'].filter((field) => Object.hasOwn(value, field));
  switch (forms.length === 1 ? forms[0] : undefined) {
    case 'eventId':
      return readEvent(value, text, false, prefix);
    case 'specversion':
      return readEvent(value, text, true, prefix);
    case 'command':
      return pipe(
        readCommandLine(value, text),
        E.map((entry) => ({ ...entry, target: { kind: entry.kind, id: entry.id } })),
      );
    default:
      return unread(refuse('FormUnknown', {}));
  }
};

/**
 * Reads a line of an import: an event as it was exported, a CloudEvent, or a command.
 *
 * @param prefix of our streams
 */
export const readLine =
  (prefix: string) =>
  ({ bytes }: Line): E.Either<Unread, Entry> => {
    if (bytes === undefined) {
      const fault = refuse('LineTooLong', { most: longestLine });
      return E.left({ target: undefined, fault, mayBeFor: 'any' });
    }
    const text = utf8.decode(bytes);
    return pipe(
      isUtf8(bytes) ? readText(text, prefix) : unread(refuse('NotUtf8', {})),
      E.mapLeft((line) => ({ ...line, mayBeFor: line.mayBeFor ?? mayBeFor(text) })),
    );
  };

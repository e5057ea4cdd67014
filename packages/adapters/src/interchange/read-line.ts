import { isUtf8 } from 'node:buffer';
import { parseStream } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { readCloudEvent } from './cloud-event.js';
import { type CommandEntry, type CommandUnread, readCommandLine, type Target } from './command-entry.js';
import { type EventEntry, readEventLine } from './event-line.js';
import { type LineFault, refuse } from './line-fault.js';
import { type Line, longestLine } from './lines.js';
import { parseJson, rawFields } from './raw-json.js';

/** What a line holds, with the stream that it is for. */
export type Entry = (EventEntry & { readonly target: Target }) | (CommandEntry & { readonly target: Target });

/** Why a line cannot be read, with its stream as far as the line says it. */
export interface Unread {
  readonly target: Target | undefined;
  readonly fault: CommandUnread['fault'];
}

const unread = (fault: LineFault, target?: Target): E.Either<Unread, never> => E.left({ target, fault });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** An event's line, in either form. */
const readEvent = (
  value: Readonly<Record<string, unknown>>,
  text: string,
  isCloudEvent: boolean,
  prefix: string,
): E.Either<Unread, Entry> => {
  const raw = rawFields(text);
  const named = value[isCloudEvent ? 'subject' : 'stream'];
  const stream = typeof named === 'string' ? named : '';
  const target = parseStream(stream, prefix);
  if (raw.twice !== undefined) return unread(refuse('FieldTwice', { field: raw.twice }), target);
  const entry = isCloudEvent ? readCloudEvent(value, raw) : readEventLine(value, raw);
  if (E.isLeft(entry)) return unread(entry.left, target);
  return target === undefined
    ? unread(refuse('StreamForeign', { stream, prefix }))
    : E.right({ ...entry.right, target });
};

/** Whether there is nothing in a line but space. */
export const isBlank = ({ bytes }: Line): boolean =>
  bytes?.every((byte) => byte === 32 || byte === 9 || byte === 13) ?? false;

/**
 * Reads a line of an import: an event as it was exported, a CloudEvent, or a command.
 *
 * @param prefix of our streams
 */
export const readLine =
  (prefix: string) =>
  ({ bytes }: Line): E.Either<Unread, Entry> => {
    if (bytes === undefined) return unread(refuse('LineTooLong', { most: longestLine }));
    if (!isUtf8(bytes)) return unread(refuse('NotUtf8', {}));
    const text = utf8.decode(bytes);
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

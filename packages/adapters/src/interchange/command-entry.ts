import {
  closed,
  explain,
  type Instant,
  isStreamId,
  parseMoment,
  readMoments,
  type StreamKind,
  Uuid,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { readAsked } from '../commands/asked.js';
import { commandCodecs } from '../commands/command-codecs.js';
import { derivedId } from '../commands/event-id.js';
import { type ActorFault, codeOf, type NamedActor, parseActor } from '../commands/named-actor.js';
import { type CommandFault, refuse as refuseCommand } from '../commands/rejection.js';
import { canonical } from './canonical.js';
import { type LineFault, refuse } from './line-fault.js';
import { fieldTwice } from './raw-json.js';

/** A command that a line holds. */
export interface CommandEntry {
  readonly tag: 'command';
  readonly kind: StreamKind;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly as: NamedActor;
  readonly recordedAt: Instant;
  readonly commandId: Uuid;
  readonly correlationId: Uuid | undefined;
  readonly causationId: Uuid | undefined;
  /** derives from what the command says; two commands of one id that differ in it say different things */
  readonly contentId: Uuid;
}

/** Why a command's line cannot be read; with its stream, where that is known. */
export interface CommandUnread {
  readonly target: Target | undefined;
  readonly fault: LineFault | CommandFault | ActorFault;
}

/** The stream that a command is for. */
export interface Target {
  readonly kind: StreamKind;
  readonly id: string;
}

const Line = closed(
  'command',
  { command: t.string, recordedAt: t.string, data: t.UnknownRecord },
  {
    id: Uuid,
    action: t.string,
    mailing: t.string,
    municipality: t.string,
    publication: t.string,
    as: t.string,
    correlationId: Uuid,
    causationId: Uuid,
  },
);
interface Line extends t.TypeOf<typeof Line> {}

const kinds = ['action', 'mailing', 'municipality', 'publication'] as const;

const malformed = (detail: string): LineFault => refuse('LineMalformed', { form: 'command', detail });

/** The stream that a command's line names, as far as it does so, whatever else is wrong with it. */
const targetOf = (value: Readonly<Record<string, unknown>>): E.Either<LineFault | CommandFault, Target> => {
  const named = kinds.filter((kind) => value[kind] !== undefined);
  const [kind, ...others] = named;
  if (kind === undefined || others.length > 0)
    return E.left(malformed(`it names one of ${kinds.join(', ')} as its stream`));
  const id = value[kind];
  return typeof id === 'string' && isStreamId(kind, id)
    ? E.right({ kind, id })
    : E.left(refuseCommand('IdMalformed', { kind, id: typeof id === 'string' ? id : typeof id }));
};

/** What is asked, with its moments brought to our form and checked by the command's codec. */
const askedOf = ({ kind }: Target, { command, data }: Line): E.Either<CommandFault, unknown> => {
  const codecs = commandCodecs[kind];
  const codec = Object.hasOwn(codecs, command) ? codecs[command] : undefined;
  const moments = codec === undefined ? E.right(data) : readMoments(codec)(data);
  if (E.isLeft(moments)) {
    const { field, error } = moments.left;
    return E.left(refuseCommand('CommandMalformed', { command, detail: `${field}: ${error.text.en}` }));
  }
  return pipe(
    readAsked(kind, codecs)(command, moments.right),
    E.map((asked): unknown => asked.data),
  );
};

const read = (target: Target, line: Line): E.Either<LineFault | CommandFault | ActorFault, CommandEntry> =>
  pipe(
    E.Do,
    E.bind('as', () => parseActor(line.as ?? 'system')),
    E.bindW('recordedAt', () =>
      pipe(
        parseMoment(line.recordedAt),
        E.mapLeft(({ text }) => malformed(`recordedAt: ${text.en}`)),
      ),
    ),
    E.bindW('data', () => askedOf(target, line)),
    E.map(({ as, recordedAt, data }) => {
      const { command: type, correlationId, causationId } = line;
      // A name is no part of it: an id in the log must not be a way to find out who somebody is.
      const who = codeOf(as);
      const content = canonical({ ...target, type, who, recordedAt, data, correlationId, causationId });
      const contentId = derivedId(`command/${content}`);
      const commandId = line.id ?? contentId;
      return {
        tag: 'command',
        ...target,
        type,
        data,
        as,
        recordedAt,
        commandId,
        correlationId,
        causationId,
        contentId,
      };
    }),
  );

/**
 * Reads a command's line:
 *
 * ```json
 * {"command": "MarkSuccess", "action": "2f1c...", "as": "coordinator:NAME",
 *  "recordedAt": "2022-01-10T09:30", "data": {"successId": "...", "line": "112", "attribution": "direct"}}
 * ```
 *
 * The stream is named by its kind: `action`, `mailing` or `publication` with a UUID, `municipality` with
 * `GMnnnn-YYYY`. `as` says who acted, `ROLE:NAME`; without it the system did. `recordedAt` and the moments
 * in `data` are RFC 3339, without an offset in the time of Amsterdam. `id` is the command's id; without
 * one it derives from what the line says, so that the same line is the same command. `correlationId` and
 * `causationId` may be there.
 *
 * @param value the line as it was parsed
 * @param text the line itself
 */
export const readCommandLine = (
  value: Readonly<Record<string, unknown>>,
  text: string,
): E.Either<CommandUnread, CommandEntry> => {
  const target = targetOf(value);
  if (E.isLeft(target)) return E.left({ target: undefined, fault: target.left });
  const twice = fieldTwice(text);
  const entry =
    twice === undefined
      ? pipe(
          Line.decode(value),
          E.mapLeft((errors) => malformed(explain(errors))),
          E.chainW((line) => read(target.right, line)),
        )
      : E.left(refuse('FieldTwice', { field: twice }));
  return pipe(
    entry,
    E.mapLeft((fault) => ({ target: target.right, fault })),
  );
};

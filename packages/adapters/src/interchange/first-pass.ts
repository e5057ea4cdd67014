import { type Actor, defaultPrefix, Source } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { actorOf, type NamedActor } from '../commands/named-actor.js';
import type { StoreError } from '../event-store/port.js';
import type { VaultError } from '../vault/port.js';
import type { Target } from './command-entry.js';
import type { ImportDeps } from './import-deps.js';
import { type CommandWork, takeCommand } from './imported-command.js';
import { type ImportedStream, type Refused, refusing, type Verdict } from './imported-stream.js';
import type { ImportedStreams } from './imported-streams.js';
import type { Line } from './lines.js';
import { type Entry, readLine } from './read-line.js';

/** The line's stream was refused before it. */
interface Held {
  readonly tag: 'held';
}

/** What the first pass says of a line. */
export type Said =
  | { readonly stream: string; readonly verdict: Verdict | Held }
  /** the line does not say for which stream it is */
  | { readonly stream: undefined; readonly verdict: Refused };

/** Says what becomes of a line, given the lines before it. */
export type FirstPass = (line: Line, source: Source) => TE.TaskEither<StoreError | VaultError, Said>;

/** From what the events of a command's line are made: the input, under its name where that may be stored. */
export const sourceOf = (label: string): Source => {
  for (const name of [label, 'import']) {
    const source = { kind: 'command', name };
    if (Source.is(source)) return source;
  }
  throw new Error('An import is a source.');
};

/** The actors of an import, each asked of the vault once. */
const actorsOf = ({ vault, newId }: ImportDeps) => {
  const actors = new Map<string, Actor>();
  return (named: NamedActor): TE.TaskEither<VaultError, Actor> => {
    const key = JSON.stringify(named);
    const known = actors.get(key);
    if (known !== undefined) return TE.right(known);
    return pipe(
      actorOf(vault, newId)(named),
      TE.map((actor) => {
        actors.set(key, actor);
        return actor;
      }),
    );
  };
};

/**
 * The first pass of an import: reads line after line and folds the streams that they are for, on top of
 * what the store holds. It appends nothing. A stream with a line that is refused takes no more.
 */
export const firstPass = (deps: ImportDeps, streams: ImportedStreams): FirstPass => {
  const { registry, prefix = defaultPrefix, tolerance } = deps;
  const read = readLine(prefix);
  const work: CommandWork = {
    registry,
    tolerance,
    actor: actorsOf(deps),
    firstResult: (stream, commandId) => streams.firstResult(stream, commandId),
  };

  const judge = (
    stream: ImportedStream,
    entry: Entry,
    source: Source,
  ): TE.TaskEither<StoreError | VaultError, Verdict> =>
    entry.tag === 'event' ? TE.right(stream.restore(entry)) : takeCommand(work, stream, entry, source);

  const settle = (
    target: Target,
    say: (stream: ImportedStream) => TE.TaskEither<StoreError | VaultError, Verdict | Held>,
  ): TE.TaskEither<StoreError | VaultError, Said> =>
    pipe(
      streams.of(target),
      TE.chainW((stream) =>
        pipe(
          say(stream),
          TE.map((verdict) => {
            if (verdict.tag === 'refuse') stream.isRefused = true;
            return { stream: stream.fold.name, verdict };
          }),
        ),
      ),
    );

  return (line, source) =>
    pipe(
      read(line),
      E.fold(
        ({ target, fault }) =>
          target === undefined
            ? TE.right({ stream: undefined, verdict: refusing(fault) })
            : settle(target, () => TE.right(refusing(fault))),
        (entry) =>
          settle(entry.target, (stream) =>
            stream.isRefused ? TE.right({ tag: 'held' }) : judge(stream, entry, source),
          ),
      ),
    );
};

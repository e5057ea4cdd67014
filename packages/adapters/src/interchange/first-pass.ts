import { type Actor, defaultPrefix, type Instant, Source } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { actorOf, type NamedActor } from '../commands/named-actor.js';
import type { StoreError } from '../event-store/port.js';
import type { VaultError } from '../vault/port.js';
import type { Target } from './command-entry.js';
import type { ImportDeps } from './import-deps.js';
import type { LineRefusal } from './import-outcome.js';
import { type CommandWork, takeCommand } from './imported-command.js';
import { type ImportedStream, type Refused, refusing, type Verdict } from './imported-stream.js';
import type { ImportedStreams } from './imported-streams.js';
import type { Line } from './lines.js';
import { type MayBeFor, ofAnyKind } from './may-be-for.js';
import { type Entry, readLine } from './read-line.js';

/** The line's stream was refused before it. */
interface Held {
  readonly tag: 'held';
}

/** What the first pass says of a line. */
export type Said =
  | { readonly stream: string; readonly verdict: Exclude<Verdict, Refused> | Held }
  | {
      /** `undefined` where the line does not say it */
      readonly stream: string | undefined;
      readonly verdict: Refused;
      /** whether it may be for any stream of the import */
      readonly mayBeOfAny: boolean;
    };

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

/** The streams that a line may be for which was read: its own, and where it is no event of that, one of another kind. */
const streamsOf = (target: Target, { tag }: LineRefusal): ReadonlyArray<Target> =>
  tag === 'EventUnreadable' ? ofAnyKind(target.id) : [target];

/** The actors of an import, each asked of the vault once for every day on which they acted. */
const actorsOf = ({ vault, newId }: ImportDeps) => {
  const actors = new Map<string, Actor>();
  return (named: NamedActor, at: Instant): TE.TaskEither<VaultError, Actor> => {
    const key = JSON.stringify([named, at.slice(0, 10)]);
    const known = actors.get(key);
    if (known !== undefined) return TE.right(known);
    return pipe(
      actorOf(vault, newId)(named, at),
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

  const refused = (target: Target | undefined, verdict: Refused, mayBe: MayBeFor): Said => {
    streams.refuse(mayBe);
    const stream = target === undefined ? undefined : streams.nameOf(target);
    return { stream, verdict, mayBeOfAny: mayBe === 'any' };
  };

  const settle = (entry: Entry, source: Source): TE.TaskEither<StoreError | VaultError, Said> => {
    const { target } = entry;
    const name = streams.nameOf(target);
    if (streams.isRefused(name)) return TE.right({ stream: name, verdict: { tag: 'held' } });
    return pipe(
      streams.of(target),
      TE.chainW((stream) => judge(stream, entry, source)),
      TE.map(
        (verdict): Said =>
          verdict.tag === 'refuse'
            ? refused(target, verdict, streamsOf(target, verdict.refusal))
            : { stream: name, verdict },
      ),
    );
  };

  return (line, source) =>
    pipe(
      read(line),
      E.fold(
        ({ target, fault, mayBeFor }) => TE.right(refused(target, refusing(fault), mayBeFor)),
        (entry) => settle(entry, source),
      ),
    );
};

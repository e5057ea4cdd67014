import {
  type Actor,
  type DomainEvent,
  defaultTolerance,
  type Instant,
  momentOfRecording,
  type Registry,
  type Source,
  type Uuid,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { decidable, decideOn } from '../commands/decide-on.js';
import { eventIdOf } from '../commands/event-id.js';
import { asksTheSame, type FirstResult } from '../commands/first-result.js';
import type { NamedActor } from '../commands/named-actor.js';
import { newEvents } from '../commands/new-events.js';
import { refuse as refuseCommand } from '../commands/rejection.js';
import type { Asking } from '../commands/stream-fold.js';
import { systemActor } from '../commands/system-actor.js';
import type { StoreError } from '../event-store/port.js';
import type { VaultError } from '../vault/port.js';
import type { CommandEntry } from './command-entry.js';
import { type ImportedStream, refusing, type Verdict } from './imported-stream.js';
import { refuse } from './line-fault.js';

/** What the commands of an import are decided with. */
export interface CommandWork {
  readonly registry: Registry<DomainEvent>;
  readonly tolerance: number | undefined;
  /** the actor that the log gets for a name */
  readonly actor: (named: NamedActor, at: Instant) => TE.TaskEither<VaultError, Actor>;
  /** what a command brought about in a stream of the store */
  readonly firstResult: (
    stream: ImportedStream,
    commandId: Uuid,
  ) => TE.TaskEither<StoreError, FirstResult | undefined>;
}

/** What a command asks, by whom in role; deciding needs no more, and a refused name stays out of the vault. */
const askingOf = ({ id, type, data, as }: CommandEntry): Asking => ({
  id,
  type,
  data,
  by: {
    id: systemActor.id,
    role: as.role,
    ...(as.role === 'municipality' ? { municipality: as.name } : {}),
  },
});

/** Whether a command that stands in the store says the same; its moment of recording is part of what a line says. */
const compare = (
  { fold }: ImportedStream,
  entry: CommandEntry,
  result: FirstResult,
  tolerance: number = defaultTolerance,
): Verdict => {
  const { commandId, recordedAt: given } = entry;
  const { before, recorded } = result.first;
  const { recordedAt } = recorded;
  if (!asksTheSame(result, askingOf(entry)))
    return refusing(refuseCommand('CommandIdReused', { stream: fold.name, commandId, recordedAt }));
  const moment = momentOfRecording(fold.name, before.recordedAt, given, tolerance);
  return E.isRight(moment) && moment.right === recordedAt
    ? { tag: 'repeat' }
    : refusing(refuse('MomentDiffers', { commandId, recordedAt, given }));
};

/** A command whose events the stream has already, from this import or from before. */
const repeat = (
  work: CommandWork,
  stream: ImportedStream,
  entry: CommandEntry,
): TE.TaskEither<StoreError, Verdict> => {
  const { commandId, contentId, recordedAt } = entry;
  const asked = commandId === contentId ? contentId : stream.asked.get(commandId);
  if (asked === contentId) return TE.right({ tag: 'repeat' });
  const reused = refuseCommand('CommandIdReused', { stream: stream.fold.name, commandId, recordedAt });
  if (asked !== undefined) return TE.right(refusing(reused));
  // Nothing in the store means that its events are restored ones of this very import: they cannot be compared.
  return pipe(
    work.firstResult(stream, commandId),
    TE.map((result) =>
      result === undefined ? refusing(reused) : compare(stream, entry, result, work.tolerance),
    ),
  );
};

/**
 * Decides a command on a stream as it stands with the lines before it, at the moment that its line says.
 *
 * @param source what the metadata says that it was made from
 */
export const takeCommand = (
  work: CommandWork,
  stream: ImportedStream,
  entry: CommandEntry,
  source: Source,
): TE.TaskEither<StoreError | VaultError, Verdict> => {
  const { commandId, contentId, correlationId, causationId } = entry;
  if (stream.fold.has(eventIdOf(stream.target, commandId, 0))) return repeat(work, stream, entry);
  const on = decidable(stream.fold);
  if (E.isLeft(on)) return TE.right(refusing(on.left));
  const decision = decideOn(on.right, askingOf(entry), entry.recordedAt, work.tolerance);
  if (E.isLeft(decision)) return TE.right(refusing(decision.left));
  return pipe(
    work.actor(entry.as, entry.recordedAt),
    TE.map((by) => {
      if (commandId !== contentId) stream.asked.set(commandId, contentId);
      const { kind, id } = stream.target;
      const given = { kind, id, by, commandId, correlationId, causationId, source };
      return stream.add(newEvents(work.registry, decision.right, given));
    }),
  );
};

import { domainRegistry } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { CommandOutcome } from '../../commands/command-request.js';
import type { Considered } from '../../commands/consider.js';
import { actorOf } from '../../commands/named-actor.js';
import { runCommand } from '../../commands/run-command.js';
import type { Append, EventStore } from '../../event-store/port.js';
import type { TextToKeep, Vault } from '../../vault/port.js';
import { commandFailure } from '../command-failure.js';
import type { Context } from '../context.js';
import type { Failure } from '../failure.js';
import { newId } from '../new-id.js';
import { recordingRefusal } from '../recorded-refusals.js';
import { vaultFailure } from '../with-vault.js';
import type { Asked } from './ask.js';
import { attempted } from './looking.js';

const registry = domainRegistry();

/** The texts of a command, each with its place in the log: the event that will hold its reference. */
const textsToKeep = ({ texts, stream, request }: Asked, { events }: Append): ReadonlyArray<TextToKeep> =>
  texts.map(({ reference, kind, path, text }) => {
    const event = events.find(({ data }) => data.includes(reference));
    const place = { eventId: event?.eventId ?? null, stream, field: path };
    return { reference, kind, place, keptSince: request.recordedAt, text };
  });

/**
 * Keeps in the vault who acts and what was written, and then gives the command. Of one that was given before
 * nothing is kept again: it may have been forgotten since.
 */
export const record = (
  context: Pick<Context, 'options' | 'now'>,
  store: EventStore,
  vault: Vault,
  asked: Asked,
  considered: Considered,
): TE.TaskEither<Failure, CommandOutcome> => {
  if (considered.tag === 'Repeat') return TE.right(considered.outcome);
  const { request, named } = asked;
  return pipe(
    actorOf(vault, newId)(named, request.recordedAt),
    TE.chainFirst(() => pipe(textsToKeep(asked, considered.batch), TE.traverseSeqArray(vault.keep))),
    TE.mapLeft(vaultFailure),
    TE.chain((by) =>
      pipe(
        runCommand({ store, registry, newId })({ ...request, by }),
        TE.mapLeft(commandFailure(context.options.store)),
        recordingRefusal(context, attempted(asked)),
      ),
    ),
  );
};

import { domainRegistry } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { CommandOutcome } from '../../commands/command-request.js';
import { actorOf } from '../../commands/named-actor.js';
import { runCommand } from '../../commands/run-command.js';
import type { EventStore } from '../../event-store/port.js';
import type { Vault } from '../../vault/port.js';
import { commandFailure } from '../command-failure.js';
import type { Context } from '../context.js';
import type { Failure } from '../failure.js';
import { newId } from '../new-id.js';
import { vaultFailure } from '../with-vault.js';
import type { Asked } from './ask.js';

const registry = domainRegistry();

/** Keeps in the vault who acts and what was written, and then gives the command. */
export const record = (
  { options }: Pick<Context, 'options'>,
  store: EventStore,
  vault: Vault,
  { request, texts, named }: Asked,
): TE.TaskEither<Failure, CommandOutcome> =>
  pipe(
    actorOf(vault, newId)(named),
    TE.chainFirst(() =>
      pipe(
        texts,
        TE.traverseSeqArray(({ reference, subject, text }) => vault.keep(reference, subject, text)),
      ),
    ),
    TE.mapLeft(vaultFailure),
    TE.chain((by) =>
      pipe(
        runCommand({ store, registry, newId })({ ...request, by }),
        TE.mapLeft(commandFailure(options.store)),
      ),
    ),
  );

import type { Actor, ForgettingReason, Instant, Role, Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type {
  CommandDeps,
  CommandError,
  CommandOutcome,
  CommandRequest,
} from '../commands/command-request.js';
import { consider } from '../commands/consider.js';
import { runCommand } from '../commands/run-command.js';
import { systemActor } from '../commands/system-actor.js';
import type { Forgetting, KeptText, Known, Vault, VaultError } from './port.js';
import { type ReferenceFault, refuseReference } from './vault-rejection.js';

/** What forgetting works with. */
export interface ForgetDeps extends CommandDeps {
  readonly vault: Vault;
}

/** A command to forget what the vault keeps under a reference. */
export interface ForgetRequest {
  readonly reference: string;
  readonly reason: ForgettingReason;
  readonly role: Role;
  /** who acts, asked for only where the rules let this role do it */
  readonly actor: TE.TaskEither<VaultError, Actor>;
  readonly recordedAt: Instant;
  /** a repeat with the same id gives the first result */
  readonly commandId: Uuid;
}

/** Why something is not forgotten. */
export type ForgetError = CommandError | VaultError | ReferenceFault;

const commandOf = ({
  reference: id,
  ...given
}: Forgetting): CommandRequest & { readonly commandId: Uuid } => ({
  kind: 'vault',
  id,
  type: 'ForgetPersonalData',
  ...given,
});

/** The forgetting of a text that is kept. */
export const forgettingOf = (
  { reference, kind, keptSince }: Pick<KeptText, 'reference' | 'kind' | 'keptSince'>,
  by: Actor,
  { reason, recordedAt, commandId }: Pick<ForgetRequest, 'reason' | 'recordedAt' | 'commandId'>,
): Forgetting => ({
  reference,
  commandId,
  by,
  recordedAt,
  data: { what: kind, keptSince, reason: { code: reason } },
});

/** Whether the log tells already that this was forgotten, by whatever command. */
const isTold = ({ tag }: ForgetError): boolean => tag === 'AlreadyForgotten';

/**
 * Has the log tell of what the vault forgot. The command is the one that was decided before the vault forgot
 * it, so it can be given as often as need be.
 */
const tell =
  (deps: ForgetDeps) =>
  (forgetting: Forgetting): TE.TaskEither<ForgetError, CommandOutcome> =>
    pipe(
      runCommand(deps)(commandOf(forgetting)),
      TE.fold(
        (error): TE.TaskEither<ForgetError, CommandOutcome> =>
          isTold(error)
            ? pipe(
                deps.vault.settle([forgetting.reference]),
                TE.chainW(() => TE.left(error)),
              )
            : TE.left(error),
        (outcome) =>
          pipe(
            deps.vault.settle([forgetting.reference]),
            TE.map(() => outcome),
          ),
      ),
    );

/** What was told before is no failure of whoever finishes it. */
const unlessTold = (error: ForgetError): TE.TaskEither<ForgetError, void> =>
  isTold(error) ? TE.right(undefined) : TE.left(error);

/**
 * Decides whether a text may be forgotten and writes nothing. One of which the log tells that it was
 * forgotten may: it came back from a copy of the vault.
 */
export const decideToForget =
  (deps: ForgetDeps) =>
  (forgetting: Forgetting): TE.TaskEither<ForgetError, void> =>
    pipe(
      consider(deps, commandOf(forgetting)),
      TE.map(() => undefined),
      TE.orElse(unlessTold),
    );

/** Has the log tell of it, unless it does. */
const finish =
  (deps: ForgetDeps) =>
  (forgetting: Forgetting): TE.TaskEither<ForgetError, void> =>
    pipe(
      tell(deps)(forgetting),
      TE.map(() => undefined),
      TE.orElse(unlessTold),
    );

/** Has the log tell of everything that it does not tell yet: a process may have ended between the two. */
export const tellAll = (deps: ForgetDeps): TE.TaskEither<ForgetError, void> =>
  pipe(
    deps.vault.unsettled,
    TE.chainW(TE.traverseSeqArray(finish(deps))),
    TE.map(() => undefined),
  );

/** What is known of what is kept under a reference, or was until it was forgotten. */
const knownOf = (
  reference: string,
  known: Known | undefined,
): E.Either<ReferenceFault, Pick<KeptText, 'reference' | 'kind' | 'keptSince'>> => {
  if (known === undefined) return E.left(refuseReference('NothingKept', { reference }));
  if (known.tag === 'kept') return E.right(known.text);
  const { what, keptSince } = known.forgetting.data;
  return E.right({ reference, kind: what, keptSince });
};

/**
 * Forgets what the vault keeps under a reference: decides, destroys key and ciphertext, and appends
 * `PersonalDataForgotten` (domain: "Personal data"). Who dies between the two leaves in the vault by which
 * command it was; the same command again, any other on this reference, and every run of the retention finish
 * it.
 */
export const forgetText =
  (deps: ForgetDeps) =>
  (request: ForgetRequest): TE.TaskEither<ForgetError, CommandOutcome> => {
    const { vault } = deps;
    const { reference, role, actor } = request;
    return pipe(
      TE.Do,
      TE.bind('known', () => vault.about(reference)),
      TE.bindW('about', ({ known }) => TE.fromEither(knownOf(reference, known))),
      // What is forgotten already was decided then, and is finished whatever this command comes to.
      TE.chainFirstW(({ known }) =>
        known?.tag === 'forgotten' ? finish(deps)(known.forgetting) : TE.right(undefined),
      ),
      // By the role alone: the name of somebody who is refused stays out of the vault.
      TE.chainFirstW(({ about }) =>
        decideToForget(deps)(forgettingOf(about, { role, id: systemActor.id }, request)),
      ),
      TE.bindW('by', () => actor),
      TE.let('asked', ({ about, by }) => forgettingOf(about, by, request)),
      TE.chainFirstW(({ asked }) => vault.forget([asked])),
      TE.chainW(({ asked }) => tell(deps)(asked)),
    );
  };

import {
  type Actor,
  type ConsultationReason,
  type ConsultationRejection,
  consultationRefusal,
  type Instant,
  type Role,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { KeptText, Vault, VaultError } from './port.js';
import { type ReferenceFault, refuseReference } from './vault-rejection.js';

/** Who asks to read what, and why. */
export interface ShowRequest {
  readonly reference: string;
  readonly role: Role;
  /** who reads, asked for only where the rules let this role read */
  readonly actor: TE.TaskEither<VaultError, Actor>;
  readonly reason: ConsultationReason;
  readonly now: Instant;
}

/** A text of the vault with what is known of it. */
export interface ShownText extends KeptText {
  readonly text: string;
}

/** Why a text is not shown. */
export type ShowError = VaultError | ConsultationRejection | ReferenceFault;

/** What the vault keeps under a reference, as far as this role may read it for this reason now. */
const readable = (
  vault: Vault,
  { reference, role, reason, now }: ShowRequest,
): TE.TaskEither<ShowError, KeptText> =>
  pipe(
    vault.about(reference),
    TE.chainEitherKW((known): E.Either<ShowError, KeptText> => {
      if (known === undefined) return E.left(refuseReference('NothingKept', { reference }));
      if (known.tag === 'forgotten')
        return E.left(refuseReference('Forgotten', { reference, forgottenAt: known.forgetting.recordedAt }));
      const { keptSince } = known.text;
      const refusal = consultationRefusal({ role, reason, keptSince, now });
      return refusal === undefined ? E.right(known.text) : E.left(refusal);
    }),
  );

/**
 * Shows what the vault keeps, to those who may read it (domain: "Personal data"). A record of who read what,
 * when and why stands in the vault before the text is given.
 */
export const showText =
  (vault: Vault) =>
  (request: ShowRequest): TE.TaskEither<ShowError, ShownText> => {
    const { reference, reason, now } = request;
    return pipe(
      TE.Do,
      TE.bind('about', () => readable(vault, request)),
      TE.bindW('by', () => request.actor),
      TE.bindW('text', ({ by: { id, role } }) =>
        vault.consult({ at: now, role, actorId: id, reason, reference }),
      ),
      TE.chain(({ about, text }) =>
        // Forgotten since it was looked at: then the vault says so.
        text === undefined ? showText(vault)(request) : TE.right({ ...about, text }),
      ),
    );
  };

import { authoritySentences } from '../authority.js';
import { occurrenceSentences } from '../clock.js';
import { both, type RejectionOf, refusing } from '../rejection.js';
import { local } from '../time/amsterdam.js';
import type { Instant } from '../time/instant.js';
import type { MailingKind, SenderKind } from '../vocabulary/codes.js';
import type { Uuid } from '../vocabulary/identifiers.js';

/** Every rule of a mailing, by the tag of its refusal. */
export const mailingSentences = {
  ...occurrenceSentences,
  ...authoritySentences,
  MailingUnknown: (_: object) =>
    both('There is no such mailing; send it first.', 'Deze mailing bestaat niet; verstuur haar eerst.'),
  MailingExists: (f: { readonly sentAt: Instant }) =>
    both(
      `This mailing was sent at ${local(f.sentAt)} already; give a new mailing another id.`,
      `Deze mailing is al verstuurd op ${local(f.sentAt)}; geef een nieuwe mailing een ander id.`,
    ),
  MailingIsWithdrawn: (_: object) =>
    both(
      'The mailing was withdrawn; nothing more is recorded on it.',
      'De mailing is ingetrokken; er wordt niets meer op geregistreerd.',
    ),
  SenderOfOtherKind: (f: { readonly kind: MailingKind; readonly senderKind: SenderKind }) =>
    f.kind === 'prevention-message'
      ? both(
          `A prevention message is sent by a municipality, not by a ${f.senderKind}.`,
          `Een preventiebericht komt van een gemeente, niet van een ${f.senderKind}.`,
        )
      : both(
          'A neighbourhood inquiry is sent by a police team (BT or DR), not by a municipality.',
          'Een digitaal buurtonderzoek komt van een politieteam (BT of DR), niet van een gemeente.',
        ),
  SenderCodeMalformed: (f: { readonly code: string }) =>
    both(
      `A municipality sends under its CBS code, such as GM0344, not as "${f.code}".`,
      `Een gemeente verstuurt onder haar CBS-code, zoals GM0344, niet als "${f.code}".`,
    ),
  MailingResponseExists: (f: { readonly responseId: Uuid }) =>
    both(
      `Response ${f.responseId} was recorded already; give a new response another id.`,
      `Reactie ${f.responseId} is al geregistreerd; geef een nieuwe reactie een ander id.`,
    ),
  ToTheCaseImpliesRelevant: (_: object) =>
    both(
      'Information for the case in question is relevant information; assess it as relevant too.',
      'Informatie voor de zaak zelf is relevante informatie; beoordeel haar ook als relevant.',
    ),
};

/** Why a command on a mailing is refused, or why an event conflicts with its stream. */
export type MailingRejection = RejectionOf<typeof mailingSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(mailingSentences);

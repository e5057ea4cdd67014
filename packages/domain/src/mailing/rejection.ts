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
      'The mailing was withdrawn and nothing more is recorded on it; send a new one instead.',
      'De mailing is ingetrokken en er wordt niets meer op vastgelegd; verstuur een nieuwe.',
    ),
  SenderOfOtherKind: (f: { readonly kind: MailingKind; readonly senderKind: SenderKind }) =>
    f.kind === 'prevention-message'
      ? both(
          `A prevention message is sent by a municipality, not by a ${f.senderKind}; name the municipality, or make it a neighbourhood inquiry.`,
          `Een preventiebericht komt van een gemeente, niet van een ${f.senderKind}; noem de gemeente, of maak er een digitaal buurtonderzoek van.`,
        )
      : both(
          'A neighbourhood inquiry is sent by a police team (BT or DR), not by a municipality; name the team, or make it a prevention message.',
          'Een digitaal buurtonderzoek komt van een politieteam (BT of DR), niet van een gemeente; noem het team, of maak er een preventiebericht van.',
        ),
  SenderCodeMalformed: (f: { readonly code: string }) =>
    both(
      `A municipality does not send as "${f.code}"; give its CBS code, such as GM0344.`,
      `Een gemeente verstuurt niet als "${f.code}"; geef haar CBS-code, zoals GM0344.`,
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

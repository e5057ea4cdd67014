import { both, type RejectionOf, refusing } from '../rejection.js';
import { local } from '../time/amsterdam.js';
import type { Instant } from '../time/instant.js';
import type { MailingKind, Role, SenderKind } from '../vocabulary/codes.js';
import type { MunicipalityCode, Uuid } from '../vocabulary/identifiers.js';

/** Every rule of a mailing, by the tag of its refusal. */
export const mailingSentences = {
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
  OccurredAfterRecorded: (f: {
    readonly field: string;
    readonly occurred: Instant;
    readonly recordedAt: Instant;
  }) =>
    both(
      `${f.field} (${f.occurred}) lies after the moment of recording (${f.recordedAt}); record it when it has happened.`,
      `${f.field} (${f.occurred}) ligt na het moment van registratie (${f.recordedAt}); registreer het als het gebeurd is.`,
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
  RoleNotAllowed: (f: {
    readonly command: string;
    readonly role: Role;
    readonly allowed: ReadonlyArray<Role>;
  }) =>
    both(
      `${f.command} is not for the role ${f.role}; it is for ${f.allowed.join(' or ')}.`,
      `${f.command} is niet voor de rol ${f.role}; wel voor ${f.allowed.join(' of ')}.`,
    ),
  NotItsMunicipality: (f: { readonly own: MunicipalityCode | null; readonly given: string }) =>
    both(
      `A municipality acts for itself: ${f.own ?? 'one without a code'} cannot act for ${f.given}.`,
      `Een gemeente handelt voor zichzelf: ${f.own ?? 'een zonder code'} kan niet voor ${f.given} handelen.`,
    ),
};

/** Why a command on a mailing is refused, or why an event conflicts with its stream. */
export type MailingRejection = RejectionOf<typeof mailingSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(mailingSentences);

import {
  type ActionState,
  both,
  type DomainEvent,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  type MailingEvent,
  type MunicipalityEvent,
  type PersonalDataKind,
  type PublicationEvent,
  type Sentence,
  type VaultEvent,
} from '@burgernet/domain';
import type { ReportContext } from '../context.js';
import { mailingKindLabel, reasonLabel } from '../labels/codes.js';
import { senderLabel } from '../labels/senders.js';
import { regionLabel } from '../labels/vocabulary.js';
import { count } from '../numbers.js';
import { printable } from '../printable.js';
import { actionSentence } from './action-sentence.js';
import { momentText, plainWording, type Wording } from './wording.js';

const mailingSentence = (event: MailingEvent, context: ReportContext, wording: Wording): string => {
  const { lang } = context;
  const { called, done, noted } = wording;
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  switch (event.type) {
    case 'MailingSent': {
      const { kind, sender, sentAt, addressees } = event.data;
      const what = `${mailingKindLabel(kind, lang)}, ${senderLabel(sender, context)}`;
      const many =
        addressees === undefined
          ? ''
          : say(`, ${count(addressees, lang)} addressed`, `, ${count(addressees, lang)} geadresseerden`);
      return say(
        `Mailing sent at ${momentText(sentAt, wording)}${noted}: ${what}${many}.`,
        `Mailing verstuurd om ${momentText(sentAt, wording)}${noted}: ${what}${many}.`,
      );
    }
    case 'MailingResponseReceived': {
      const { responseId, receivedAt } = event.data;
      return say(
        `Response ${called(responseId)} received at ${momentText(receivedAt, wording)}${noted}.`,
        `Reactie ${called(responseId)} ontvangen om ${momentText(receivedAt, wording)}${noted}.`,
      );
    }
    case 'MailingAssessed': {
      const { relevant, toTheCase } = event.data;
      if (toTheCase)
        return say(
          `Mailing assessed${done}: relevant information, for the case in question.`,
          `Mailing beoordeeld${done}: relevante informatie, voor de zaak zelf.`,
        );
      return relevant
        ? say(
            `Mailing assessed${done}: relevant information.`,
            `Mailing beoordeeld${done}: relevante informatie.`,
          )
        : say(
            `Mailing assessed${done}: no relevant information.`,
            `Mailing beoordeeld${done}: geen relevante informatie.`,
          );
    }
    case 'MailingWithdrawn': {
      const why = reasonLabel(event.data.reason, lang);
      return say(
        `Mailing withdrawn${done} (${why}); it counts no more.`,
        `Mailing ingetrokken${done} (${why}); zij telt niet meer mee.`,
      );
    }
  }
};

const things = {
  ParticipantsCounted: { en: 'participants', nl: 'deelnemers' },
  InhabitantsCounted: { en: 'inhabitants', nl: 'inwoners' },
  SafetyOfficersCounted: { en: 'safety officers', nl: "opgeleide OOV'ers" },
  AppDownloadsCounted: { en: 'new downloads of the app', nl: 'nieuwe downloads van de app' },
} as const;

const countSentence = (
  event: MunicipalityEvent,
  { lang, municipalityName }: ReportContext,
  { done }: Wording,
): string => {
  const { municipality, count: n, source } = event.data;
  const at = event.type === 'AppDownloadsCounted' ? event.data.month : event.data.referenceDate;
  const channel = event.type === 'ParticipantsCounted' ? ` (${event.data.channel})` : '';
  const what = `${municipalityName(municipality)}, ${at}: ${count(n, lang)} ${things[event.type][lang]}${channel}`;
  return {
    en: `Count recorded${done} for ${what}; source: ${printable(source)}.`,
    nl: `Telling vastgelegd${done} voor ${what}; bron: ${printable(source)}.`,
  }[lang];
};

const publicationSentence = (
  { data }: PublicationEvent,
  { lang }: ReportContext,
  { done }: Wording,
): string => {
  const { title, table, period, rows, region } = data;
  const what = `${printable(title)}, ${regionLabel(region, lang)} ${period}, ${table}`;
  const n = count(rows.length, lang);
  const values = rows.length === 1 ? both('1 value', '1 waarde') : both(`${n} values`, `${n} waarden`);
  return {
    en: `Publication recorded${done}: ${what}, ${values.en}.`,
    nl: `Publicatie vastgelegd${done}: ${what}, ${values.nl}.`,
  }[lang];
};

const forgotten: Readonly<Record<PersonalDataKind, Sentence>> = {
  name: both('a name', 'een naam'),
  reason: both('a note', 'een toelichting'),
  evidence: both('evidence', 'bewijs'),
  message: both('a message', 'een bericht'),
  response: both('a response', 'een reactie'),
};

const vaultSentence = (
  { data: { what, keptSince, reason } }: VaultEvent,
  { lang }: ReportContext,
  wording: Wording,
): string =>
  ({
    en: `Personal data forgotten${wording.done}: ${forgotten[what].en}, kept since ${momentText(keptSince, wording)}; ${reasonLabel(reason, lang)}.`,
    nl: `Persoonsgegevens vergeten${wording.done}: ${forgotten[what].nl}, bewaard sinds ${momentText(keptSince, wording)}; ${reasonLabel(reason, lang)}.`,
  })[lang];

/**
 * What an event says, in a sentence. Times are those of Amsterdam.
 *
 * @param after the action after it, where it is one of an action
 * @param wording how it names days and ids, and who recorded it; by default as a list has it
 */
export const eventSentence = (
  event: DomainEvent,
  after: ActionState | undefined,
  context: ReportContext,
  wording: Wording = plainWording,
): string => {
  if (isActionEvent(event)) return actionSentence(event, after, context, wording);
  if (isMailingEvent(event)) return mailingSentence(event, context, wording);
  if (isMunicipalityEvent(event)) return countSentence(event, context, wording);
  if (isPublicationEvent(event)) return publicationSentence(event, context, wording);
  return vaultSentence(event, context, wording);
};

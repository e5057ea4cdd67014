import {
  type ActionState,
  both,
  type DomainEvent,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  local,
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

const mailingSentence = (event: MailingEvent, context: ReportContext): string => {
  const { lang } = context;
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
        `Mailing sent at ${local(sentAt)}: ${what}${many}.`,
        `Mailing verstuurd om ${local(sentAt)}: ${what}${many}.`,
      );
    }
    case 'MailingResponseReceived': {
      const { responseId, receivedAt } = event.data;
      return say(
        `Response ${responseId} received at ${local(receivedAt)}.`,
        `Reactie ${responseId} ontvangen om ${local(receivedAt)}.`,
      );
    }
    case 'MailingAssessed': {
      const { relevant, toTheCase } = event.data;
      if (toTheCase)
        return say(
          'Mailing assessed: relevant information, for the case in question.',
          'Mailing beoordeeld: relevante informatie, voor de zaak zelf.',
        );
      return relevant
        ? say('Mailing assessed: relevant information.', 'Mailing beoordeeld: relevante informatie.')
        : say('Mailing assessed: no relevant information.', 'Mailing beoordeeld: geen relevante informatie.');
    }
    case 'MailingWithdrawn': {
      const why = reasonLabel(event.data.reason, lang);
      return say(
        `Mailing withdrawn (${why}); it counts no more.`,
        `Mailing ingetrokken (${why}); zij telt niet meer mee.`,
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

const countSentence = (event: MunicipalityEvent, { lang, municipalityName }: ReportContext): string => {
  const { municipality, count: n, source } = event.data;
  const at = event.type === 'AppDownloadsCounted' ? event.data.month : event.data.referenceDate;
  const channel = event.type === 'ParticipantsCounted' ? ` (${event.data.channel})` : '';
  const what = `${municipalityName(municipality)}, ${at}: ${count(n, lang)} ${things[event.type][lang]}${channel}`;
  return {
    en: `Count recorded for ${what}; source: ${printable(source)}.`,
    nl: `Telling vastgelegd voor ${what}; bron: ${printable(source)}.`,
  }[lang];
};

const publicationSentence = ({ data }: PublicationEvent, { lang }: ReportContext): string => {
  const { title, table, period, rows, region } = data;
  const what = `${printable(title)}, ${regionLabel(region, lang)} ${period}, ${table}`;
  return {
    en: `Publication recorded: ${what}, ${count(rows.length, lang)} values.`,
    nl: `Publicatie vastgelegd: ${what}, ${count(rows.length, lang)} waarden.`,
  }[lang];
};

const forgotten: Readonly<Record<PersonalDataKind, Sentence>> = {
  name: both('a name', 'een naam'),
  reason: both('a note', 'een toelichting'),
  evidence: both('evidence', 'bewijs'),
  message: both('a message', 'een bericht'),
  response: both('a response', 'een reactie'),
};

const vaultSentence = ({ data: { what, keptSince, reason } }: VaultEvent, { lang }: ReportContext): string =>
  ({
    en: `Personal data forgotten: ${forgotten[what].en}, kept since ${local(keptSince)}; ${reasonLabel(reason, lang)}.`,
    nl: `Persoonsgegevens vergeten: ${forgotten[what].nl}, bewaard sinds ${local(keptSince)}; ${reasonLabel(reason, lang)}.`,
  })[lang];

/**
 * What an event says, in a sentence. Times are those of Amsterdam.
 *
 * @param after the action after it, where it is one of an action
 */
export const eventSentence = (
  event: DomainEvent,
  after: ActionState | undefined,
  context: ReportContext,
): string => {
  if (isActionEvent(event)) return actionSentence(event, after, context);
  if (isMailingEvent(event)) return mailingSentence(event, context);
  if (isMunicipalityEvent(event)) return countSentence(event, context);
  if (isPublicationEvent(event)) return publicationSentence(event, context);
  return vaultSentence(event, context);
};

import type * as t from 'io-ts';
import type { ActionEvent } from './action/event.js';
import * as action from './action/event.js';
import type { MailingEvent } from './mailing/event.js';
import * as mailing from './mailing/event.js';
import type { MunicipalityEvent } from './municipality/event.js';
import * as municipality from './municipality/event.js';
import type { PublicationEvent } from './publication/event.js';
import * as publication from './publication/event.js';
import { makeRegistry, type Registration, type Registry } from './registry.js';
import { defaultPrefix, type StreamKind } from './stream.js';
import type { VaultEvent } from './vault/event.js';
import * as vault from './vault/event.js';

/** Any event of the domain. */
export type DomainEvent = ActionEvent | MailingEvent | MunicipalityEvent | PublicationEvent | VaultEvent;

const first = (kind: StreamKind, type: DomainEvent['type'], codec: t.Mixed): Registration => ({
  kind,
  type,
  versions: [{ codec }],
});

/** Every event type in every version that was ever written. Only ever added to. */
export const registrations: ReadonlyArray<Registration> = [
  first('action', 'ActionStarted', action.ActionStarted),
  first('action', 'ActionChanged', action.ActionChanged),
  first('action', 'RunTimeExtended', action.RunTimeExtended),
  first('action', 'ActionEnded', action.ActionEnded),
  first('action', 'ActionWithdrawn', action.ActionWithdrawn),
  first('action', 'ClosingMessageSent', action.ClosingMessageSent),
  first('action', 'ReachMeasured', action.ReachMeasured),
  first('action', 'SharesCounted', action.SharesCounted),
  first('action', 'ResponseReceived', action.ResponseReceived),
  first('action', 'ResponseWithdrawn', action.ResponseWithdrawn),
  first('action', 'ResponseAssessed', action.ResponseAssessed),
  first('action', 'SuccessMarked', action.SuccessMarked),
  first('action', 'SuccessCorrected', action.SuccessCorrected),
  first('action', 'SuccessWithdrawn', action.SuccessWithdrawn),
  first('action', 'SuccessRuledOut', action.SuccessRuledOut),
  first('action', 'VerdictWithdrawn', action.VerdictWithdrawn),
  first('action', 'ParticipantsThanked', action.ParticipantsThanked),
  first('action', 'ThanksWithdrawn', action.ThanksWithdrawn),
  first('mailing', 'MailingSent', mailing.MailingSent),
  first('mailing', 'MailingResponseReceived', mailing.MailingResponseReceived),
  first('mailing', 'MailingAssessed', mailing.MailingAssessed),
  first('mailing', 'MailingWithdrawn', mailing.MailingWithdrawn),
  first('municipality', 'ParticipantsCounted', municipality.ParticipantsCounted),
  first('municipality', 'InhabitantsCounted', municipality.InhabitantsCounted),
  first('municipality', 'SafetyOfficersCounted', municipality.SafetyOfficersCounted),
  first('municipality', 'AppDownloadsCounted', municipality.AppDownloadsCounted),
  first('publication', 'FiguresPublished', publication.FiguresPublished),
  first('vault', 'PersonalDataForgotten', vault.PersonalDataForgotten),
];

/** The registry of the domain's events for streams with this prefix. */
export const domainRegistry = (prefix: string = defaultPrefix): Registry<DomainEvent> =>
  makeRegistry<DomainEvent>(prefix, registrations);

/** Whether this is an event of an action. */
export const isActionEvent = (event: DomainEvent): event is ActionEvent => kindOf(event) === 'action';
/** Whether this is an event of a mailing. */
export const isMailingEvent = (event: DomainEvent): event is MailingEvent => kindOf(event) === 'mailing';
/** Whether this is an event of a municipality's counts. */
export const isMunicipalityEvent = (event: DomainEvent): event is MunicipalityEvent =>
  kindOf(event) === 'municipality';
/** Whether this is an event of a publication. */
export const isPublicationEvent = (event: DomainEvent): event is PublicationEvent =>
  kindOf(event) === 'publication';
/** Whether this is an event of what the vault keeps under one reference. */
export const isVaultEvent = (event: DomainEvent): event is VaultEvent => kindOf(event) === 'vault';

/** The kind of stream in which the event stands. */
export const kindOf = (event: DomainEvent): StreamKind => {
  switch (event.type) {
    case 'MailingSent':
    case 'MailingResponseReceived':
    case 'MailingAssessed':
    case 'MailingWithdrawn':
      return 'mailing';
    case 'ParticipantsCounted':
    case 'InhabitantsCounted':
    case 'SafetyOfficersCounted':
    case 'AppDownloadsCounted':
      return 'municipality';
    case 'FiguresPublished':
      return 'publication';
    case 'PersonalDataForgotten':
      return 'vault';
    default:
      return 'action';
  }
};

import type { ActionEvent } from './action/event.js';
import { actionRegistrations } from './action/registrations.js';
import type { MailingEvent } from './mailing/event.js';
import { mailingRegistrations } from './mailing/registrations.js';
import type { MunicipalityEvent } from './municipality/event.js';
import { municipalityRegistrations } from './municipality/registrations.js';
import type { PublicationEvent } from './publication/event.js';
import { publicationRegistrations } from './publication/registrations.js';
import { makeRegistry, type Registration, type Registry } from './registry.js';
import { defaultPrefix, type StreamKind } from './stream.js';
import type { VaultEvent } from './vault/event.js';
import { vaultRegistrations } from './vault/registrations.js';

/** Any event of the domain. */
export type DomainEvent = ActionEvent | MailingEvent | MunicipalityEvent | PublicationEvent | VaultEvent;

/** Every event type in every version that was ever written. Only ever added to. */
export const registrations: ReadonlyArray<Registration> = [
  ...actionRegistrations,
  ...mailingRegistrations,
  ...municipalityRegistrations,
  ...publicationRegistrations,
  ...vaultRegistrations,
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

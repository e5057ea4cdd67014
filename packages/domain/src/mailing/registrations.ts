import { firstVersion } from '../first-version.js';
import { makeRegistry, type Registration, type Registry } from '../registry.js';
import { defaultPrefix } from '../stream.js';
import {
  MailingAssessed,
  type MailingEvent,
  MailingResponseReceived,
  MailingSent,
  MailingWithdrawn,
} from './event.js';

const first = firstVersion('mailing');

/** Every event type of a mailing, in every version that was ever written. Only ever added to. */
export const mailingRegistrations: ReadonlyArray<Registration> = [
  first('MailingSent', MailingSent),
  first('MailingResponseReceived', MailingResponseReceived),
  first('MailingAssessed', MailingAssessed),
  first('MailingWithdrawn', MailingWithdrawn),
];

/** The registry of a mailing's events alone, for streams with this prefix. */
export const mailingRegistry = (prefix: string = defaultPrefix): Registry<MailingEvent> =>
  makeRegistry<MailingEvent>(prefix, mailingRegistrations);

import type {
  Attribution,
  Channel,
  ClosingMessageSent,
  ConsultationReason,
  Entry,
  MailingKind,
  ParticipantsThanked,
  PersonalDataKind,
  Precision,
  Relevance,
  Role,
} from '@burgernet/domain';
import type { Lang } from '../context.js';

type InBoth = Readonly<Record<Lang, string>>;
type Words<K extends string> = Readonly<Record<K, InBoth>>;
const w = (en: string, nl: string): InBoth => ({ en, nl });

const roles: Words<Role> = {
  dispatcher: w('dispatcher', 'centralist'),
  coordinator: w('coordinator', 'coördinator'),
  'police-team': w('police team', 'politieteam'),
  municipality: w('municipality', 'gemeente'),
  system: w('system', 'systeem'),
};
const byRoles: Words<Role> = {
  dispatcher: w('by the dispatcher', 'door de centralist'),
  coordinator: w('by the coordinator', 'door de coördinator'),
  'police-team': w('by the police team', 'door het politieteam'),
  municipality: w('by the municipality', 'door de gemeente'),
  system: w('by the system', 'door het systeem'),
};
const channels: Words<Channel> = {
  voice: w('voice message', 'spraakbericht'),
  sms: w('text message', 'sms'),
  app: w('the app', 'de app'),
  mail: w('e-mail', 'e-mail'),
  twitter: w('Twitter', 'Twitter'),
  facebook: w('Facebook', 'Facebook'),
  messenger: w('Messenger', 'Messenger'),
  'digital-screen': w('digital screens', 'digitale schermen'),
};
const entries: Words<Entry> = {
  phone: w('by telephone', 'per telefoon'),
  app: w('by the app', 'via de app'),
  mail: w('by e-mail', 'per e-mail'),
  other: w('in another way', 'op een andere manier'),
  unknown: w('way in unknown', 'ingang onbekend'),
};
const relevances: Words<Relevance> = {
  none: w('not relevant', 'niet relevant'),
  relevant: w('relevant', 'relevant'),
  decisive: w('decisive', 'doorslaggevend'),
};
const attributions: Words<Attribution> = {
  direct: w('directly by Burgernet', 'direct door Burgernet'),
  indirect: w('indirectly by Burgernet', 'indirect door Burgernet'),
  'without-burgernet': w('without Burgernet', 'zonder Burgernet'),
};
const outcomes: Words<ClosingMessageSent['outcome']> = {
  found: w('found', 'gevonden'),
  'found-deceased': w('found deceased', 'overleden gevonden'),
  arrested: w('arrested', 'aangehouden'),
  'not-found': w('not found', 'niet gevonden'),
  'called-off': w('called off', 'afgeblazen'),
  other: w('another outcome', 'een andere afloop'),
};
const manners: Words<ParticipantsThanked['how']['code']> = {
  app: w('by the app', 'via de app'),
  sms: w('by text message', 'per sms'),
  mail: w('by e-mail', 'per e-mail'),
  letter: w('by letter', 'per brief'),
  'social-media': w('on social media', 'op sociale media'),
  'in-person': w('in person', 'persoonlijk'),
  other: w('in another way', 'op een andere manier'),
};
const kinds: Words<MailingKind> = {
  'neighbourhood-inquiry': w('neighbourhood inquiry', 'digitaal buurtonderzoek'),
  'prevention-message': w('prevention message', 'preventiebericht'),
};
const precisions: Words<Precision> = {
  instant: w('to the minute', 'op de minuut'),
  hour: w('in that hour', 'in dat uur'),
  day: w('on that day', 'op die dag'),
};
const keptKinds: Words<PersonalDataKind> = {
  name: w('name', 'naam'),
  reason: w('note to a reason', 'toelichting bij een reden'),
  evidence: w('evidence', 'bewijs'),
  message: w('message', 'bericht'),
  response: w('response', 'reactie'),
};
const consultations: Words<ConsultationReason> = {
  action: w('for an action', 'voor een actie'),
  investigation: w('for an investigation', 'voor een onderzoek'),
  success: w('for a success', 'voor een succes'),
  request: w('because the person asked', 'op verzoek van de betrokkene'),
  complaint: w('for a complaint', 'voor een klacht'),
  accountability: w('for accountability', 'voor verantwoording'),
};
/** The codes of all reasons; what one of them means does not depend on what it is the reason of. */
const reasons: Readonly<Record<string, InBoth>> = {
  error: w('a mistake', 'een vergissing'),
  hoax: w('a hoax', 'een valse melding'),
  unfounded: w('unfounded', 'ongegrond'),
  duplicate: w('a duplicate', 'dubbel'),
  'new-information': w('new information', 'nieuwe informatie'),
  'still-searching': w('the search goes on', 'er wordt nog gezocht'),
  'run-time-over': w('the run time was over', 'de looptijd was voorbij'),
  found: w('found', 'gevonden'),
  'called-off': w('called off', 'afgeblazen'),
  'not-found': w('not found', 'niet gevonden'),
  'found-otherwise': w('found in another way', 'op een andere manier gevonden'),
  unknown: w('not known', 'niet bekend'),
  retention: w('the time for keeping it was over', 'de bewaartijd was voorbij'),
  request: w('somebody asked for it', 'op verzoek'),
  unlawful: w('it should not have been kept', 'het had niet bewaard mogen worden'),
  other: w('another reason', 'een andere reden'),
};

/** The name of a role. */
export const roleLabel = (role: Role, lang: Lang): string => roles[role][lang];
/** By whom something was recorded. */
export const byRoleLabel = (role: Role, lang: Lang): string => byRoles[role][lang];
/** Over which channel something goes out. */
export const channelLabel = (channel: Channel, lang: Lang): string => channels[channel][lang];
/** By what way a response came in. */
export const entryLabel = (entry: Entry, lang: Lang): string => entries[entry][lang];
/** What a response was worth. */
export const relevanceLabel = (relevance: Relevance, lang: Lang): string => relevances[relevance][lang];
/** How a find came about. */
export const attributionLabel = (attribution: Attribution, lang: Lang): string =>
  attributions[attribution][lang];
/** How an action ended, as participants are told. */
export const outcomeLabel = (outcome: ClosingMessageSent['outcome'], lang: Lang): string =>
  outcomes[outcome][lang];
/** In what way thanks were given. */
export const mannerLabel = (manner: ParticipantsThanked['how']['code'], lang: Lang): string =>
  manners[manner][lang];
/** The name of a kind of mailing. */
export const mailingKindLabel = (kind: MailingKind, lang: Lang): string => kinds[kind][lang];
/** How exactly a moment is known. */
export const precisionLabel = (precision: Precision, lang: Lang): string => precisions[precision][lang];
/** What kind of text the vault keeps, or kept. */
export const keptKindLabel = (kind: PersonalDataKind, lang: Lang): string => keptKinds[kind][lang];
/** Why somebody read what the vault keeps. */
export const consultationLabel = (reason: ConsultationReason, lang: Lang): string =>
  consultations[reason][lang];
/** Why something was done. */
export const reasonLabel = ({ code }: { readonly code: string }, lang: Lang): string =>
  reasons[code]?.[lang] ?? code;

import { oneOf } from '../codec/closed.js';

/** The ten police regions of the Netherlands. */
export const Region = oneOf(
  'region',
  'noord-nederland',
  'oost-nederland',
  'midden-nederland',
  'noord-holland',
  'amsterdam',
  'den-haag',
  'rotterdam',
  'zeeland-west-brabant',
  'oost-brabant',
  'limburg',
);
export type Region = typeof Region._A;

/** Types of action, as published in 2021. An action without one is "not recorded". */
export const ActionType = oneOf(
  'action type',
  'missing-person',
  'suspicious-situation',
  'violent-crime',
  'street-robbery',
  'vessel-or-vehicle-theft',
  'home-burglary',
  'robbery',
  'other-theft-or-burglary',
  'shoplifting',
  'sexual-offence',
  'leaving-accident',
  'other',
);
export type ActionType = typeof ActionType._A;

/** What an action is for; only `actual` ones count in any figure. */
export const ActionStatus = oneOf('action status', 'actual', 'exercise', 'test');
export type ActionStatus = typeof ActionStatus._A;

/** Channels out. */
export const Channel = oneOf(
  'channel',
  'voice',
  'sms',
  'app',
  'mail',
  'twitter',
  'facebook',
  'messenger',
  'digital-screen',
);
export type Channel = typeof Channel._A;

/** Lines in: over which a citizen reports. `0900-8844` is written 0800-8844 in the 2021 publication. */
export const Line = oneOf('line', '0800-0011', '112', '0900-8844', 'app', 'mail', 'other', 'unknown');
export type Line = typeof Line._A;

/** The way in, which is another fact than the line: the app of some phones dials 0800-0011, of others 112. */
export const Entry = oneOf('entry', 'phone', 'app', 'mail', 'other', 'unknown');
export type Entry = typeof Entry._A;

/** What a response was worth. */
export const Relevance = oneOf('relevance', 'none', 'relevant', 'decisive');
export type Relevance = typeof Relevance._A;

/** How a find came about. */
export const Attribution = oneOf('attribution', 'direct', 'indirect', 'without-burgernet');
export type Attribution = typeof Attribution._A;

/** What kind of text about people the vault keeps; figures read none of it. */
export const PersonalDataKind = oneOf(
  'kind of personal data',
  'name',
  'reason',
  'evidence',
  'message',
  'response',
);
export type PersonalDataKind = typeof PersonalDataKind._A;

/** Who acts. */
export const Role = oneOf('role', 'dispatcher', 'coordinator', 'police-team', 'municipality', 'system');
export type Role = typeof Role._A;

/** Kinds of mailing: a police team asks the neighbourhood, or a municipality warns. */
export const MailingKind = oneOf('mailing kind', 'neighbourhood-inquiry', 'prevention-message');
export type MailingKind = typeof MailingKind._A;

/** Kinds of sender of a mailing: basic team (BT), district criminal-investigation team (DR), municipality. */
export const SenderKind = oneOf('sender kind', 'BT', 'DR', 'municipality');
export type SenderKind = typeof SenderKind._A;

import type * as t from 'io-ts';
import { Count, closed, oneOf } from '../codec/closed.js';
import { Month, PlainDate } from '../time/period.js';
import { Region } from '../vocabulary/codes.js';
import { Label, MunicipalityCode } from '../vocabulary/identifiers.js';

/** Over which participants are reached; app users are known only as new downloads. */
export const ParticipantChannel = oneOf('participant channel', 'sms-voice', 'mail');
export type ParticipantChannel = typeof ParticipantChannel._A;

const counted = { region: Region, municipality: MunicipalityCode, count: Count, source: Label };

/** How many people of a municipality could be reached over one channel at a date. */
export const ParticipantsCounted = closed('ParticipantsCounted', {
  ...counted,
  channel: ParticipantChannel,
  referenceDate: PlainDate,
});
/** What {@link ParticipantsCounted} holds. */
export interface ParticipantsCounted extends t.TypeOf<typeof ParticipantsCounted> {}

/** How many people lived in a municipality at a date. */
export const InhabitantsCounted = closed('InhabitantsCounted', { ...counted, referenceDate: PlainDate });
/** What {@link InhabitantsCounted} holds. */
export interface InhabitantsCounted extends t.TypeOf<typeof InhabitantsCounted> {}

/** Trained safety officers (OOV'ers). */
export const SafetyOfficersCounted = closed('SafetyOfficersCounted', {
  ...counted,
  referenceDate: PlainDate,
});
/** What {@link SafetyOfficersCounted} holds. */
export interface SafetyOfficersCounted extends t.TypeOf<typeof SafetyOfficersCounted> {}

/** New downloads of the app in a month. */
export const AppDownloadsCounted = closed('AppDownloadsCounted', { ...counted, month: Month });
/** What {@link AppDownloadsCounted} holds. */
export interface AppDownloadsCounted extends t.TypeOf<typeof AppDownloadsCounted> {}

/** What the events of a municipality's year hold, by type; the codec is the type. */
export type MunicipalityEvent =
  | { readonly type: 'ParticipantsCounted'; readonly data: ParticipantsCounted }
  | { readonly type: 'InhabitantsCounted'; readonly data: InhabitantsCounted }
  | { readonly type: 'SafetyOfficersCounted'; readonly data: SafetyOfficersCounted }
  | { readonly type: 'AppDownloadsCounted'; readonly data: AppDownloadsCounted };

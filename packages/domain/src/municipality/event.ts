import { Count, closedAs, oneOf } from '../codec/closed.js';
import type { EventOf } from '../event-of.js';
import { Month, PlainDate } from '../time/period.js';
import { Region } from '../vocabulary/codes.js';
import { Label, MunicipalityCode } from '../vocabulary/identifiers.js';

/** Over which participants are reached; app users are known only as new downloads. */
export const ParticipantChannel = oneOf('participant channel', 'sms-voice', 'mail');
export type ParticipantChannel = typeof ParticipantChannel._A;

const counted = { region: Region, municipality: MunicipalityCode, count: Count, source: Label };

/** How many people of a municipality could be reached over one channel at a date. */
export type ParticipantsCounted = {
  /** the police region that the municipality belongs to */
  readonly region: Region;
  readonly municipality: MunicipalityCode;
  /** participants */
  readonly count: number;
  /** who counted, such as a publication */
  readonly source: Label;
  readonly channel: ParticipantChannel;
  /** the day that the count is of */
  readonly referenceDate: PlainDate;
};
/** Codec of {@link ParticipantsCounted}. */
export const ParticipantsCounted = closedAs<ParticipantsCounted>('ParticipantsCounted', {
  ...counted,
  channel: ParticipantChannel,
  referenceDate: PlainDate,
});

/** How many people lived in a municipality at a date. */
export type InhabitantsCounted = {
  /** the police region that the municipality belongs to */
  readonly region: Region;
  readonly municipality: MunicipalityCode;
  /** inhabitants */
  readonly count: number;
  /** who counted, such as a statistics bureau */
  readonly source: Label;
  /** the day that the count is of */
  readonly referenceDate: PlainDate;
};
/** Codec of {@link InhabitantsCounted}. */
export const InhabitantsCounted = closedAs<InhabitantsCounted>('InhabitantsCounted', {
  ...counted,
  referenceDate: PlainDate,
});

/** Trained safety officers (OOV'ers) of a municipality at a date. */
export type SafetyOfficersCounted = {
  /** the police region that the municipality belongs to */
  readonly region: Region;
  readonly municipality: MunicipalityCode;
  /** safety officers */
  readonly count: number;
  /** who counted, such as a publication */
  readonly source: Label;
  /** the day that the count is of */
  readonly referenceDate: PlainDate;
};
/** Codec of {@link SafetyOfficersCounted}. */
export const SafetyOfficersCounted = closedAs<SafetyOfficersCounted>('SafetyOfficersCounted', {
  ...counted,
  referenceDate: PlainDate,
});

/** New downloads of the app in a month. */
export type AppDownloadsCounted = {
  /** the police region that the municipality belongs to */
  readonly region: Region;
  readonly municipality: MunicipalityCode;
  /** downloads in that month */
  readonly count: number;
  /** who counted, such as a publication */
  readonly source: Label;
  readonly month: Month;
};
/** Codec of {@link AppDownloadsCounted}. */
export const AppDownloadsCounted = closedAs<AppDownloadsCounted>('AppDownloadsCounted', {
  ...counted,
  month: Month,
});

/** Any event of a municipality's year. */
export type MunicipalityEvent =
  | EventOf<'ParticipantsCounted', ParticipantsCounted>
  | EventOf<'InhabitantsCounted', InhabitantsCounted>
  | EventOf<'SafetyOfficersCounted', SafetyOfficersCounted>
  | EventOf<'AppDownloadsCounted', AppDownloadsCounted>;

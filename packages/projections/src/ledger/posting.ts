import type { ActionType, Instant, MunicipalityCode, Region, Uuid } from '@burgernet/domain';

/** Why an event changed a figure; it follows from the event's type and what stood before. */
export const causes = [
  'new',
  'timely-success',
  'late-success',
  'correction',
  'success-withdrawn',
  'action-withdrawn',
  'response-withdrawn',
  'mailing-withdrawn',
  'verdict-withdrawn',
  'thanks-withdrawn',
  'reclassified',
  'ended',
  'verdict',
  'assessed',
  'thanked',
  'recount',
] as const;
/** One of the causes. */
export type Cause = (typeof causes)[number];

/** The measures that postings are made of; figures are defined over them. */
export const measures = [
  'actions',
  'actions.with-response',
  'actions.awaiting-verdict',
  'responses',
  'success.portal',
  'success.other-line',
  'success.registered-late',
  'success.found-late',
  'success.late-unknown',
  'success.none',
  'success.full',
  'success.late',
  'success.indirect',
  'find.without-burgernet',
  'thanks.due',
  'reach',
  'shares',
  'inquiries',
  'inquiries.relevant',
  'inquiries.to-the-case',
  'prevention',
  'participants.sms-voice',
  'participants.mail',
  'inhabitants',
  'safety-officers',
  'app.downloads',
] as const;
/** One of the measures. */
export type Measure = (typeof measures)[number];

/** Under what an amount is counted. */
export interface Key {
  readonly region: Region;
  /** in Europe/Amsterdam */
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** `null`: not attributed */
  readonly municipality: MunicipalityCode | null;
  /** `null`: not recorded, or of no action */
  readonly type: ActionType | null;
  /** what else tells amounts of the measure apart, see `measures/`; empty where nothing does */
  readonly detail: string;
}

/** What a stream contributes to one measure under one key. */
export interface Contribution extends Key {
  readonly measure: Measure;
  readonly amount: number;
}

/**
 * A change of a measure: contribution after minus contribution before, stamped with its event.
 * A figure is a sum of postings.
 */
export interface Posting extends Contribution {
  /** +1 where the contribution appears, -1 where it goes: an amount of 0 can be stated all the same */
  readonly presence: number;
  readonly cause: Cause;
  /** the latest moment of recording seen in the stream, up to this event */
  readonly recordedAt: Instant;
  readonly position: number;
  readonly eventId: Uuid;
  readonly stream: string;
  readonly revision: number;
  /** the event's type */
  readonly eventType: string;
}

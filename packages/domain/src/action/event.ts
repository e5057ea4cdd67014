import * as t from 'io-ts';
import { Count, closed, list, nullable, oneOf } from '../codec/closed.js';
import { FoundAt } from '../time/found-at.js';
import { Instant } from '../time/instant.js';
import {
  ActionStatus,
  ActionType,
  Attribution,
  Channel,
  Entry,
  Line,
  Region,
  Relevance,
} from '../vocabulary/codes.js';
import { MunicipalityCode, Postcode, Reference, Slug, Uuid } from '../vocabulary/identifiers.js';
import { reason } from '../vocabulary/reason.js';

/** Where an action asks people to look out. A circle is stored as the postcodes that it covers. */
export const Area = t.union(
  [
    closed('postcodes', { postcodes: list(Postcode) }),
    closed('municipalities', { municipalities: list(MunicipalityCode) }),
  ],
  'area',
);
/** What {@link Area} holds. */
export type Area = t.TypeOf<typeof Area>;

/** How thanks were given. */
export const Manner = oneOf('manner', 'app', 'sms', 'mail', 'letter', 'social-media', 'in-person', 'other');

/** The action that a control room starts: a time-critical call to look out (T=0). */
export const ActionStarted = closed(
  'ActionStarted',
  {
    region: Region,
    status: ActionStatus,
    touched: list(MunicipalityCode),
    channels: list(Channel),
    startedAt: Instant,
    runsUntil: Instant,
    supportsNlAlert: t.boolean,
  },
  {
    type: ActionType,
    municipality: MunicipalityCode,
    area: Area,
    messageReference: Reference,
    followsUp: Uuid,
  },
);
/** What {@link ActionStarted} holds. */
export interface ActionStarted extends t.TypeOf<typeof ActionStarted> {}

/** Facts of an action that changed; `null` takes one away (type not recorded, municipality not attributed). */
export const ActionChanged = closed(
  'ActionChanged',
  { reason: reason('reason of change', 'new-information', 'error', 'other') },
  {
    type: nullable(ActionType),
    municipality: nullable(MunicipalityCode),
    touched: list(MunicipalityCode),
    area: nullable(Area),
    channels: list(Channel),
    messageReference: nullable(Reference),
  },
);
/** What {@link ActionChanged} holds. */
export interface ActionChanged extends t.TypeOf<typeof ActionChanged> {}

/** The run time of an action that still runs was made longer. */
export const RunTimeExtended = closed('RunTimeExtended', {
  runsUntil: Instant,
  reason: reason('reason of extension', 'still-searching', 'new-information', 'other'),
});
/** What {@link RunTimeExtended} holds. */
export interface RunTimeExtended extends t.TypeOf<typeof RunTimeExtended> {}

/** The action ended, and when; `run-time-over` where its run time did that by itself. */
export const ActionEnded = closed('ActionEnded', {
  endedAt: Instant,
  reason: reason('reason of end', 'run-time-over', 'found', 'called-off', 'other'),
});
/** What {@link ActionEnded} holds. */
export interface ActionEnded extends t.TypeOf<typeof ActionEnded> {}

/** The action counts no more: it should not have been started, or was about nothing. */
export const ActionWithdrawn = closed('ActionWithdrawn', {
  reason: reason('reason of withdrawal', 'error', 'hoax', 'unfounded'),
});
/** What {@link ActionWithdrawn} holds. */
export interface ActionWithdrawn extends t.TypeOf<typeof ActionWithdrawn> {}

/** Participants were told how the action ended. */
export const ClosingMessageSent = closed('ClosingMessageSent', {
  outcome: oneOf('outcome', 'found', 'found-deceased', 'arrested', 'not-found', 'called-off', 'other'),
  channels: list(Channel),
});
/** What {@link ClosingMessageSent} holds. */
export interface ClosingMessageSent extends t.TypeOf<typeof ClosingMessageSent> {}

/** How many were reached over one channel, and how that was measured. */
export const ReachMeasured = closed('ReachMeasured', { channel: Channel, method: Slug, count: Count });
/** What {@link ReachMeasured} holds. */
export interface ReachMeasured extends t.TypeOf<typeof ReachMeasured> {}

/** How often an action was shared on one platform, and how that was counted. */
export const SharesCounted = closed('SharesCounted', { platform: Slug, method: Slug, count: Count });
/** What {@link SharesCounted} holds. */
export interface SharesCounted extends t.TypeOf<typeof SharesCounted> {}

/** A citizen reports something, over a line. */
export const ResponseReceived = closed(
  'ResponseReceived',
  { responseId: Uuid, line: Line, entry: Entry, receivedAt: Instant },
  { contentReference: Reference },
);
/** What {@link ResponseReceived} holds. */
export interface ResponseReceived extends t.TypeOf<typeof ResponseReceived> {}

/** A response counts no more. */
export const ResponseWithdrawn = closed('ResponseWithdrawn', {
  responseId: Uuid,
  reason: reason('reason of withdrawal of a response', 'error', 'hoax', 'duplicate', 'other'),
});
/** What {@link ResponseWithdrawn} holds. */
export interface ResponseWithdrawn extends t.TypeOf<typeof ResponseWithdrawn> {}

/** What a response was worth to the police; the last assessment stands. */
export const ResponseAssessed = closed('ResponseAssessed', { responseId: Uuid, relevance: Relevance });
/** What {@link ResponseAssessed} holds. */
export interface ResponseAssessed extends t.TypeOf<typeof ResponseAssessed> {}

/** Somebody records that an action led to the find. */
export const SuccessMarked = closed(
  'SuccessMarked',
  { successId: Uuid, line: Line, attribution: Attribution },
  { foundAt: FoundAt, responseId: Uuid, evidenceReference: Reference },
);
/** What {@link SuccessMarked} holds. */
export interface SuccessMarked extends t.TypeOf<typeof SuccessMarked> {}

/** What of a marking was corrected; `null` takes a fact away. */
export const SuccessCorrected = closed(
  'SuccessCorrected',
  { successId: Uuid, reason: reason('reason of correction', 'error', 'new-information', 'other') },
  {
    foundAt: nullable(FoundAt),
    line: Line,
    attribution: Attribution,
    responseId: nullable(Uuid),
    evidenceReference: nullable(Reference),
  },
);
/** What {@link SuccessCorrected} holds. */
export interface SuccessCorrected extends t.TypeOf<typeof SuccessCorrected> {}

/** A success marking counts no more. */
export const SuccessWithdrawn = closed('SuccessWithdrawn', {
  successId: Uuid,
  reason: reason('reason of withdrawal of a success', 'error', 'new-information', 'other'),
});
/** What {@link SuccessWithdrawn} holds. */
export interface SuccessWithdrawn extends t.TypeOf<typeof SuccessWithdrawn> {}

/** The verdict that an ended action led to no find. */
export const SuccessRuledOut = closed('SuccessRuledOut', {
  reason: reason('reason of verdict', 'not-found', 'found-otherwise', 'unknown', 'other'),
});
/** What {@link SuccessRuledOut} holds. */
export interface SuccessRuledOut extends t.TypeOf<typeof SuccessRuledOut> {}

/** The verdict that there was no find was taken back: the action waits for one again. */
export const VerdictWithdrawn = closed('VerdictWithdrawn', {
  reason: reason('reason of withdrawal of a verdict', 'error', 'new-information', 'other'),
});
/** What {@link VerdictWithdrawn} holds. */
export interface VerdictWithdrawn extends t.TypeOf<typeof VerdictWithdrawn> {}

/** A municipality thanked its participants after a success. */
export const ParticipantsThanked = closed('ParticipantsThanked', {
  municipality: MunicipalityCode,
  how: closed('how', { code: Manner }, { note: Reference }),
  at: Instant,
});
/** What {@link ParticipantsThanked} holds. */
export interface ParticipantsThanked extends t.TypeOf<typeof ParticipantsThanked> {}

/** The thanks of a municipality were taken back. */
export const ThanksWithdrawn = closed('ThanksWithdrawn', {
  municipality: MunicipalityCode,
  reason: reason('reason of withdrawal of thanks', 'error', 'other'),
});
/** What {@link ThanksWithdrawn} holds. */
export interface ThanksWithdrawn extends t.TypeOf<typeof ThanksWithdrawn> {}

/** What the events of an action hold, by type; the codec is the type. */
export type ActionEvent =
  | { readonly type: 'ActionStarted'; readonly data: ActionStarted }
  | { readonly type: 'ActionChanged'; readonly data: ActionChanged }
  | { readonly type: 'RunTimeExtended'; readonly data: RunTimeExtended }
  | { readonly type: 'ActionEnded'; readonly data: ActionEnded }
  | { readonly type: 'ActionWithdrawn'; readonly data: ActionWithdrawn }
  | { readonly type: 'ClosingMessageSent'; readonly data: ClosingMessageSent }
  | { readonly type: 'ReachMeasured'; readonly data: ReachMeasured }
  | { readonly type: 'SharesCounted'; readonly data: SharesCounted }
  | { readonly type: 'ResponseReceived'; readonly data: ResponseReceived }
  | { readonly type: 'ResponseWithdrawn'; readonly data: ResponseWithdrawn }
  | { readonly type: 'ResponseAssessed'; readonly data: ResponseAssessed }
  | { readonly type: 'SuccessMarked'; readonly data: SuccessMarked }
  | { readonly type: 'SuccessCorrected'; readonly data: SuccessCorrected }
  | { readonly type: 'SuccessWithdrawn'; readonly data: SuccessWithdrawn }
  | { readonly type: 'SuccessRuledOut'; readonly data: SuccessRuledOut }
  | { readonly type: 'VerdictWithdrawn'; readonly data: VerdictWithdrawn }
  | { readonly type: 'ParticipantsThanked'; readonly data: ParticipantsThanked }
  | { readonly type: 'ThanksWithdrawn'; readonly data: ThanksWithdrawn };

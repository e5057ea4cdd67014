import * as t from 'io-ts';
import { closed, closedAs, list, nullable } from '../codec/closed.js';
import { Instant } from '../time/instant.js';
import { ActionStatus, ActionType, Channel, Region } from '../vocabulary/codes.js';
import { MunicipalityCode, Postcode, Reference, Uuid } from '../vocabulary/identifiers.js';
import { type Reason, reason } from '../vocabulary/reason.js';

/** Where an action asks people to look out. A circle is stored as the postcodes that it covers. */
export type Area =
  | { readonly postcodes: ReadonlyArray<Postcode> }
  | { readonly municipalities: ReadonlyArray<MunicipalityCode> };
/** Codec of {@link Area}. */
export const Area: t.Type<Area> = t.union(
  [
    closed('postcodes', { postcodes: list(Postcode) }),
    closed('municipalities', { municipalities: list(MunicipalityCode) }),
  ],
  'area',
);

/** The action that a control room starts: a time-critical call to look out (T=0). */
export type ActionStarted = {
  /** the police region that it belongs to */
  readonly region: Region;
  /** only `actual` ones count in any figure */
  readonly status: ActionStatus;
  /** municipalities that it touches, beside the one it is attributed to */
  readonly touched: ReadonlyArray<MunicipalityCode>;
  /** over which people are asked to look out */
  readonly channels: ReadonlyArray<Channel>;
  /** T=0; the period of every figure goes by it */
  readonly startedAt: Instant;
  /** its run time ends here, unless it is extended or ended before; the end itself is no part of it */
  readonly runsUntil: Instant;
  /** whether it goes with an NL-Alert */
  readonly supportsNlAlert: boolean;
  /** absent: not recorded */
  readonly type?: ActionType;
  /** absent: not attributed */
  readonly municipality?: MunicipalityCode;
  readonly area?: Area;
  /** of the message in the vault; never the message itself */
  readonly messageReference?: Reference;
  /** the earlier action that it goes on with */
  readonly followsUp?: Uuid;
};
/** Codec of {@link ActionStarted}. */
export const ActionStarted = closedAs<ActionStarted>(
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

/** Facts of an action that changed; `null` takes one away (type not recorded, municipality not attributed). */
export type ActionChanged = {
  readonly reason: Reason<'new-information' | 'error' | 'other'>;
  readonly type?: ActionType | null;
  readonly municipality?: MunicipalityCode | null;
  /** all of them, not only those that are new */
  readonly touched?: ReadonlyArray<MunicipalityCode>;
  readonly area?: Area | null;
  /** all of them, not only those that are new */
  readonly channels?: ReadonlyArray<Channel>;
  /** of the message in the vault; never the message itself */
  readonly messageReference?: Reference | null;
};
/** Codec of {@link ActionChanged}. */
export const ActionChanged = closedAs<ActionChanged>(
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

/** The run time of an action that still runs was made longer. */
export type RunTimeExtended = {
  /** the new end of the run time, later than the one before */
  readonly runsUntil: Instant;
  readonly reason: Reason<'still-searching' | 'new-information' | 'other'>;
};
/** Codec of {@link RunTimeExtended}. */
export const RunTimeExtended = closedAs<RunTimeExtended>('RunTimeExtended', {
  runsUntil: Instant,
  reason: reason('reason of extension', 'still-searching', 'new-information', 'other'),
});

/** The action ended, and when; `run-time-over` where its run time did that by itself. */
export type ActionEnded = {
  /** not before the start */
  readonly endedAt: Instant;
  readonly reason: Reason<'run-time-over' | 'found' | 'called-off' | 'other'>;
};
/** Codec of {@link ActionEnded}. */
export const ActionEnded = closedAs<ActionEnded>('ActionEnded', {
  endedAt: Instant,
  reason: reason('reason of end', 'run-time-over', 'found', 'called-off', 'other'),
});

/** The action counts no more: it should not have been started, or was about nothing. */
export type ActionWithdrawn = { readonly reason: Reason<'error' | 'hoax' | 'unfounded'> };
/** Codec of {@link ActionWithdrawn}. */
export const ActionWithdrawn = closedAs<ActionWithdrawn>('ActionWithdrawn', {
  reason: reason('reason of withdrawal', 'error', 'hoax', 'unfounded'),
});

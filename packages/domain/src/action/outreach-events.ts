import { Count, closedAs, list, oneOf } from '../codec/closed.js';
import { Channel } from '../vocabulary/codes.js';
import { Slug } from '../vocabulary/identifiers.js';

/** Participants were told how the action ended. */
export type ClosingMessageSent = {
  /** what they were told */
  readonly outcome: 'found' | 'found-deceased' | 'arrested' | 'not-found' | 'called-off' | 'other';
  readonly channels: ReadonlyArray<Channel>;
};
/** Codec of {@link ClosingMessageSent}. */
export const ClosingMessageSent = closedAs<ClosingMessageSent>('ClosingMessageSent', {
  outcome: oneOf('outcome', 'found', 'found-deceased', 'arrested', 'not-found', 'called-off', 'other'),
  channels: list(Channel),
});

/** How many were reached over one channel, and how that was measured. */
export type ReachMeasured = {
  readonly channel: Channel;
  /** how it was measured; a later count of the same channel and method replaces this one */
  readonly method: Slug;
  /** people */
  readonly count: number;
};
/** Codec of {@link ReachMeasured}. */
export const ReachMeasured = closedAs<ReachMeasured>('ReachMeasured', {
  channel: Channel,
  method: Slug,
  count: Count,
});

/** How often an action was shared on one platform, and how that was counted. */
export type SharesCounted = {
  readonly platform: Slug;
  /** how it was counted; a later count of the same platform and method replaces this one */
  readonly method: Slug;
  /** times that it was shared */
  readonly count: number;
};
/** Codec of {@link SharesCounted}. */
export const SharesCounted = closedAs<SharesCounted>('SharesCounted', {
  platform: Slug,
  method: Slug,
  count: Count,
});

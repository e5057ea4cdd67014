import { closedAs, nullable } from '../codec/closed.js';
import { FoundAt } from '../time/found-at.js';
import { Attribution, Line } from '../vocabulary/codes.js';
import { Reference, Uuid } from '../vocabulary/identifiers.js';
import { type Reason, reason } from '../vocabulary/reason.js';

/** Somebody records that an action led to the find. */
export type SuccessMarked = {
  readonly successId: Uuid;
  /** over which the decisive report came */
  readonly line: Line;
  /** how the find came about */
  readonly attribution: Attribution;
  /** absent: not known when the find was */
  readonly foundAt?: FoundAt;
  /** the response that led to it */
  readonly responseId?: Uuid;
  /** of the evidence in the vault; never the evidence itself */
  readonly evidenceReference?: Reference;
};
/** Codec of {@link SuccessMarked}. */
export const SuccessMarked = closedAs<SuccessMarked>(
  'SuccessMarked',
  { successId: Uuid, line: Line, attribution: Attribution },
  { foundAt: FoundAt, responseId: Uuid, evidenceReference: Reference },
);

/** What of a marking was corrected; `null` takes a fact away. */
export type SuccessCorrected = {
  readonly successId: Uuid;
  readonly reason: Reason<'error' | 'new-information' | 'other'>;
  readonly foundAt?: FoundAt | null;
  /** counts from the correction on; what the tick itself said stays beside it */
  readonly line?: Line;
  readonly attribution?: Attribution;
  readonly responseId?: Uuid | null;
  /** of the evidence in the vault; never the evidence itself */
  readonly evidenceReference?: Reference | null;
};
/** Codec of {@link SuccessCorrected}. */
export const SuccessCorrected = closedAs<SuccessCorrected>(
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

/** A success marking counts no more. */
export type SuccessWithdrawn = {
  readonly successId: Uuid;
  readonly reason: Reason<'error' | 'new-information' | 'other'>;
};
/** Codec of {@link SuccessWithdrawn}. */
export const SuccessWithdrawn = closedAs<SuccessWithdrawn>('SuccessWithdrawn', {
  successId: Uuid,
  reason: reason('reason of withdrawal of a success', 'error', 'new-information', 'other'),
});

/** The verdict that an ended action led to no find. */
export type SuccessRuledOut = {
  readonly reason: Reason<'not-found' | 'found-otherwise' | 'unknown' | 'other'>;
};
/** Codec of {@link SuccessRuledOut}. */
export const SuccessRuledOut = closedAs<SuccessRuledOut>('SuccessRuledOut', {
  reason: reason('reason of verdict', 'not-found', 'found-otherwise', 'unknown', 'other'),
});

/** The verdict that there was no find was taken back: the action waits for one again. */
export type VerdictWithdrawn = { readonly reason: Reason<'error' | 'new-information' | 'other'> };
/** Codec of {@link VerdictWithdrawn}. */
export const VerdictWithdrawn = closedAs<VerdictWithdrawn>('VerdictWithdrawn', {
  reason: reason('reason of withdrawal of a verdict', 'error', 'new-information', 'other'),
});

import { closedAs } from '../codec/closed.js';
import { Instant } from '../time/instant.js';
import { Entry, Line, Relevance } from '../vocabulary/codes.js';
import { Reference, Uuid } from '../vocabulary/identifiers.js';
import { type Reason, reason } from '../vocabulary/reason.js';

/** A citizen reports something, over a line. */
export type ResponseReceived = {
  readonly responseId: Uuid;
  /** over which it was reported */
  readonly line: Line;
  /** the way in, which is another fact than the line */
  readonly entry: Entry;
  /** not before the action started */
  readonly receivedAt: Instant;
  /** of what was reported, in the vault; never the text itself */
  readonly contentReference?: Reference;
};
/** Codec of {@link ResponseReceived}. */
export const ResponseReceived = closedAs<ResponseReceived>(
  'ResponseReceived',
  { responseId: Uuid, line: Line, entry: Entry, receivedAt: Instant },
  { contentReference: Reference },
);

/** A response counts no more. */
export type ResponseWithdrawn = {
  readonly responseId: Uuid;
  readonly reason: Reason<'error' | 'hoax' | 'duplicate' | 'other'>;
};
/** Codec of {@link ResponseWithdrawn}. */
export const ResponseWithdrawn = closedAs<ResponseWithdrawn>('ResponseWithdrawn', {
  responseId: Uuid,
  reason: reason('reason of withdrawal of a response', 'error', 'hoax', 'duplicate', 'other'),
});

/** What a response was worth to the police; the last assessment stands. */
export type ResponseAssessed = { readonly responseId: Uuid; readonly relevance: Relevance };
/** Codec of {@link ResponseAssessed}. */
export const ResponseAssessed = closedAs<ResponseAssessed>('ResponseAssessed', {
  responseId: Uuid,
  relevance: Relevance,
});

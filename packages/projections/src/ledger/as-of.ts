import { Instant } from '@burgernet/domain';

/**
 * As known when (figures: "Two ways to say as known"):
 * - `registered`: by what was recorded up to and including the moment; what people ask.
 * - `logged`: by the log up to and including a position; what can be proven.
 * - `latest`: by all there is.
 */
export type AsOf = { readonly registered: Instant } | { readonly logged: number } | 'latest';

/**
 * Whether something of this position and moment of recording was known then. Without a readable
 * moment it counts as known: better a warning too many.
 */
export const isKnownBy = (asOf: AsOf, position: number, recordedAt: string | undefined): boolean => {
  if (asOf === 'latest') return true;
  if ('logged' in asOf) return position <= asOf.logged;
  return recordedAt === undefined || !Instant.is(recordedAt) || recordedAt <= asOf.registered;
};

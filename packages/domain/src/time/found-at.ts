import { closedAs, oneOf } from '../codec/closed.js';
import { Instant } from './instant.js';

/** Codec of how exactly a moment is known. `hour` and `day` mean the one in Amsterdam that holds the moment. */
export const Precision = oneOf('precision', 'instant', 'hour', 'day');
/** How exactly a moment is known. */
export type Precision = typeof Precision._A;

/** What is known of the moment of a find. */
export type FoundAt = {
  /** a moment in the hour or on the day, where it is not known to the minute */
  readonly moment: Instant;
  /** how exactly it is known */
  readonly precision: Precision;
};
/** Codec of {@link FoundAt}. */
export const FoundAt = closedAs<FoundAt>('found at', { moment: Instant, precision: Precision });

import type * as t from 'io-ts';
import { closed, oneOf } from '../codec/closed.js';
import { Instant } from './instant.js';

/** Codec of how exactly a moment is known. `hour` and `day` mean the one in Amsterdam that holds the moment. */
export const Precision = oneOf('precision', 'instant', 'hour', 'day');
/** How exactly a moment is known. */
export type Precision = typeof Precision._A;

/** Codec of what is known of the moment of a find. */
export const FoundAt = closed('found at', { moment: Instant, precision: Precision });
/** What is known of the moment of a find. */
export interface FoundAt extends t.TypeOf<typeof FoundAt> {}

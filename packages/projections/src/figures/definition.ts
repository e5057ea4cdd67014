import type { Channel, Entry, Line, StreamKind } from '@burgernet/domain';
import type { Measure } from '../ledger/posting.js';

/** Which postings count: a measure, and where given only these of its details. */
export interface Selection {
  readonly measure: Measure;
  readonly lines?: ReadonlyArray<Line>;
  readonly entries?: ReadonlyArray<Entry>;
  readonly channel?: Channel;
}

/** By what a figure can be asked apart, besides region and year. */
export type Dimension = 'month' | 'municipality' | 'type';

interface Named {
  readonly name: string;
  /** changing anything of a definition is a new version; the old one stays computable */
  readonly version: number;
  /** the aggregate whose events it counts; what publications and the vault's streams say is never counted */
  readonly about: Exclude<StreamKind, 'publication' | 'vault'>;
  readonly dimensions: ReadonlyArray<Dimension>;
  readonly counts: Selection;
}

/** How a ratio becomes a percentage: half up on the exact ratio, to so many decimals. */
export interface Rounding {
  readonly mode: 'half-up';
  readonly decimals: 1;
}

/**
 * A figure as data (figures: the three kinds, and counts of groups):
 * - `summed`: counted from single events, 0 where none happened; adds up over every dimension;
 * - `counted`: sums of counts that somebody took, not stated until one is;
 * - `stock`: a level at the latest reference date within the period, never added over dates;
 * - `groups`: how many groups have a sum above zero.
 */
export type Definition =
  | (Named & { readonly kind: 'summed'; readonly of?: Selection; readonly rounding?: Rounding })
  | (Named & {
      readonly kind: 'counted';
      /** whether counts taken in different ways are never added */
      readonly apartByMethod: boolean;
    })
  | (Named & { readonly kind: 'stock'; readonly of: Selection; readonly rounding: Rounding })
  | (Named & {
      readonly kind: 'groups';
      /** what a group is: a sender (the detail), or a municipality at its latest reference date */
      readonly group: 'sender' | 'municipality';
    });

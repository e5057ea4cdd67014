import * as fc from 'fast-check';
import type { StoredEvent } from '../envelope.js';
import { deckOf } from './deck.js';
import { moments } from './moments.js';
import { show } from './show.js';
import { steps } from './step.js';
import { tell } from './tell.js';

/** A whole valid history. */
export interface History {
  /** the log: each event once, in order */
  readonly stored: ReadonlyArray<StoredEvent>;
  /** the log as a consumer may be told it: each event at its place, and some of them again later */
  readonly deliveries: ReadonlyArray<StoredEvent>;
}

/** The knobs of {@link histories}; shares are from 0 to 1. */
export interface HistoryOptions {
  /** most events of a history, 60 by default */
  readonly size?: number;
  /** most actions, and most mailings, of a history, 6 by default; at least 1 */
  readonly actions?: number;
  /** which share of the success markings comes after the run time, 0.5 by default: none at 0, all at 1 */
  readonly late?: number;
  /**
   * how much of what is tried on actions corrects, withdraws or reclassifies, 0.3 by default, 0.9 at most. About
   * half of that finds something to correct
   */
  readonly corrections?: number;
  /** how many of the streams are imported, later than they were recorded, 0.2 by default */
  readonly imported?: number;
  /**
   * of how many of the steps the event, or all events since, are delivered again up to ten steps later, 0.3 by
   * default
   */
  readonly duplicates?: number;
}

/**
 * Whole valid histories: interleaved streams of actions of every status, mailings, counts of
 * municipalities and publications, with timely and late successes, corrections, withdrawals,
 * reclassifications, recounts, verdicts, thanks, extensions, ends by hand and by rule, imported streams
 * whose `recordedAt` is older than their place in the log, and repeated deliveries. The deciders make
 * them, so they hold what commands can bring about and nothing else.
 *
 * A history that fails shrinks to few and plain events, and prints as one line per event. Everything in
 * it, ids too, follows from fast-check's seed.
 */
export const histories = (options: HistoryOptions = {}): fc.Arbitrary<History> => {
  const { size = 60, actions = 6, late = 0.5, corrections = 0.3, imported = 0.2, duplicates = 0.3 } = options;
  const deck = deckOf({ late, corrections });
  const taken = fc.array(steps(deck.length), { maxLength: Math.ceil(size * 2.5), size: 'max' });
  return fc
    .tuple(moments(), taken)
    .map(([start, list]) => show(tell(start, list, deck, { size, actions, imported, duplicates })));
};

import * as fc from 'fast-check';
import type { StreamKind } from '../stream.js';
import { deckOf } from './deck.js';
import type { History, HistoryOptions } from './histories.js';
import { moments } from './moments.js';
import { show } from './show.js';
import { steps } from './step.js';
import { tell } from './tell.js';

/** The knobs of {@link streams}, as those of `histories`; `late` and `corrections` are of actions only. */
export type StreamOptions = Omit<HistoryOptions, 'actions'>;

/**
 * One valid stream of a kind, from its first event on, and how it may be delivered: what `histories` holds of
 * one aggregate. It shrinks and prints as those do, and is empty where nothing happened.
 *
 * @example
 * fc.property(streams('action', { late: 1 }), ({ stored }) => ...)
 */
export const streams = (kind: StreamKind, options: StreamOptions = {}): fc.Arbitrary<History> => {
  const { size = 20, late = 0.5, corrections = 0.3, imported = 0.2, duplicates = 0.3 } = options;
  const deck = deckOf({ late, corrections }).filter(({ on }) => on === kind);
  const taken = fc.array(steps(deck.length), { maxLength: Math.ceil(size * 2.5), size: 'max' });
  return fc.tuple(moments(), fc.nat(59), taken).map(([start, slot, list]) => {
    const alone = list.map((step) => ({ ...step, slot }));
    return show(tell(start, alone, deck, { size, actions: 1, imported, duplicates }));
  });
};

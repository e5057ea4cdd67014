import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';

/**
 * The events of a whole valid history of about so many, stream by stream, each in order.
 *
 * @param {number} size
 * @param {import('./random.mjs').Random} random
 * @returns {ReadonlyArray<ReadonlyArray<import('@burgernet/domain').StoredEvent>>}
 */
export const drawnHistory = (size, random) => {
  const drawn = fc.sample(histories({ size, actions: Math.ceil(size / 12) }), {
    seed: random.below(2 ** 31),
    numRuns: 4,
  });
  const { stored } = drawn.reduce((a, b) => (b.stored.length > a.stored.length ? b : a));
  const streams = new Map();
  for (const event of stored) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return [...streams.values()];
};

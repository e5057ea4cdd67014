import {
  type EventStore,
  type FollowedThrough,
  type FollowThrough,
  followThrough,
} from '@burgernet/adapters';
import { domainRegistry, type Sentence } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import { expect, onTestFinished, vi } from 'vitest';

export const patience = { timeout: 30_000, interval: 2 };

/** A reader that follows until it is stopped, and what it was told. */
export const liveReader = (store: EventStore, file: string, options: Partial<FollowThrough> = {}) => {
  const told: FollowedThrough[] = [];
  const notes: Sentence[] = [];
  const errors: unknown[] = [];
  /** the positions up to which it was kept */
  const kept: number[] = [];
  const subscription = followThrough(store, {
    registry: domainRegistry(),
    file,
    keepEvery: 7,
    keepWithin: 1,
    onNote: (note) => notes.push(note),
    onKept: ({ position }) => kept.push(position),
    ...options,
  }).subscribe({ next: (each) => told.push(each), error: (error) => errors.push(error) });
  onTestFinished(() => subscription.unsubscribe());
  return {
    told,
    notes,
    stop: () => subscription.unsubscribe(),
    /** the first position that it was told of */
    firstTold: (): number | undefined => {
      const first = told.find(({ tag }) => tag === 'Handled');
      return first?.tag === 'Handled' ? first.positions.from : undefined;
    },
    /** waits until it has caught up with a position, and gives its models */
    caughtUp: async (position: number): Promise<ReadModels> => {
      const last = await vi.waitFor(() => {
        expect(errors).toEqual([]);
        const found = told.at(-1);
        expect(found).toMatchObject({ tag: 'CaughtUp', position });
        return found;
      }, patience);
      if (last === undefined) throw new Error('It was told something.');
      return last.models;
    },
    keptUpTo: (position: number) => vi.waitFor(() => expect(kept.at(-1)).toBe(position), patience),
  };
};

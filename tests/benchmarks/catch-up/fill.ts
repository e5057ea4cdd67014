import type { Append, EventStore } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import { history, type Wanted } from '../history/history.js';
import { NoResult } from '../measuring/no-result.js';

/** How many appends are under way at a time. */
const lanes = 32;

const laneOf = (stream: string): number => {
  let hash = 0;
  for (const character of stream) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % lanes;
};

/** Appends a whole history, each stream in its order, several streams at a time. */
export const fill = async (store: EventStore, wanted: Wanted, prefix: string): Promise<number> => {
  const waiting: Append[][] = Array.from({ length: lanes }, () => []);
  let events = 0;
  for (const appends of history(wanted))
    for (const append of appends) {
      const stream = append.stream.replace(/^[^.]*/, prefix);
      waiting[laneOf(stream)]?.push({ ...append, stream });
      events += append.events.length;
    }
  await Promise.all(
    waiting.map(async (lane) => {
      for (const append of lane) {
        const outcome = await store.append(append)();
        if (E.isLeft(outcome)) throw new NoResult(outcome.left.text.en);
      }
    }),
  );
  return events;
};

import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptReader } from './kept-reader.mjs';
import { openUnderPrefix } from './open-under-prefix.mjs';
import { wholeTruth } from './whole-truth.mjs';
import { writtenHistory } from './written-history.mjs';

let scenes = 0;

/**
 * A log of its own, histories that are written into it, and a reader that follows it. Rounds of a case take
 * place in one until its histories are written, then in the next.
 *
 * @param {{ folder: string, url: (folder: string) => string, readerUrl?: string, writers: number,
 *   size: number, random: import('./random.mjs').Random }} given `url` of the store, given a folder for it;
 *   `readerUrl` by which the reader reaches it, where that is another; `size` of each history, in events
 */
export const beginScene = async ({ folder, url: urlIn, readerUrl, writers, size, random }) => {
  const place = join(folder, String(++scenes));
  mkdirSync(place);
  const url = urlIn(place);
  const prefix = `faults-${randomUUID().slice(0, 8)}`;
  // Whoever reads only makes no store.
  await (await openUnderPrefix(url, { mode: 'write', prefix })).close();
  const histories = Array.from({ length: writers }, (_, number) =>
    writtenHistory({ folder: place, prefix, number, size, random }),
  );
  const reader = keptReader({ folder: place, url: readerUrl ?? url, prefix });
  const acknowledged = () => histories.reduce((sum, history) => sum + history.acknowledged(), 0);
  const everyHistory = (work) => Promise.all(histories.map(work));

  return {
    url,
    histories,
    reader,
    /** How many events were acknowledged. */
    acknowledged,
    /** Whether the reader has not handled yet what was acknowledged. */
    isBehind: () => reader.handled() < acknowledged(),
    isInFlight: () => histories.some((history) => history.inFlight().length > 0),
    isWhole: () => histories.some((history) => history.isWhole()),
    go: () => {
      for (const history of histories) history.go();
    },
    rest: () => everyHistory((history) => history.rest()),
    look: () => wholeTruth({ url, prefix, histories, reader }),
    end: async () => {
      await Promise.all([reader.end(), everyHistory((history) => history.end())]);
    },
    clear: () => rmSync(place, { recursive: true, force: true, maxRetries: 10 }),
  };
};

/** @typedef {Awaited<ReturnType<typeof beginScene>>} Scene */

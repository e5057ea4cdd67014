import * as E from 'fp-ts/lib/Either.js';
import type { EventStore } from '../../event-store/port.js';
import { eventLine } from '../../interchange/event-line.js';
import { logPages } from '../../interchange/log-pages.js';
import { leafOf, parsedOf } from '../leaf/leaf.js';
import { Frontier } from '../merkle/frontier.js';
import { type Hash, hashBytes, leafHash } from '../merkle/hash.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { type EventRead, holdsTooMuch } from './event-at.js';
import { GrowingFile, type WrittenFile } from './growing-file.js';
import { eventsFile, leavesFile, longestLine } from './layout.js';

/** The events of a log as they were written to a bundle. */
export interface WrittenEvents {
  readonly count: number;
  readonly files: ReadonlyArray<WrittenFile>;
  /** the root at each of the sizes that were asked */
  readonly roots: ReadonlyMap<number, Hash>;
}

/** How many events are read and written at a time. */
const pageSize = 500;

/** Only a line that may be too long, or hold too much, is looked at: each character takes a byte at least. */
const fits = (line: string): boolean => {
  if (line.length * 3 <= 1 << 20) return true;
  return Buffer.byteLength(line) <= longestLine && !holdsTooMuch(line);
};

/** The leaves of a log as it is read, and its root at some sizes. */
class LeavesOfLog {
  readonly roots = new Map<number, Hash>();
  readonly #edge = new Frontier();

  constructor(private readonly sizes: ReadonlySet<number>) {
    this.#look();
  }

  get size(): number {
    return this.#edge.size;
  }

  #look(): void {
    if (this.sizes.has(this.#edge.size)) this.roots.set(this.#edge.size, this.#edge.root());
  }

  /** The hashes of the leaves of some more events, one behind the other. */
  take(events: ReadonlyArray<EventRead>): Uint8Array {
    const hashes = Buffer.alloc(events.length * hashBytes);
    for (const [index, { event, parsed }] of events.entries()) {
      if (event.position !== this.#edge.size + 1)
        throw new Error(`A store gave position ${event.position} behind ${this.#edge.size}.`);
      const hash = leafHash(leafOf(event, parsed));
      hashes.set(hash, index * hashBytes);
      this.#edge.append(hash);
      this.#look();
    }
    return hashes;
  }
}

/**
 * Writes the first events of a log to a bundle, with the hashes of their leaves, in bounded memory.
 *
 * @param count how many, if there are so many
 * @param sizes at which the root is asked
 */
export const writeEvents = async (
  folder: string,
  store: EventStore,
  count: number,
  sizes: ReadonlySet<number>,
  onProgress: (events: number) => void,
): Promise<E.Either<BundleFault, WrittenEvents>> => {
  const events = await GrowingFile.create(folder, eventsFile);
  const leaves = await GrowingFile.create(folder, leavesFile);
  try {
    const log = new LeavesOfLog(sizes);
    const pages = count === 0 ? [] : logPages(store, { upTo: count, pageSize });
    for await (const page of pages) {
      const read = page.map((event) => ({ event, parsed: parsedOf(event) }));
      const lines = read.map(({ event, parsed }) => eventLine(event, parsed));
      const large = page[lines.findIndex((line) => !fits(line))];
      if (large !== undefined)
        return E.left(refuseBundle('EventTooLarge', { position: large.position, eventId: large.eventId }));
      await events.write(`${lines.join('\n')}\n`);
      await leaves.write(log.take(read));
      onProgress(log.size);
    }
    return E.right({
      count: log.size,
      files: [await events.finish(), await leaves.finish()],
      roots: log.roots,
    });
  } finally {
    await events.abandon();
    await leaves.abandon();
  }
};

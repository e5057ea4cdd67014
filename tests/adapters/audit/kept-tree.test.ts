import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, memoryStore, parseStoreUrl } from '@burgernet/adapters';
import type { Sentence, StoredEvent } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { readTree } from '../../../packages/adapters/src/audit/kept-tree/read-tree.js';
import { treeFileOfStore } from '../../../packages/adapters/src/audit/kept-tree/tree-file-of.js';
import { KeptDamage } from '../../../packages/adapters/src/kept-models/kept-damage.js';
import { treeOf } from '../../support/bundle.js';
import { madeUp } from '../../support/made-up.js';
import { done } from '../../support/outcome.js';
import { runs } from '../../support/runs.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const append = async (store: EventStore, events: ReadonlyArray<StoredEvent>): Promise<void> => {
  for (const { stream, revision, position: _, ...event } of events)
    await done(
      store.append({ stream, expected: revision === 0 ? 'no-stream' : revision - 1, events: [event] }),
    );
};
const fileIn = async (): Promise<string> => join(await temporaryFolder(), 'burgernet.tree.db');
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/** Reads the tree and says its root, with what was noted. */
const read = async (store: EventStore, file: string, worthKeeping = 1) => {
  const notes: Sentence[] = [];
  const { tree, close } = await done(
    readTree(store, { file, worthKeeping, onNote: (note) => notes.push(note) }),
  );
  const root = hex(tree.root());
  const proof = tree.size === 0 ? [] : tree.inclusionProof(0).map(hex);
  close();
  return { root, proof, notes, size: tree.size };
};

describe('the tree of a log that is kept in a file', () => {
  it('is that of the whole log, whenever it was kept', async () => {
    const folder = await temporaryFolder();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(histories(), fc.array(fc.nat(), { maxLength: 3 }), async ({ stored }, cuts) => {
        const file = join(folder, `${run++}.tree.db`);
        const store = memoryStore();
        const stops = [...cuts.map((cut) => cut % (stored.length + 1)), stored.length].sort((a, b) => a - b);
        let from = 0;
        for (const stop of stops) {
          await append(store, stored.slice(from, stop));
          from = stop;
          const whole = treeOf(stored.slice(0, stop));
          const kept = await read(store, file);
          expect(kept).toMatchObject({ root: hex(whole.root()), size: stop, notes: [] });
          if (stop > 0) expect(kept.proof).toEqual(whole.inclusionProof(0).map(hex));
        }
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });

  it('is read from the file, and the log only behind it', async () => {
    const file = await fileIn();
    const store = memoryStore();
    const events = madeUp({ seed: 3, events: 1_500 });
    await append(store, events);
    const { root } = await read(store, file);
    let read0 = 0;
    const watched: EventStore = {
      ...store,
      replay: (range) => {
        read0 += events.length - (typeof range?.after === 'object' ? range.after.position : 0);
        return store.replay(range);
      },
    };
    expect((await read(watched, file)).root).toBe(root);
    expect(read0).toBe(0);
  });

  it('is not kept where it is made again in a moment', async () => {
    const file = await fileIn();
    const store = memoryStore();
    await append(store, madeUp({ seed: 3, events: 50 }));
    await read(store, file, 10_000);
    expect(existsSync(file)).toBe(false);
  });

  it('is made anew where it is of another log, and says so', async () => {
    const file = await fileIn();
    const [one, other] = [memoryStore(), memoryStore()];
    const [events, others] = [madeUp({ seed: 3, events: 60 }), madeUp({ seed: 4, events: 40 })];
    await append(one, events);
    await append(other, others);
    await read(one, file);
    const anew = await read(other, file);
    expect(anew).toMatchObject({ root: hex(treeOf(others).root()) });
    expect(anew.notes).toHaveLength(1);
    expect(await read(other, file)).toMatchObject({ root: anew.root, notes: [] });
  });

  it('is never taken from a file that was damaged', async () => {
    const file = await fileIn();
    const store = memoryStore();
    await append(store, madeUp({ seed: 3, events: 60 }));
    const { root } = await read(store, file);
    const db = new Database(file);
    db.exec(`UPDATE parts SET hashes = zeroblob(length(hashes)) WHERE level = 2`);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    await expect(read(store, file)).rejects.toThrow(KeptDamage);
    writeFileSync(file, 'no file of ours');
    const anew = await read(store, file);
    expect(anew).toMatchObject({ root });
    expect(anew.notes.length).toBeGreaterThan(0);
  });

  it('stands beside the store', () => {
    const named = (url: string): string => {
      const address = parseStoreUrl(url);
      if (address._tag === 'Left') throw new Error(url);
      return treeFileOfStore(address.right);
    };
    expect(named(`sqlite:${join('a', 'my.db')}`)).toBe(join('a', 'my.tree.db'));
    expect(named('esdb://localhost:2113')).toBe('burgernet.localhost-2113.tree.db');
  });
});

import { randomUUID } from 'node:crypto';
import {
  type Append,
  type EventStore,
  type ExportOptions,
  exportEvents,
  type ImportDeps,
  type ImportOutcome,
  importLines,
  memoryStore,
  memoryVault,
  streamInput,
} from '@burgernet/adapters';
import { domainRegistry, type StoredEvent, Uuid } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { done } from '../../support/outcome.js';

/** An import into a store, an empty one unless said otherwise. */
export const into = (store: EventStore = memoryStore(), more: Partial<ImportDeps> = {}): ImportDeps => ({
  store,
  registry: domainRegistry(),
  vault: memoryVault(),
  newId: () => valid(Uuid, randomUUID()),
  ...more,
});

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Imports a text, or bytes, as if it came over standard input in pieces of some size. */
export const imported = (
  deps: ImportDeps,
  input: string | Uint8Array,
  pieces = 1 << 16,
): Promise<ImportOutcome> => {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  return done(importLines(deps)([streamInput('-', inPieces(bytes, pieces))]));
};

export const lines = (...values: ReadonlyArray<unknown>): string =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');

/** A store that holds these events, each where it stands. */
export const holding = async (events: ReadonlyArray<StoredEvent>): Promise<EventStore> => {
  const store = memoryStore();
  for (const { stream, revision, position: _, ...event } of events) {
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    const append: Append = { stream, expected, events: [event] };
    await done(store.append(append));
  }
  return store;
};

/** Everything that a store exports. */
export const exported = async (
  store: EventStore,
  format: ExportOptions['format'] = 'ndjson',
): Promise<string> => {
  let text = '';
  await done(
    exportEvents(store, { format }, (some) => async () => {
      text += some;
    }),
  );
  return text;
};

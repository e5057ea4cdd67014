import { readdirSync, readFileSync } from 'node:fs';
import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

const folder = new URL('golden/', import.meta.url);

/** The golden files there are, such as `ActionStarted.v1`. */
export const goldenNames: ReadonlyArray<string> = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

const Stored = t.strict({
  position: t.number,
  stream: t.string,
  revision: t.number,
  eventId: t.string,
  type: t.string,
  schemaVersion: t.number,
  recordedAt: t.string,
  data: t.string,
  metadata: t.string,
});

/** The event of a golden file. */
export const golden = (name: string): StoredEvent => {
  const read = Stored.decode(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  if (E.isLeft(read)) throw new Error(`${name}.json is no stored event.`);
  return read.right;
};

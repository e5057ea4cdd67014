import { createHash } from 'node:crypto';
import type { StoredEvent } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { reading } from '../../../packages/adapters/src/kept-models/made-by.js';
import { madeUp } from '../../support/made-up.js';
import { readAll } from '../../support/read.js';

/** What the read models of a log are, as one number: everything of them that is kept. */
const digestOf = (events: ReadonlyArray<StoredEvent>): string => {
  const { summary, eventChunks, pageChunks, streams, open } = readAll(events).unsaved();
  const hash = createHash('sha256');
  hash.update(JSON.stringify([summary, [...streams], open]));
  for (const { bytes } of eventChunks) hash.update(bytes);
  for (const { measure, year, chunk } of pageChunks) hash.update(`${measure} ${year}`).update(chunk.bytes);
  return hash.digest('hex');
};

describe('how events are read and counted', () => {
  it('has not changed since its number was given: where this fails, raise the number in made-by.ts and mend the digest', () => {
    expect({ reading, digest: digestOf(madeUp({ seed: 2021, events: 5_000 })) }).toEqual({
      reading: 2,
      digest: 'ad3079a5b10283056579251992286a78ca3580704c2ae79d4effbb5e746da4e1',
    });
  });
});

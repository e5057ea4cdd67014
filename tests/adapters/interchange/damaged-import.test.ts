import { memoryStore } from '@burgernet/adapters';
import { damagedHistories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done } from '../../support/outcome.js';
import { exported, holding, imported, into } from './importing.js';

describe.each(['ndjson', 'cloudevents'] as const)(
  'a history with one bad event, exported as %s',
  (format) => {
    it('is refused in the stream of that event, and taken in all others', async () => {
      await fc.assert(
        fc.asyncProperty(damagedHistories({ size: 30 }), async ({ stored, broken }) => {
          // The memory store refuses a second event of one id; a line says it all the same.
          const text = (
            await Promise.all(
              stored.map(async (event) => exported(await holding([{ ...event, revision: 0 }]), format)),
            )
          )
            .map((line, at) => line.replace('"revision":0', `"revision":${stored[at]?.revision}`))
            .join('');
          const store = memoryStore();
          const outcome = await imported(into(store), text);
          const others = stored.filter(({ stream }) => stream !== broken.stream);
          const [refused, ...more] = outcome.refused;
          expect(refused).toMatchObject({ file: '-', line: broken.position, stream: broken.stream });
          expect(more).toEqual([]);
          expect(outcome.held.map(({ line }) => line)).toEqual(
            stored
              .filter(({ stream, position }) => stream === broken.stream && position !== broken.position)
              .map(({ position }) => position),
          );
          expect(outcome.taken).toBe(others.length);
          expect(await done(store.read(broken.stream))).toEqual([]);
          expect(await exported(store)).toBe(
            await exported(await holding(others.map((event, at) => ({ ...event, position: at + 1 })))),
          );
        }),
        { numRuns: 200 },
      );
    });
  },
);

import { memoryStore } from '@burgernet/adapters';
import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exported, holding, imported, into } from './importing.js';

const formats = ['ndjson', 'cloudevents'] as const;
const numRuns = 100;

describe.each(formats)('a history that is exported as %s', (format) => {
  it('is the same to the byte after import into an empty store', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ size: 40 }), async ({ stored }) => {
        const text = await exported(await holding(stored), format);
        const store = memoryStore();
        const outcome = await imported(into(store), text);
        expect(outcome).toMatchObject({ taken: stored.length, events: stored.length, refused: [], held: [] });
        expect(await exported(store, format)).toBe(text);
        expect(await exported(store)).toBe(await exported(await holding(stored)));
      }),
      { numRuns },
    );
  });

  it('changes nothing where it is imported again', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ size: 40 }), async ({ stored }) => {
        const store = await holding(stored);
        const text = await exported(store, format);
        expect(await imported(into(store), text)).toEqual({
          lines: stored.length,
          taken: 0,
          repeated: stored.length,
          events: 0,
          refused: [],
          held: [],
        });
        expect(await exported(store, format)).toBe(text);
      }),
      { numRuns },
    );
  });

  it('comes out the same wherever its import was stopped before', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ size: 40 }), fc.nat(), async ({ stored }, stop) => {
        const text = await exported(await holding(stored), format);
        const before = stop % (stored.length + 1);
        const store = await holding(stored.slice(0, before));
        const outcome = await imported(into(store), text);
        expect(outcome).toMatchObject({ taken: stored.length - before, repeated: before, refused: [] });
        expect(await exported(store, format)).toBe(text);
      }),
      { numRuns },
    );
  });

  it('comes out the same whatever pieces its bytes arrive in', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories({ size: 10 }),
        fc.integer({ min: 1, max: 200 }),
        async ({ stored }, size) => {
          const text = await exported(await holding(stored), format);
          const store = memoryStore();
          await imported(into(store), text, size);
          expect(await exported(store, format)).toBe(text);
        },
      ),
      { numRuns },
    );
  });
});

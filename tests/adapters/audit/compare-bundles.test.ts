import { join } from 'node:path';
import type { StoredEvent } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { compareBundles } from '../../../packages/adapters/src/audit/bundle/compare-bundles.js';
import { bundleIn } from '../../support/bundle.js';
import { madeUp } from '../../support/made-up.js';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const events = madeUp({ seed: 5, events: 40 });
const compared = async (older: ReadonlyArray<StoredEvent>, newer: ReadonlyArray<StoredEvent>) => {
  const folder = await temporaryFolder();
  const standing = async (name: string, of: ReadonlyArray<StoredEvent>) => ({
    folder: await bundleIn(join(folder, name), of),
    events: of.length,
  });
  return done(compareBundles(await standing('older', older), await standing('newer', newer)));
};

describe('two bundles', () => {
  it('are of one log where the newer begins as the older does', async () => {
    expect(await compared(events.slice(0, 25), events)).toEqual({ tag: 'GoesOn', added: events.length - 25 });
    expect(await compared(events, events)).toEqual({ tag: 'GoesOn', added: 0 });
    expect(await compared([], events)).toEqual({ tag: 'GoesOn', added: events.length });
  });

  it('part at the first event that is another', async () => {
    const altered = events.map((event) => (event.position >= 12 ? { ...event, metadata: '{}' } : event));
    expect(await compared(events.slice(0, 25), altered)).toEqual({
      tag: 'Parts',
      position: 12,
      older: events[11]?.eventId,
      newer: events[11]?.eventId,
    });
  });

  it('part where the newer one ends before the older', async () => {
    expect(await compared(events, events.slice(0, 25))).toEqual({
      tag: 'Parts',
      position: 26,
      older: events[25]?.eventId,
      newer: undefined,
    });
  });
});

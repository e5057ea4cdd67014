import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { exported, imported, into } from './importing.js';

const page = new URL('../../../docs/reference/import-and-export.md', import.meta.url);

describe('the page about import and export', () => {
  it('shows lines that import takes, and that export writes again', async () => {
    const text = await readFile(page, 'utf8');
    const [event = '', cloudEvent = '', command = '', ...more] = [
      ...text.matchAll(/```json\n(.*)\n```/g),
    ].map(([, line = '']) => line);
    expect(more).toEqual([]);
    const deps = into();
    const outcome = await imported(deps, [event, cloudEvent, command].join('\n'));
    expect(outcome).toMatchObject({ lines: 3, taken: 3, events: 4, refused: [], held: [] });
    expect((await exported(deps.store)).split('\n')[0]).toBe(event);
    expect((await exported(deps.store, 'cloudevents')).split('\n')[1]).toBe(cloudEvent);
  });
});

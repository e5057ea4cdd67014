import { type CommandRequest, memoryStore, runCommand } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { by, moment, uuid } from '../../domain/an-action.js';
import { expectSentences } from '../../domain/sentences.js';
import { done, refused } from '../../support/outcome.js';
import { depsOn, run } from '../commands/on-the-action.js';
import { imported, into, lines } from '../interchange/importing.js';

/** A publication of so many rows. */
const published = (rows: number) => ({
  region: 'midden-nederland',
  title: 'A publication of a test',
  source: 'a test',
  table: 'types',
  period: '2021',
  rows: Array.from({ length: rows }, (_, n) => ({
    figure: 'actions',
    key: { municipality: 'GM0034' },
    part: 'value',
    kind: 'exact',
    value: String(n),
  })),
});
const publish = (rows: number): CommandRequest => ({
  kind: 'publication',
  id: uuid(7),
  type: 'PublishFigures',
  data: published(rows),
  by: by('system'),
  recordedAt: moment('18:03'),
});

describe('an event of our own', () => {
  it('is refused where its proof could not hold all of it, and leaves nothing', async () => {
    const deps = depsOn();
    await run(deps, publish(500));
    const rejection = await refused(runCommand(deps)({ ...publish(1_000), id: uuid(8) }));
    expect(rejection).toMatchObject({ tag: 'EventTooLong', facts: { most: 65_535 } });
    if (rejection.tag === 'EventTooLong') expectSentences(rejection);
    expect(await done(deps.store.lastPosition)).toBe(1);
  });

  it('is refused in an import as it is by itself', async () => {
    const line = { command: 'PublishFigures', publication: uuid(7), recordedAt: '2022-01-31T12:00Z' };
    const store = memoryStore();
    const outcome = await imported(
      into(store),
      lines(
        { ...line, as: 'system:a test', data: published(1_000) },
        { ...line, publication: uuid(8), as: 'system:a test', data: published(1) },
      ),
    );
    expect(outcome).toMatchObject({ taken: 1, refused: [{ line: 1, refusal: { tag: 'EventTooLong' } }] });
  });
});

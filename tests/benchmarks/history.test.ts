import { join } from 'node:path';
import type { Append } from '@burgernet/adapters';
import { domainRegistry, registrations } from '@burgernet/domain';
import { ReadModels } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { history } from './history/history.js';
import { municipalities } from './history/municipalities.js';
import { writeHistory } from './history/write-history.js';
import { inTemporaryFolder } from './measuring/temporary-folder.js';
import { replay } from './replay/ours.js';
import { stockRegistry } from './replay/stock-registry.js';

const registry = domainRegistry();

const made = (seed: number, events: number): ReadonlyArray<Append> =>
  [...history({ seed, events, municipalities })].flat();

const stored = (appends: ReadonlyArray<Append>) => {
  let position = 0;
  return appends.flatMap(({ stream, expected, events }) =>
    events.map((event, index) => {
      position += 1;
      return { ...event, stream, revision: (expected === 'no-stream' ? 0 : expected + 1) + index, position };
    }),
  );
};

describe('the made-up history of the benchmarks', () => {
  const appends = made(7, 20_000);
  const events = stored(appends);

  it('has exactly as many events as are wanted, all of them readable and none in conflict', () => {
    const models = new ReadModels();
    for (const event of events) models.handle(registry.decode(event));
    expect(models.events.length).toBe(20_000);
    expect(models.quarantine.events).toEqual([]);
  });

  it('expects each stream where it is, event after event', () => {
    const last = new Map<string, number>();
    for (const { stream, revision } of events) {
      expect(revision).toBe((last.get(stream) ?? -1) + 1);
      last.set(stream, revision);
    }
  });

  it('holds every type of event of actions, mailings and municipalities', () => {
    const types = new Set(events.map(({ type }) => type));
    const all = registrations
      .filter(({ kind }) => ['action', 'mailing', 'municipality'].includes(kind))
      .map(({ type }) => type);
    expect(all.filter((type) => !types.has(type))).toEqual([]);
  });

  it('reaches over ten years and every municipality', () => {
    const years = new Set(events.map(({ recordedAt }) => recordedAt.slice(0, 4)));
    for (let year = 2015; year <= 2024; year++) expect(years).toContain(String(year));
    const data = events.map(({ data }) => data).join('\n');
    expect(municipalities.filter((code) => !data.includes(`"municipality":"${code}"`))).toEqual([]);
  });

  it('weighs 350 to 450 bytes of data and metadata an event', () => {
    const bytes = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    expect(bytes / events.length).toBeGreaterThan(350);
    expect(bytes / events.length).toBeLessThan(450);
  });

  it('has many actions open at once, and history that was imported long after it was recorded', () => {
    const models = new ReadModels();
    let most = 0;
    let latest = '';
    let imported = 0;
    for (const event of events) {
      models.handle(registry.decode(event));
      most = Math.max(most, models.openActions.size);
      if (event.recordedAt < latest) imported += 1;
      else latest = event.recordedAt;
    }
    expect(most).toBeGreaterThan(4);
    expect(imported).toBeGreaterThan(100);
  });

  it('follows from its seed', () => {
    expect(made(7, 1_000)).toEqual(made(7, 1_000));
    expect(made(8, 1_000)).not.toEqual(made(7, 1_000));
  });

  it('is a store as any other once it is written, read alike by the check and by stock decode', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'history.db');
      const written = await writeHistory(file, { seed: 7, events: 1_500, municipalities });
      expect(written.events).toBe(1_500);
      expect(await replay(file, registry, 1_500)).toBe(1_500);
      expect(await replay(file, stockRegistry(), 1_500)).toBe(1_500);
    }));
});

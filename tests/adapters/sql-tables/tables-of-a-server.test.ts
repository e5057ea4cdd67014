import { randomUUID } from 'node:crypto';
import { followIntoTables, projectOnce } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { appendLog } from '../../support/append-log.js';
import { done } from '../../support/outcome.js';
import { describeReal, openReal } from '../../support/real-server.js';
import { events, everyRow, names, newTables, project, storeOf } from './tables-of.js';

describeReal('tables of a log on a real server', () => {
  it('are those of the same log in memory, at once and as it grows', { timeout: 120_000 }, async () => {
    const prefix = `test-${randomUUID()}`;
    const registry = domainRegistry(prefix);
    const server = await openReal({ mode: 'write', prefix });
    onTestFinished(() => server.close());
    const under = events.map((event) => ({
      ...event,
      stream: event.stream.replace(/^burgernet/, prefix),
    }));
    const ofMemory = async (count: number) => {
      const { tables } = await newTables();
      await done(project(await storeOf(events.slice(0, count)), tables));
      return everyRow(tables);
    };

    await appendLog(server, under.slice(0, 6));
    const once = await newTables();
    await done(projectOnce(server, { registry, prefix, tables: once.tables, names }));
    expect(await everyRow(once.tables)).toEqual(await ofMemory(6));

    const { tables } = await newTables();
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const written: number[] = [];
    const following = followIntoTables(server, {
      registry,
      prefix,
      tables,
      names,
      signal: ending.signal,
      onWritten: async ({ position }) => {
        written.push(position);
      },
    })();
    await appendLog(server, under.slice(6));
    await vi.waitFor(() => expect(written.at(-1)).toBe(events.length), { timeout: 60_000, interval: 20 });
    expect(await everyRow(tables)).toEqual(await ofMemory(events.length));
    ending.abort();
    expect(await following).toEqual(E.right(undefined));
  });
});

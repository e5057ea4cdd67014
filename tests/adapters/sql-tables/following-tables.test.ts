import {
  type EventStore,
  followIntoTables,
  type StoreUnavailable,
  type TableStore,
  type TablesWritten,
} from '@burgernet/adapters';
import { both, domainRegistry, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { appendLog } from '../../support/append-log.js';
import { log } from '../../support/log.js';
import { done, refused } from '../../support/outcome.js';
import { start } from '../../support/said.js';
import { events, everyRow, names, newTables, project, storeOf } from './tables-of.js';

describe('tables that follow a log', () => {
  /** Follows into tables that cannot be reached as often as is said, once they were written. */
  const following = async (
    store: EventStore,
    { tables, failures }: { tables: TableStore; failures: number },
  ) => {
    const ending = new AbortController();
    const [written, troubles]: [TablesWritten[], Sentence[]] = [[], []];
    let left = failures;
    const done = followIntoTables(store, {
      registry: domainRegistry(),
      tables: {
        ...tables,
        transaction: (work) => (written.length > 0 && left-- > 0 ? TE.left(away) : tables.transaction(work)),
      },
      names,
      signal: ending.signal,
      onWritten: async (one) => {
        written.push(one);
      },
      onTrouble: (trouble) => troubles.push(trouble),
    })();
    onTestFinished(() => ending.abort());
    const end = () => {
      ending.abort();
      return done;
    };
    return { written, troubles, end };
  };
  const away: StoreUnavailable = { tag: 'StoreUnavailable', text: both('Away.', 'Weg.') };
  const patience = { timeout: 30_000, interval: 5 };

  it('are written when it has caught up and with what comes, and not in between', async () => {
    const { tables } = await newTables();
    const store = await storeOf(events.slice(0, 6));
    const { written, end } = await following(store, { tables, failures: 0 });
    await vi.waitFor(() => expect(written.map(({ position }) => position)).toEqual([6]), patience);
    await appendLog(store, events.slice(6));
    await vi.waitFor(() => expect(written.at(-1)?.position).toBe(9), patience);
    expect(await end()).toEqual(E.right(undefined));
    const again = await newTables();
    await done(project(store, again.tables));
    expect(await everyRow(tables)).toEqual(await everyRow(again.tables));
  });

  it('are tried again where they went away, which is said once', async () => {
    const { tables, ask } = await newTables();
    const store = await storeOf(events.slice(0, 6));
    const { written, troubles, end } = await following(store, { tables, failures: 2 });
    await vi.waitFor(() => expect(written).toHaveLength(1), patience);
    await appendLog(store, events.slice(6));
    await vi.waitFor(() => expect(written.at(-1)?.position).toBe(9), patience);
    expect(troubles).toEqual([away.text]);
    expect(ask('SELECT position FROM checkpoint')).toEqual([{ position: 9 }]);
    expect(await end()).toEqual(E.right(undefined));
  });

  it('end it at once where they were away when it was told to end', async () => {
    const { tables } = await newTables();
    const store = await storeOf(events.slice(0, 6));
    const { written, troubles, end } = await following(store, { tables, failures: Number.POSITIVE_INFINITY });
    await vi.waitFor(() => expect(written).toHaveLength(1), patience);
    await appendLog(store, events.slice(6));
    await vi.waitFor(() => expect(troubles).toHaveLength(1), patience);
    expect(await end()).toEqual(E.right(undefined));
  });

  it('that show another log end it with that', async () => {
    const { tables } = await newTables();
    await done(project(await storeOf(events), tables));
    const store = await storeOf(log(start(7)));
    const options = { registry: domainRegistry(), tables, names, signal: new AbortController().signal };
    expect(await refused(followIntoTables(store, options))).toMatchObject({ tag: 'TablesOfAnotherLog' });
  });
});

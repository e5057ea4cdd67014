import { describe, expect, it } from 'vitest';
import { TablesWriter } from '../../../packages/adapters/src/sql-tables/write-tables.js';
import { appendLog } from '../../support/append-log.js';
import { log } from '../../support/log.js';
import { MisbehavingServer } from '../../support/misbehaving-server.js';
import { done, refused } from '../../support/outcome.js';
import { readAll } from '../../support/read.js';
import { start } from '../../support/said.js';
import { storeOn } from '../event-store/eventstoredb/on-server.js';
import { events, everyRow, names, newTables, project, storeOf } from './tables-of.js';

describe('tables that others have written', () => {
  it('in another release are made anew by themselves', async () => {
    const { tables, ask } = await newTables();
    const store = await storeOf(events);
    await done(project(store, tables));
    const rows = await everyRow(tables);
    ask("UPDATE checkpoint SET made_by = 'an earlier release'");
    ask("UPDATE figures SET figure = 'older.' || figure");
    ask('ALTER TABLE participation DROP COLUMN downloads');
    expect(await done(project(store, tables))).toMatchObject({ isRebuilt: true });
    expect(await everyRow(tables)).toEqual(rows);
    expect(await done(project(store, tables))).toMatchObject({ isRebuilt: false, put: 0 });
  });

  it('of another log, or of this one before it was set back, are left as they are until --rebuild', async () => {
    const { tables } = await newTables();
    await done(project(await storeOf(events), tables));
    const rows = await everyRow(tables);
    for (const other of [await storeOf(log(start(7))), await storeOf(events.slice(0, 5))]) {
      expect(await refused(project(other, tables))).toMatchObject({
        tag: 'TablesOfAnotherLog',
        facts: { position: 9 },
      });
      expect(await everyRow(tables)).toEqual(rows);
    }
    const other = await storeOf(log(start(7)));
    expect(await done(project(other, tables, { rebuild: true }))).toMatchObject({ position: 1 });
    expect(await done(project(other, tables))).toMatchObject({ put: 0 });
  });

  it('of a log on a server are gone on from, by their place there', async () => {
    const { tables, ask } = await newTables();
    const { store } = await storeOn(await MisbehavingServer.start());
    await appendLog(store, events.slice(0, 5));
    await done(project(store, tables));
    await appendLog(store, events.slice(5));
    expect(await done(project(store, tables))).toMatchObject({ position: 9, isRebuilt: false, removed: 1 });
    expect(await done(project(store, tables))).toMatchObject({ put: 0, removed: 0 });
    expect(ask("SELECT position FROM checkpoint WHERE token <> ''")).toEqual([{ position: 9 }]);
    const { store: another } = await storeOn(await MisbehavingServer.start());
    await appendLog(another, log(start(7)));
    expect(await refused(project(another, tables))).toMatchObject({ tag: 'TablesOfAnotherLog' });
  });

  it('up to a later position are never set back', async () => {
    const { tables, open } = await newTables();
    const store = await storeOf(events);
    const slow = new TablesWriter({ store, tables: await open(), names });
    const at = (position: number) =>
      slow.write(readAll(events.slice(0, position)), {
        position,
        token: '',
        lastEvent: events[position - 1]?.eventId ?? '',
      });
    await done(at(4));
    await done(project(store, tables));
    const rows = await everyRow(tables);
    expect(await done(at(5))).toMatchObject({ tag: 'Ahead', position: 9 });
    expect(await everyRow(tables)).toEqual(rows);
    expect(await done(at(9))).toMatchObject({ tag: 'Written', put: 0 });
  });

  it('in another release while this one runs are left to that one', async () => {
    const { tables, ask } = await newTables();
    const store = await storeOf(events);
    const writer = new TablesWriter({ store, tables, names });
    const place = { position: 9, token: '', lastEvent: events[8]?.eventId ?? '' };
    await done(writer.write(readAll(events), place));
    ask("UPDATE checkpoint SET made_by = 'a later release'");
    expect(await refused(writer.write(readAll(events), place))).toMatchObject({
      tag: 'TablesOfAnotherRelease',
    });
    expect(ask('SELECT made_by FROM checkpoint')).toEqual([{ made_by: 'a later release' }]);
  });
});

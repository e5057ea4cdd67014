import {
  type EventStore,
  followIntoTables,
  memoryStore,
  type StoreUnavailable,
  type TableStore,
  type TablesWritten,
} from '@burgernet/adapters';
import { both, domainRegistry, type Sentence, type StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { TablesWriter } from '../../../packages/adapters/src/sql-tables/write-tables.js';
import { appendLog } from '../../support/append-log.js';
import { log, utc, uuid } from '../../support/log.js';
import { MisbehavingServer } from '../../support/misbehaving-server.js';
import { done, refused } from '../../support/outcome.js';
import { readAll } from '../../support/read.js';
import { inhabitants, marked, participants, response, start } from '../../support/said.js';
import { storeOn } from '../event-store/eventstoredb/on-server.js';
import { everyRow, names, newTables, project } from './tables-of.js';

const storeOf = async (events: ReadonlyArray<StoredEvent>): Promise<EventStore> => {
  const store = memoryStore();
  onTestFinished(() => store.close());
  await appendLog(store, events);
  return store;
};

/** An action with responses, one that is over with a late success, and counts of a municipality. */
const events = log(
  start(1),
  start(2),
  response(1, 21, '112', 'phone'),
  response(1, 22, 'app', 'app'),
  response(1, 23, '112', 'phone'),
  {
    of: 2,
    at: '2021-05-14T19:03',
    event: {
      type: 'ActionEnded',
      data: { endedAt: utc('2021-05-14T19:03'), reason: { code: 'run-time-over' } },
    },
  },
  marked(2, '2021-05-15T09:12', {
    line: '112',
    foundAt: { moment: utc('2021-05-15T05:40'), precision: 'hour' },
  }),
  inhabitants('GM0034', '2020-01-01', 200_000),
  participants('GM0034', '2021-12-31', 20_001),
);

describe('tables of a log', () => {
  it('hold its figures, with the part of the year that they are of', async () => {
    const { tables, ask } = await newTables();
    await done(project(await storeOf(events), tables));
    const figure = (name: string, where: string) =>
      ask(
        `SELECT value, numerator, denominator, percentage FROM figures WHERE figure = '${name}' AND year = 2021 AND region IS NULL AND ${where}`,
      );
    expect(figure('actions', "bucket = 'year'")).toEqual([
      { value: 2, numerator: null, denominator: null, percentage: null },
    ]);
    const late = { value: null, numerator: 1, denominator: 2, percentage: 50 };
    for (const where of [
      "bucket = 'year'",
      "bucket = 'month' AND month = 5",
      "bucket = 'municipality' AND municipality_code = 'GM0034' AND municipality_name = 'Gemeente GM0034'",
      "bucket = 'type' AND type = 'missing-person' AND type_name = 'Vermist persoon'",
    ])
      expect(figure('success.full', where)).toEqual([late]);
    const nothing = { value: null, numerator: 0, denominator: 0, percentage: null };
    for (const where of [
      "bucket = 'month' AND month = 6",
      "bucket = 'municipality' AND municipality_code IS NULL AND municipality_name = 'Niet toegewezen'",
      "bucket = 'type' AND type IS NULL AND type_name = 'Soort niet vastgelegd'",
    ])
      expect(figure('success.full', where)).toEqual([nothing]);
    expect(figure('reach.app', "bucket = 'year'")).toEqual([
      { value: null, numerator: null, denominator: null, percentage: null },
    ]);
    expect(ask('SELECT region, region_name FROM figures GROUP BY region ORDER BY region')).toEqual([
      { region: null, region_name: 'Nederland' },
      { region: 'midden-nederland', region_name: 'Midden-Nederland' },
    ]);
  });

  it('hold every marking with its class and how late it was', async () => {
    const { tables, ask } = await newTables();
    await done(project(await storeOf(events), tables));
    expect(ask('SELECT * FROM success_register')).toEqual([
      {
        action_id: uuid(2),
        success_id: uuid(50),
        region: 'midden-nederland',
        region_name: 'Midden-Nederland',
        year: 2021,
        month: 5,
        municipality_code: 'GM0034',
        municipality_name: 'Gemeente GM0034',
        status: 'actual',
        type: 'missing-person',
        type_name: 'Vermist persoon',
        started_at: '2021-05-14T18:03:00.000Z',
        ran_until: '2021-05-14T19:03:00.000Z',
        recorded_at: '2021-05-15T09:12:00.000Z',
        timely: 0,
        found_at: '2021-05-15T05:40:00.000Z',
        found_at_precision: 'hour',
        found: 'after',
        line: '112',
        ticked_line: '112',
        attribution: 'direct',
        class: 'found-late',
        class_name: 'Na de looptijd gevonden',
        withdrawn: 0,
        action_withdrawn: 0,
        response_id: null,
        evidence_reference: null,
      },
    ]);
  });

  it('hold the open actions with their responses, and who takes part', async () => {
    const { tables, ask } = await newTables();
    await done(project(await storeOf(events), tables));
    expect(ask('SELECT action_id, runs_until, responses, last_response_at, success FROM board')).toEqual([
      {
        action_id: uuid(1),
        runs_until: '2021-05-14T19:03:00.000Z',
        responses: 3,
        last_response_at: '2021-05-14T18:10:00.000Z',
        success: 'none',
      },
    ]);
    expect(ask('SELECT * FROM board_responses ORDER BY line')).toEqual([
      { action_id: uuid(1), line: '112', responses: 2 },
      { action_id: uuid(1), line: 'app', responses: 1 },
    ]);
    expect(ask('SELECT * FROM participation WHERE year = 2021')).toEqual([
      {
        year: 2021,
        region: 'midden-nederland',
        region_name: 'Midden-Nederland',
        municipality_code: 'GM0034',
        municipality_name: 'Gemeente GM0034',
        sms_voice: null,
        sms_voice_reference_date: null,
        sms_voice_percentage: null,
        sms_voice_inhabitants: null,
        sms_voice_inhabitants_reference_date: null,
        mail: 20_001,
        mail_reference_date: '2021-12-31',
        mail_percentage: 10,
        mail_inhabitants: 200_000,
        mail_inhabitants_reference_date: '2020-01-01',
        inhabitants: null,
        inhabitants_reference_date: null,
        safety_officers: null,
        safety_officers_reference_date: null,
        downloads: null,
      },
    ]);
  });

  it('are those of the position in their checkpoint, which says what could not be read too', async () => {
    const { tables, ask } = await newTables();
    const store = await storeOf(events);
    const [first] = events;
    if (first === undefined) throw new Error('There are events.');
    await appendLog(store, [{ ...first, eventId: uuid(99), revision: 4, position: 0, type: 'Imagined' }]);
    await done(project(store, tables));
    expect(ask('SELECT position, last_event, log, quarantined FROM checkpoint')).toEqual([
      { position: 10, last_event: uuid(99), log: await done(store.identity), quarantined: 1 },
    ]);
    expect(ask("SELECT incomplete FROM figures WHERE row_key = 'actions/country/2021/year'")).toEqual([
      { incomplete: 1 },
    ]);
  });

  it('are written where they change and nowhere else', async () => {
    const { tables, ask } = await newTables();
    const store = await storeOf(events.slice(0, 4));
    await done(project(store, tables));
    expect(await done(project(store, tables))).toMatchObject({ put: 0, removed: 0, position: 4 });
    await appendLog(store, events.slice(4, 5));
    // The actions's calls to 112 in the year, month, municipality and type, of region and country; board and line.
    expect(await done(project(store, tables))).toMatchObject({ put: 8 + 2, removed: 0, position: 5 });
    await appendLog(store, events.slice(5, 6));
    expect(await done(project(store, tables))).toMatchObject({ removed: 1, position: 6 });
    expect(ask('SELECT action_id FROM board')).toEqual([{ action_id: uuid(1) }]);
  });
});

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

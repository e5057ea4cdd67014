import { describe, expect, it } from 'vitest';
import { appendLog } from '../../support/append-log.js';
import { uuid } from '../../support/log.js';
import { done } from '../../support/outcome.js';
import { events, newTables, project, storeOf } from './tables-of.js';

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

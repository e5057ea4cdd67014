import { join } from 'node:path';
import { openSqlite } from '@burgernet/adapters';
import Database from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { replayed } from '../../contracts/event-store/subject.js';
import { done } from '../../support/outcome.js';
import { sampleEvents } from '../../support/sample-event.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const stream = 'burgernet.action-x';

it.each([
  'UPDATE events SET data = data',
  "UPDATE events SET recorded_at = '' WHERE position = 2",
  'UPDATE events SET position = position + 10',
  'DELETE FROM events',
  'DELETE FROM events WHERE position = 3',
  "INSERT OR REPLACE INTO events VALUES (2, 'burgernet.action-x', 3, 'new', 't', 1, '', '', '')",
  "INSERT OR REPLACE INTO events VALUES (4, 'burgernet.action-x', 1, 'new', 't', 1, '', '', '')",
  "INSERT OR REPLACE INTO events SELECT 4, stream, 3, event_id, 't', 1, '', '', '' FROM events LIMIT 1",
  "INSERT INTO events VALUES (5, 'burgernet.action-x', 3, 'new', 't', 1, '', '', '')",
  "INSERT INTO events VALUES (4, 'burgernet.action-x', 4, 'new', 't', 1, '', '', '')",
  "INSERT INTO events VALUES (4, 'burgernet.action-y', 1, 'new', 't', 1, '', '', '')",
])('the file itself refuses %s, whoever asks', async (statement) => {
  const file = join(await temporaryFolder(), 'burgernet.db');
  const store = await done(openSqlite(file, { mode: 'write' }));
  onTestFinished(() => store.close());
  await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(3) }));
  const before = await replayed(store);
  const stranger = new Database(file);
  // As SQLite's own shell has it: there REPLACE fires no trigger on DELETE.
  stranger.exec('PRAGMA recursive_triggers = OFF');
  expect(() => stranger.exec(statement)).toThrow('the log only grows');
  stranger.close();
  expect(await replayed(store)).toEqual(before);
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerTo } from '../../examples/package-pages/answer-to-a-command.js';
import { eventsOf } from '../../examples/package-pages/events-of-a-store.js';
import { portalSuccesses } from '../../examples/package-pages/portal-successes.js';
import { put } from '../adapters/cli/put.js';
import { log, uuid } from '../support/log.js';
import { marked, start, started } from '../support/said.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const events = log(
  start(1),
  marked(1, '2021-05-14T18:30', { line: '0800-0011' }),
  start(2),
  marked(2, '2021-05-15T07:12', { line: '112' }),
);

it('examples/package-pages/answer-to-a-command.ts answers with events, or with why not', () => {
  const command = {
    type: 'StartAction',
    id: uuid(1),
    by: { role: 'dispatcher', id: uuid(2) },
    recordedAt: '2021-05-14T18:03:00.000Z',
    data: started().data,
  };
  expect(answerTo(JSON.stringify(command))).toBe('ActionStarted');
  expect(answerTo(JSON.stringify({ ...command, by: { role: 'coordinator', id: uuid(2) } }))).toContain(
    'Only a dispatcher may start an action',
  );
  expect(answerTo('{"type":"StartAction"}')).toContain('lacks the field');
});

it('examples/package-pages/portal-successes.ts counts what the portal counts', () => {
  expect(portalSuccesses(events, 2021)).toMatchObject({ numerator: 1, denominator: 2 });
});

it('examples/package-pages/events-of-a-store.ts reads a store, and says why it cannot', async () => {
  const folder = await temporaryFolder();
  await put(folder, events);
  expect(await eventsOf(`sqlite:${join(folder, 'burgernet.db')}`)).toBe(4);
  await expect(eventsOf(`sqlite:${join(folder, 'none.db')}`)).rejects.toThrow('none.db');
});

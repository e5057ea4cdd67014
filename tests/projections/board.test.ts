import { board } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, utc, uuid } from '../support/log.js';
import { readAll } from '../support/read.js';
import { response, start } from '../support/said.js';

describe('the board', () => {
  it('shows the actions that run, the oldest first, with standing responses by line', () => {
    const models = readAll(
      log(start(2), start(1), response(1, 11, '112', 'phone'), response(1, 12, '112', 'app'), {
        of: 2,
        at: '2021-05-14T18:30',
        event: { type: 'ActionEnded', data: { endedAt: utc('2021-05-14T18:30'), reason: { code: 'found' } } },
      }),
    );
    expect(board(models)).toMatchObject([
      { actionId: uuid(1), responses: [{ line: '112', count: 2 }], success: 'none' },
    ]);
  });

  it('shows those that started together in the order of their ids', () => {
    const early = { startedAt: utc('2021-05-14T17:59') };
    const models = readAll(log(start(4), start(2), start(5, early), start(3), start(1, early)));
    expect(board(models).map(({ actionId }) => actionId)).toEqual([1, 5, 2, 3, 4].map(uuid));
  });
});

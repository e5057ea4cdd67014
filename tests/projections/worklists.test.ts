import type { ActionEvent } from '@burgernet/domain';
import { awaitingVerdict, successRegister, thanksDue } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc, uuid } from '../support/log.js';
import { readAll } from '../support/read.js';
import { almere, marked, response, start, utrecht } from '../support/said.js';

const said = (of: number, at: string, event: ActionEvent): Said => ({ of, at, event });
const ended = (of: number, at: string): Said =>
  said(of, at, { type: 'ActionEnded', data: { endedAt: utc(at), reason: { code: 'other' } } });
const ruledOut = (of: number, at: string): Said =>
  said(of, at, { type: 'SuccessRuledOut', data: { reason: { code: 'not-found' } } });
const thanked = (of: number, at: string): Said =>
  said(of, at, {
    type: 'ParticipantsThanked',
    data: { municipality: almere, how: { code: 'app' }, at: utc(at) },
  });
const found = (moment: string) => ({ moment: utc(moment), precision: 'instant' as const });
const dayLater = '2021-05-15T09:00';

describe('the ended actions that wait for a verdict', () => {
  it('are those that nobody has closed, the first to end first, with their responses by line', () => {
    const models = readAll(
      log(
        start(1),
        start(2, { type: 'robbery', municipality: utrecht }),
        start(3),
        start(4),
        start(5, { status: 'exercise' }),
        response(2, 11, '112', 'phone'),
        response(2, 12, '112', 'app'),
        ...[1, 3, 4, 5].map((of) => ended(of, '2021-05-14T18:50')),
        ended(2, '2021-05-14T18:40'),
        ruledOut(3, dayLater),
        marked(4, dayLater, { successId: uuid(54) }),
      ),
    );
    expect(awaitingVerdict(models)).toEqual([
      {
        actionId: uuid(2),
        region: 'midden-nederland',
        type: 'robbery',
        municipality: utrecht,
        startedAt: utc('2021-05-14T18:03'),
        endedAt: utc('2021-05-14T18:40'),
        responses: [{ line: '112', count: 2 }],
        lastResponseAt: utc('2021-05-14T18:10'),
      },
      expect.objectContaining({ actionId: uuid(1), responses: [], lastResponseAt: null }),
    ]);
  });

  it('wait again when the last marking is withdrawn, and no more when the action is', () => {
    const back = log(
      start(1),
      ended(1, '2021-05-14T18:50'),
      marked(1, dayLater),
      said(1, dayLater, {
        type: 'SuccessWithdrawn',
        data: { successId: uuid(50), reason: { code: 'error' } },
      }),
    );
    expect(awaitingVerdict(readAll(back))).toHaveLength(1);
    const gone = said(1, dayLater, { type: 'ActionWithdrawn', data: { reason: { code: 'error' } } });
    expect(awaitingVerdict(readAll(log(start(1), ended(1, '2021-05-14T18:50'), gone)))).toEqual([]);
  });
});

describe('the successes to thank for', () => {
  it('stand until the municipality has thanked, and leave when the success does', () => {
    const successes = [
      start(1),
      start(2, { municipality: utrecht }),
      marked(1, '2021-05-14T18:20'),
      marked(2, '2021-05-14T18:20', { line: '112' }),
      ended(1, '2021-05-14T18:50'),
    ];
    expect(thanksDue(readAll(log(...successes)))).toMatchObject([
      { actionId: uuid(1), municipality: almere, success: 'portal' },
      { actionId: uuid(2), municipality: utrecht, success: 'other-line' },
    ]);
    expect(thanksDue(readAll(log(...successes, thanked(1, dayLater))))).toMatchObject([
      { actionId: uuid(2) },
    ]);
    const withdrawn = said(2, dayLater, {
      type: 'SuccessWithdrawn',
      data: { successId: uuid(50), reason: { code: 'error' } },
    });
    expect(thanksDue(readAll(log(...successes, withdrawn)))).toMatchObject([{ actionId: uuid(1) }]);
  });
});

describe('the success register', () => {
  it('says of each marking its class and its lateness, in the order of registration', () => {
    const models = readAll(
      log(
        start(1),
        marked(1, '2021-05-14T18:20', { successId: uuid(51) }),
        ended(1, '2021-05-14T18:50'),
        marked(1, dayLater, {
          successId: uuid(52),
          line: '112',
          foundAt: found('2021-05-15T05:40'),
        }),
        marked(1, '2021-05-15T09:01', {
          successId: uuid(53),
          line: 'app',
          foundAt: found('2021-05-14T18:30'),
        }),
        said(1, '2021-05-15T09:02', {
          type: 'SuccessWithdrawn',
          data: { successId: uuid(51), reason: { code: 'error' } },
        }),
      ),
    );
    const [first, ...others] = successRegister(models);
    expect(first).toMatchObject({
      successId: uuid(51),
      recordedAt: utc('2021-05-14T18:20'),
      timely: true,
      withdrawn: true,
      class: 'none',
      ranUntil: utc('2021-05-14T19:03'),
    });
    expect(others).toMatchObject([
      {
        successId: uuid(52),
        timely: false,
        found: 'after',
        class: 'found-late',
        ranUntil: utc('2021-05-14T18:50'),
      },
      { successId: uuid(53), timely: false, found: 'within', class: 'registered-late' },
    ]);
  });
});

describe('worklists and register of one region', () => {
  it('are those of its own actions', () => {
    const elsewhere = { region: 'zeeland-west-brabant' } as const;
    const models = readAll(
      log(
        start(1),
        start(2, elsewhere),
        start(3),
        start(4, elsewhere),
        ...[1, 2].map((of) => marked(of, '2021-05-14T18:20', { successId: uuid(50 + of) })),
        ...[3, 4].map((of) => ended(of, '2021-05-14T18:50')),
      ),
    );
    const idsOf = (items: ReadonlyArray<{ readonly actionId: string }>) =>
      items.map(({ actionId }) => actionId);
    expect(idsOf(awaitingVerdict(models, 'midden-nederland'))).toEqual([uuid(3)]);
    expect(idsOf(awaitingVerdict(models))).toEqual([uuid(3), uuid(4)]);
    expect(idsOf(thanksDue(models, 'zeeland-west-brabant'))).toEqual([uuid(2)]);
    expect(idsOf(thanksDue(models))).toEqual([uuid(1), uuid(2)]);
    expect(idsOf(successRegister(models, 'zeeland-west-brabant'))).toEqual([uuid(2)]);
    expect(idsOf(successRegister(models))).toEqual([uuid(1), uuid(2)]);
  });
});

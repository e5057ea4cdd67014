import { type AsOf, pairOf, type Query, type ReadModels, restate, Slice } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc } from '../support/log.js';
import { readAll } from '../support/read.js';
import { definition, inhabitants, participants, reach, sent, start, value } from '../support/said.js';

const query: Query = { year: 2021 };

const restated = (models: ReadModels, name: string, from: AsOf, to: AsOf = 'latest') =>
  restate(definition(name), new Slice(models.ledger, from), new Slice(models.ledger, to), query);

/** What each cause did, and which events, each by its position. */
const changes = (...asked: Parameters<typeof restated>) =>
  restated(...asked).changes.map(({ cause, numerator, denominator, events }) => [
    cause,
    numerator,
    denominator,
    ...events.map((event) => [event.position, event.numerator, event.denominator]),
  ]);

describe('a restatement', () => {
  it('of a share names what changed either of its counts, and nothing that is of another date or year', () => {
    const models = readAll(
      log(
        participants('GM0034', '2021-06-30', 100),
        inhabitants('GM0034', '2019-01-01', 1_000),
        participants('GM0034', '2021-09-30', 90),
        inhabitants('GM0034', '2021-01-01', 2_000),
        inhabitants('GM0034', '2022-01-01', 3_000),
        participants('GM0034', '2021-06-30', 110),
        participants('GM0344', '2021-09-30', 50),
        inhabitants('GM0344', '2020-01-01', 500),
        inhabitants('GM0344', '2020-01-01', 600),
      ),
    );
    expect(changes(models, 'participants.mail', { logged: 2 })).toEqual([
      ['new', 40, 1_500, [3, -10, 0], [4, 0, 1_000], [8, 50, 500]],
      ['recount', 0, 100, [9, 0, 100]],
    ]);
  });

  it('of a share counts inhabitants that were counted before any participants', () => {
    const models = readAll(
      log(
        inhabitants('GM0034', '2020-01-01', 1_000),
        inhabitants('GM0034', '2019-01-01', 900),
        participants('GM0034', '2021-06-30', 100),
      ),
    );
    expect(changes(models, 'participants.mail', { logged: 0 })).toEqual([
      ['new', 100, 1_000, [3, 100, 1_000]],
    ]);
  });

  it('of a count of teams names the teams that came and went, whatever they are called among others', () => {
    const withdrawn = (of: number): Said => ({
      of,
      at: '2021-03-09T12:00',
      event: { type: 'MailingWithdrawn', data: { reason: { code: 'error' } } },
    });
    const models = readAll(
      log(
        sent(1, 'BT', 'BT1'),
        sent(2, 'BT', 'BT1'),
        sent(3, 'DR', 'DR1'),
        sent(4, 'BT', 'BT1', 'zeeland-west-brabant'),
        withdrawn(1),
        withdrawn(2),
        withdrawn(4),
      ),
    );
    const { changes } = restated(models, 'inquiries.teams', { logged: 1 });
    expect(
      changes.map(({ cause, numerator, denominator, events }) => [
        cause,
        numerator,
        denominator,
        ...events.map(({ position, came, went }) => [position, came, went]),
      ]),
    ).toEqual([
      ['new', 2, 0, [3, ['DR DR1'], []], [4, ['zeeland-west-brabant BT BT1'], []]],
      [
        'mailing-withdrawn',
        -2,
        0,
        [6, [], ['midden-nederland BT BT1']],
        [7, [], ['zeeland-west-brabant BT BT1']],
      ],
    ]);
  });

  it('is in the order of recording between two moments, and of the log between two positions', () => {
    const models = readAll(
      log(
        start(1),
        { ...start(2), at: '2021-05-16T09:00' },
        { ...start(3), at: '2021-05-15T09:00' },
        { ...start(4), at: '2021-05-16T09:00' },
      ),
    );
    const positions = (...[from, to]: ReadonlyArray<AsOf>) =>
      restated(models, 'actions', from ?? 'latest', to).changes.flatMap(({ events }) =>
        events.map(({ position }) => position),
      );
    const [before, after] = [
      { registered: utc('2021-05-01T00:00') },
      { registered: utc('2021-06-01T00:00') },
    ];
    expect(positions(before, after)).toEqual([1, 3, 2, 4]);
    expect(positions(before)).toEqual([1, 3, 2, 4]);
    expect(positions({ logged: 0 }, { logged: 4 })).toEqual([1, 2, 3, 4]);
    expect(positions({ logged: 1 })).toEqual([2, 3, 4]);
  });

  it('leaves out what changed only under which type a thing counts', () => {
    const models = readAll(
      log(start(1), {
        of: 1,
        at: '2021-05-15T09:00',
        event: { type: 'ActionChanged', data: { type: 'robbery', reason: { code: 'error' } } },
      }),
    );
    expect(restated(models, 'actions', { logged: 1 })).toEqual({ from: value(1), to: value(1), changes: [] });
  });

  it('adds up what was counted in several ways', () => {
    const models = readAll(
      log(start(1), reach(1, 100, 'push'), reach(1, 80, 'opened'), reach(1, 90, 'push')),
    );
    expect(changes(models, 'reach.app', { logged: 2 })).toEqual([
      ['new', 80, 0, [3, 80, 0]],
      ['recount', -10, 0, [4, -10, 0]],
    ]);
    expect(pairOf(restated(models, 'reach.app', 'latest').to)).toEqual({ numerator: 170, denominator: 0 });
  });
});

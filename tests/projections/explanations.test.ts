import type { Region } from '@burgernet/domain';
import { explain, type Query, type ReadModels, Slice, standingPositions } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said } from '../support/log.js';
import { readAll } from '../support/read.js';
import { definition, inhabitants, officers, participants, reach, sent, start } from '../support/said.js';

const year = 2021;

/** By positions: what a figure stands on, and the same where nothing but positions is asked. */
const positionsOf = (models: ReadModels, name: string, query: Query = { year }) => {
  const slice = new Slice(models.ledger, 'latest');
  const explained = explain(definition(name), slice, query);
  const { numerator, denominator } = standingPositions(definition(name), slice, query);
  const of = (events: ReadonlyArray<{ readonly position: number }>) => events.map(({ position }) => position);
  return {
    explained:
      explained.kind === 'events'
        ? [of(explained.numerator), of(explained.denominator)]
        : [explained.kind, ...explained.groups.map(({ group, events }) => [group, ...of(events)])],
    positions: { numerator, denominator },
  };
};

describe('what a figure stands on', () => {
  it('is of a share the participants at their latest date and the inhabitants counted last before it', () => {
    const models = readAll(
      log(
        inhabitants('GM0344', '2020-01-01', 500),
        inhabitants('GM0034', '2021-06-30', 2_000),
        inhabitants('GM0034', '2021-01-01', 1_000),
        inhabitants('GM0307', '2021-01-01', 70),
        participants('GM0034', '2021-06-30', 100),
        participants('GM0034', '2021-03-31', 80),
        participants('GM0344', '2021-12-31', 50),
        participants('GM0200', '2021-06-30', 9),
        participants('GM0034', '2021-06-30', 101),
      ),
    );
    expect(positionsOf(models, 'participants.mail')).toEqual({
      explained: [
        [5, 7, 9],
        [1, 2],
      ],
      positions: { numerator: [5, 7, 9], denominator: [1, 2] },
    });
    expect(positionsOf(models, 'participants.mail', { year, month: 3 }).explained).toEqual([[6], [3]]);
    expect(positionsOf(models, 'participants.mail', { year: 2019 }).explained).toEqual([[], []]);
  });

  it('is of a region what stands in it, also where the country was asked before', () => {
    const { ledger } = readAll(log(start(1), start(2, { region: 'zeeland-west-brabant' }), start(3)));
    const known = new Map<string, ReadonlyArray<number>>();
    const of = (region?: Region) =>
      standingPositions(definition('actions'), new Slice(ledger, 'latest', region), { year }, known)
        .numerator;
    expect([of(), of('midden-nederland'), of('zeeland-west-brabant'), of()]).toEqual([
      [1, 2, 3],
      [1, 3],
      [2],
      [1, 2, 3],
    ]);
  });

  it('is not divided where no inhabitants were counted', () => {
    const models = readAll(log(participants('GM0034', '2021-12-31', 90)));
    expect(positionsOf(models, 'participants.mail').explained).toEqual([[1], []]);
  });

  it('is of a count of teams told of each team, with its region where there are several', () => {
    const said: ReadonlyArray<Said> = [
      sent(1, 'DR', 'DR1'),
      sent(2, 'BT', 'BT1'),
      sent(3, 'BT', 'BT1'),
      sent(4, 'BT', 'BT2'),
      {
        of: 4,
        at: '2021-03-09T12:00',
        event: { type: 'MailingWithdrawn', data: { reason: { code: 'error' } } },
      },
    ];
    expect(positionsOf(readAll(log(...said)), 'inquiries.teams')).toEqual({
      explained: ['groups', ['BT BT1', 2, 3], ['DR DR1', 1]],
      positions: { numerator: [2, 3, 1], denominator: [] },
    });
    const models = readAll(log(sent(6, 'BT', 'BT1', 'zeeland-west-brabant'), ...said));
    expect(positionsOf(models, 'inquiries.teams').explained).toEqual([
      'groups',
      ['midden-nederland BT BT1', 3, 4],
      ['midden-nederland DR DR1', 2],
      ['zeeland-west-brabant BT BT1', 1],
    ]);
  });

  it('is of a count of municipalities what was counted at the latest date of each that had any', () => {
    const models = readAll(
      log(
        officers('GM0344', '2021-01-01', 2),
        officers('GM0344', '2021-07-01', 3),
        officers('GM0034', '2021-01-01', 1),
        officers('GM0307', '2021-01-01', 0),
      ),
    );
    expect(positionsOf(models, 'safety-officers.municipalities').explained).toEqual([
      'groups',
      ['GM0034', 3],
      ['GM0344', 2],
    ]);
    expect(positionsOf(models, 'safety-officers.municipalities', { year: 2020 }).explained).toEqual([
      'groups',
    ]);
  });

  it('is told apart by the ways in which it was counted, and is nothing where nobody counted', () => {
    const models = readAll(
      log(start(1), reach(1, 5, 'push'), start(2), reach(2, 7, 'opened'), reach(2, 9, 'push')),
    );
    expect(positionsOf(models, 'reach.app')).toEqual({
      explained: ['methods', ['opened', 4], ['push', 2, 5]],
      positions: { numerator: [4, 2, 5], denominator: [] },
    });
    expect(positionsOf(models, 'reach.sms').explained).toEqual([[], []]);
  });
});

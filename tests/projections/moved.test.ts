import type { Region } from '@burgernet/domain';
import {
  isReclassifiedSince,
  movedSince,
  pairOf,
  type ReadModels,
  yearsTouched,
} from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc } from '../support/log.js';
import { readAll } from '../support/read.js';
import { inhabitants, marked, participants, sent, start } from '../support/said.js';

const became = (of: number, type: 'robbery' | 'missing-person'): Said => ({
  of,
  at: '2021-05-15T09:00',
  event: { type: 'ActionChanged', data: { type, reason: { code: 'error' } } },
});

describe('the figures that some events moved', () => {
  const moved = (...[models, after, upTo]: Parameters<typeof movedSince>) =>
    movedSince(models, after, upTo).map(({ definition, year, before, after: is }) => [
      definition.name,
      year,
      pairOf(before).numerator,
      pairOf(is).numerator,
    ]);

  it('are named in the order in which people read them, up to the last event unless it is said', () => {
    const models = readAll(log(start(1), marked(1, '2021-05-14T18:30'), sent(2, 'BT', 'BT1')));
    const bySuccess = [
      ['success.portal', 2021, 0, 1],
      ['success.full', 2021, 0, 1],
      ['success.class.portal', 2021, 0, 1],
      ['success.class.none', 2021, 1, 0],
      ['thanks.due', 2021, 0, 1],
    ];
    expect(moved(models, 1, 2)).toEqual(bySuccess);
    expect(moved(models, 1)).toEqual([
      ...bySuccess,
      ['inquiries', 2021, 0, 1],
      ['inquiries.relevant', 2021, 0, 0],
      ['inquiries.to-the-case', 2021, 0, 0],
      ['inquiries.teams', 2021, 0, 1],
    ]);
    expect(moved(models, 3)).toEqual([]);
  });

  it('are told year by year, whichever of them events came for first', () => {
    const models = readAll(
      log(start(1), marked(1, '2021-05-14T18:30'), {
        ...start(2, { startedAt: utc('2020-05-14T18:03'), runsUntil: utc('2020-05-14T19:03') }),
        at: '2021-05-15T09:00',
      }),
    );
    expect(moved(models, 1).filter(([name]) => name === 'success.class.none')).toEqual([
      ['success.class.none', 2020, 0, 1],
      ['success.class.none', 2021, 1, 0],
    ]);
    expect(moved(models, 1).filter(([name]) => name === 'success.full')).toEqual([
      ['success.full', 2020, 0, 0],
      ['success.full', 2021, 0, 1],
    ]);
  });

  it('are the shares of every year whose inhabitants were counted last before it', () => {
    const models = readAll(
      log(
        participants('GM0034', '2018-12-31', 80),
        participants('GM0034', '2021-12-31', 90),
        participants('GM0034', '2020-12-31', 70),
        inhabitants('GM0034', '2019-01-01', 1_000),
        inhabitants('GM0034', '2021-01-01', 2_000),
      ),
    );
    expect(movedSince(models, 4).map(({ year }) => year)).toEqual([2021]);
    expect(movedSince(models, 3, 4).map(({ definition, year }) => [definition.name, year])).toEqual([
      ['participants.mail', 2020],
      ['participants.mail', 2021],
    ]);
  });
});

describe('events that only change what counts under which type', () => {
  it('are known from others, wherever they stand among them', () => {
    const models = readAll(log(start(1), became(1, 'robbery'), start(2)));
    const between = (after: number, upTo: number) => isReclassifiedSince(models, after, upTo);
    expect([between(0, 1), between(1, 2), between(0, 3), between(2, 3)]).toEqual([false, true, true, false]);
  });
});

describe('the years of a region that some events touched', () => {
  const touched = (
    models: ReadModels,
    after: number,
  ): ReadonlyArray<readonly [Region, ReadonlyArray<number>]> =>
    [...yearsTouched(models, after)].map(([region, years]) => [region, [...years].sort()]);

  it('are those that they posted to, in each region apart', () => {
    const models = readAll(
      log(start(1), start(2, { region: 'zeeland-west-brabant' }), participants('GM0034', '2020-12-31', 90)),
    );
    expect(touched(models, 0)).toEqual([
      ['midden-nederland', [2020, 2021]],
      ['zeeland-west-brabant', [2021]],
    ]);
    expect(touched(models, 2)).toEqual([['midden-nederland', [2020]]]);
    expect(touched(models, 3)).toEqual([]);
  });

  it('are, where inhabitants were counted, also the later ones whose participants are divided by them', () => {
    const models = readAll(
      log(
        participants('GM0034', '2018-12-31', 80),
        participants('GM0034', '2021-12-31', 90),
        inhabitants('GM0034', '2019-01-01', 1_000),
      ),
    );
    expect(touched(models, 2)).toEqual([['midden-nederland', [2019, 2021]]]);
  });
});

import type { PublishedYear, ReconstructedEvent } from '@burgernet/adapters';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled, eventsOf, historyOf } from './history.js';
import { type CountedAction, countActions, recount } from './recount.js';

const number = (cell: string | null): number => Number(cell ?? 0);
const total = (counts: ReadonlyArray<number>): number => counts.reduce((sum, count) => sum + count, 0);

describe('the reconstruction of 2021, recounted event by event', () => {
  let tables: PublishedYear;
  let history: ReadonlyArray<ReconstructedEvent>;
  let actions: ReadonlyArray<CountedAction>;
  beforeAll(async () => {
    tables = await bundled();
    history = historyOf(tables);
    actions = [...countActions(history).values()];
  });

  it('gives the totals of the front page', () => {
    expect(recount(actions)).toEqual({
      actions: 793,
      withResponse: 605,
      calls: 389,
      appResponses: 1121,
      portal: 61,
      late: 39,
    });
  });

  it('gives each cell of the actions table, empty ones as nothing', () => {
    expect(tables.actionsResponses).toHaveLength(38);
    for (const row of tables.actionsResponses)
      expect(recount(actions, ({ municipality }) => municipality === row.municipality)).toMatchObject({
        actions: number(row.actions),
        withResponse: number(row.withResponse),
        calls: number(row.calls),
        appResponses: number(row.appResponses),
      });
  });

  it('attributes to no municipality what the rows leave over', () => {
    expect(recount(actions, ({ municipality }) => municipality === null)).toMatchObject({
      actions: 5,
      withResponse: 3,
      calls: 1,
      appResponses: 5,
    });
  });

  it('gives each type its actions and leaves 39 without', () => {
    expect(tables.actionTypes).toHaveLength(12);
    for (const row of tables.actionTypes)
      expect(recount(actions, ({ type }) => type === row.type).actions).toBe(number(row.actions));
    expect(recount(actions, ({ type }) => type === null).actions).toBe(39);
  });

  it('sets each tick in an action with a call and each late success in another action', () => {
    for (const { portal, late, calls } of actions) {
      expect(portal + late).toBeLessThanOrEqual(1);
      if (portal === 1) expect(calls).toBeGreaterThan(0);
    }
    for (const code of ['GM0376', 'GM0317', 'GM0335'])
      expect(recount(actions, ({ municipality }) => municipality === code).portal).toBe(0);
  });

  it('measures reach and shares once an action, adding up exactly', () => {
    const reach = eventsOf(history, 'ReachMeasured');
    const shares = eventsOf(history, 'SharesCounted');
    expect(total(reach.map(({ data }) => data.count))).toBe(1_437_611);
    expect(total(shares.map(({ data }) => data.count))).toBe(7_226);
    for (const measured of [reach, shares]) {
      expect(new Set(measured.map(({ stream }) => stream)).size).toBe(793);
      expect(measured).toHaveLength(793);
      expect(new Set(measured.map(({ data }) => data.method))).toEqual(new Set(['as-published']));
    }
    expect(new Set(reach.map(({ data }) => data.channel))).toEqual(new Set(['app']));
    expect(new Set(shares.map(({ data }) => data.platform))).toEqual(new Set(['all']));
  });

  it('sends the inquiries and prevention messages by as many senders as published', () => {
    const mailings = eventsOf(history, 'MailingSent').map(({ data }) => data);
    const sendersOf = (kind: string): number =>
      new Set(mailings.filter(({ sender }) => sender.kind === kind).map(({ sender }) => sender.code)).size;
    expect(mailings.filter(({ kind }) => kind === 'neighbourhood-inquiry')).toHaveLength(889);
    expect(mailings.filter(({ kind }) => kind === 'prevention-message')).toHaveLength(19);
    expect([sendersOf('BT'), sendersOf('DR'), sendersOf('municipality')]).toEqual([8, 3, 10]);
    const assessed = eventsOf(history, 'MailingAssessed');
    expect(assessed.filter(({ data }) => data.relevant)).toHaveLength(152);
    expect(assessed.filter(({ data }) => data.relevant && data.toTheCase)).toHaveLength(49);
    expect(new Set(assessed.map(({ stream }) => stream)).size).toBe(152);
  });

  it('gives each cell of the downloads, a stated 0 too', () => {
    const counted = new Map(
      eventsOf(history, 'AppDownloadsCounted').map(({ data }) => [
        `${data.municipality} ${data.month}`,
        data.count,
      ]),
    );
    expect(counted.size).toBe(39 * 12);
    for (const { municipality, months } of tables.appDownloads)
      for (const { month, count } of months)
        expect(counted.get(`${municipality} ${month}`)).toBe(number(count));
    expect([...counted.values()].filter((count) => count === 0)).toHaveLength(7);
    expect(total([...counted.values()])).toBe(24_138);
  });

  it('gives each cell of the participants with their inhabitants', () => {
    const participants = eventsOf(history, 'ParticipantsCounted').map(({ data }) => data);
    const inhabitants = eventsOf(history, 'InhabitantsCounted');
    expect(participants).toHaveLength(2 * 38);
    expect(inhabitants).toHaveLength(38);
    const of = (municipality: string, channel: string): number | undefined =>
      participants.find((one) => one.municipality === municipality && one.channel === channel)?.count;
    for (const row of tables.participantRows) {
      expect(of(row.municipality, 'sms-voice')).toBe(number(row.smsVoice));
      expect(of(row.municipality, 'mail')).toBe(number(row.mail));
      const living = inhabitants.find(({ data }) => data.municipality === row.municipality);
      expect(living?.data.count).toBe(number(row.inhabitants));
      expect(living?.stream).toBe(`burgernet.municipality-${row.municipality}-2019`);
    }
    const sum = (channel: string): number =>
      total(participants.filter((one) => one.channel === channel).map(({ count }) => count));
    expect([sum('sms-voice'), sum('mail')]).toEqual([188_428, 178_843]);
    expect(new Set(participants.map(({ referenceDate }) => referenceDate))).toEqual(new Set(['2021-12-31']));
    expect(new Set(inhabitants.map(({ data }) => data.referenceDate))).toEqual(new Set(['2019-01-01']));
  });

  it('counts a trained safety officer in 25 municipalities', () => {
    const officers = eventsOf(history, 'SafetyOfficersCounted').map(({ data }) => data);
    expect(new Set(officers.map(({ municipality }) => municipality)).size).toBe(25);
    expect(officers.map(({ count, referenceDate }) => `${count} ${referenceDate}`)).toEqual(
      officers.map(() => '1 2021-12-31'),
    );
  });

  it('follows from every printed percentage, rounded half up', () => {
    const halfUp = (n: number, of: number): string =>
      (Math.floor((2000 * n + of) / (2 * of)) / 10).toFixed(1);
    const same = (percentage: string | null, n: string | null, of: number): void =>
      expect(Number(percentage).toFixed(1)).toBe(halfUp(number(n), of));
    for (const row of tables.participantRows) {
      same(row.smsVoicePercentage, row.smsVoice, number(row.inhabitants));
      same(row.mailPercentage, row.mail, number(row.inhabitants));
    }
    const typed = total(tables.actionTypes.map((row) => number(row.actions)));
    for (const row of tables.actionTypes) same(row.percentage, row.actions, typed);
  });
});

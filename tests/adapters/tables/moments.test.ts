import type { ReconstructedEvent } from '@burgernet/adapters';
import { civil, local, parseStream } from '@burgernet/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled, eventsOf, historyOf, registeredAt } from './history.js';

const endOf2021 = '2021-12-31T22:59:00.000Z';
const startOf2021 = '2020-12-31T23:00:00.000Z';

describe('the moments of the reconstruction of 2021', () => {
  let history: ReadonlyArray<ReconstructedEvent>;
  beforeAll(async () => {
    history = historyOf(await bundled());
  });

  it('records everything by 31 December 23:59 but the late successes and the publication, which come last', () => {
    const late = history.findIndex(({ event }) => event.recordedAt > endOf2021);
    const [before, after] = [history.slice(0, late), history.slice(late)];
    for (const { event } of before) expect(event.recordedAt >= startOf2021).toBe(true);
    expect(after.map(({ event }) => event.event.type)).toEqual([
      ...Array.from({ length: 39 }, () => 'SuccessMarked'),
      ...Array.from({ length: 5 }, () => 'FiguresPublished'),
    ]);
    for (const { event } of after) expect(event.recordedAt).toBe(registeredAt);
  });

  it('is in the order of recording, over all streams and so within each', () => {
    history.slice(1).forEach(({ event }, index) => {
      expect(event.recordedAt >= (history[index]?.event.recordedAt ?? '')).toBe(true);
    });
  });

  it('runs each action 45 to 75 minutes by day, away from the hours that a clock change takes or doubles', () => {
    for (const { data } of eventsOf(history, 'ActionStarted')) {
      const minutes = (Date.parse(data.runsUntil) - Date.parse(data.startedAt)) / 60_000;
      expect(minutes).toBeGreaterThanOrEqual(45);
      expect(minutes).toBeLessThanOrEqual(75);
      expect(civil(data.startedAt).hour).toBeGreaterThanOrEqual(6);
      expect(civil(data.startedAt).hour).toBeLessThan(22);
      expect(local(data.startedAt).slice(0, 10)).toBe(local(data.runsUntil).slice(0, 10));
    }
    for (const { data } of eventsOf(history, 'MailingSent'))
      expect(civil(data.sentAt).hour).toBeGreaterThanOrEqual(6);
  });

  it('receives each response in the run time and sets each tick after the last response', () => {
    const runs = new Map(eventsOf(history, 'ActionStarted').map(({ stream, data }) => [stream, data]));
    const last = new Map<string, string>();
    for (const { stream, data, recordedAt } of eventsOf(history, 'ResponseReceived')) {
      const run = runs.get(stream);
      expect(run !== undefined && data.receivedAt >= run.startedAt && data.receivedAt < run.runsUntil).toBe(
        true,
      );
      expect(recordedAt).toBe(data.receivedAt);
      last.set(stream, data.receivedAt);
    }
    for (const { stream, recordedAt, data } of eventsOf(history, 'SuccessMarked')) {
      expect(data.attribution).toBe('direct');
      expect(data.foundAt).toBeUndefined();
      if (data.line === 'unknown') continue;
      expect(recordedAt > (last.get(stream) ?? '')).toBe(true);
      expect(recordedAt < (runs.get(stream)?.runsUntil ?? '')).toBe(true);
    }
  });

  it('ends each action when its run time is over', () => {
    const ends = new Map(eventsOf(history, 'ActionEnded').map(({ stream, data }) => [stream, data.endedAt]));
    for (const { stream, data } of eventsOf(history, 'ActionStarted'))
      expect(ends.get(stream)).toBe(data.runsUntil);
  });

  it('spreads actions over all months and suspicious situations towards the last three', () => {
    const months = new Array<number>(12).fill(0);
    const suspicious = new Array<number>(12).fill(0);
    for (const { data } of eventsOf(history, 'ActionStarted')) {
      const month = civil(data.startedAt).month - 1;
      months[month] = (months[month] ?? 0) + 1;
      if (data.type === 'suspicious-situation') suspicious[month] = (suspicious[month] ?? 0) + 1;
    }
    expect(Math.min(...months)).toBeGreaterThan(40);
    expect(Math.min(...suspicious.slice(9))).toBeGreaterThan(Math.max(...suspicious.slice(0, 9)));
  });

  it('records downloads after their month, the last with the year', () => {
    for (const { data, recordedAt } of eventsOf(history, 'AppDownloadsCounted')) {
      if (data.month === '2021-12') expect(recordedAt).toBe(endOf2021);
      else expect(local(recordedAt).slice(0, 7) > data.month).toBe(true);
    }
  });

  it('says of every event that it is reconstructed from a table by the system', () => {
    for (const { stream, event } of history) {
      expect(parseStream(stream)).toBeDefined();
      expect(event.metadata.role).toBe('system');
      expect(event.metadata.source).toMatchObject({ kind: 'table', reconstructed: true });
    }
  });
});

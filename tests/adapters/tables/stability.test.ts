import type { PublishedYear, ReconstructedEvent } from '@burgernet/adapters';
import { reconstruct } from '@burgernet/adapters';
import { Printed } from '@burgernet/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { at, bundled, expectRight, historyOf, registeredAt, stored } from './history.js';

const printed = (text: string): Printed => {
  if (Printed.is(text)) return text;
  throw new Error(`Not a printed number: ${text}`);
};

/** The events that only one of two histories has, by id, or that say something else in the other. */
const difference = (
  before: ReadonlyArray<ReconstructedEvent>,
  after: ReadonlyArray<ReconstructedEvent>,
): {
  readonly gone: ReadonlyArray<ReconstructedEvent>;
  readonly come: ReadonlyArray<ReconstructedEvent>;
  readonly changed: ReadonlyArray<ReconstructedEvent>;
} => {
  const idOf = ({ event }: ReconstructedEvent): string => event.eventId;
  const [old, fresh] = [new Map(before.map((e) => [idOf(e), e])), new Map(after.map((e) => [idOf(e), e]))];
  return {
    gone: before.filter((e) => !fresh.has(idOf(e))),
    come: after.filter((e) => !old.has(idOf(e))),
    changed: after.filter((e) => {
      const earlier = old.get(idOf(e));
      return earlier !== undefined && stored(earlier) !== stored(e);
    }),
  };
};

const typesOf = (events: ReadonlyArray<ReconstructedEvent>): ReadonlyArray<string> =>
  events.map(({ event }) => event.event.type);

describe('a reconstruction', () => {
  let tables: PublishedYear;
  let history: ReadonlyArray<ReconstructedEvent>;
  beforeAll(async () => {
    tables = await bundled();
    history = historyOf(tables);
  });

  it('is the same to the byte in whatever order the rows stand', () => {
    const bytes = history.map(stored).join('\n');
    const shuffled = fc.record({
      municipalities: fc.shuffledSubarray([...tables.municipalities], { minLength: 39 }),
      headline: fc.shuffledSubarray([...tables.headline], { minLength: 20 }),
      actionTypes: fc.shuffledSubarray([...tables.actionTypes], { minLength: 12 }),
      actionsResponses: fc.shuffledSubarray([...tables.actionsResponses], { minLength: 38 }),
      participantRows: fc.shuffledSubarray([...tables.participantRows], { minLength: 38 }),
      appDownloads: fc.shuffledSubarray([...tables.appDownloads], { minLength: 39 }),
    });
    fc.assert(
      fc.property(shuffled, (rows) => {
        expect(
          historyOf({ ...tables, ...rows })
            .map(stored)
            .join('\n') === bytes,
        ).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  const withDownload = (count: string): PublishedYear => ({
    ...tables,
    appDownloads: tables.appDownloads.map((row) =>
      row.municipality === 'GM0034'
        ? {
            ...row,
            months: row.months.map((cell) =>
              cell.month === '2021-05' ? { ...cell, count: printed(count) } : cell,
            ),
          }
        : row,
    ),
  });

  it('changes, for a cell of the downloads, its count and the publication of its table alone', () => {
    const { gone, come, changed } = difference(history, historyOf(withDownload('166')));
    expect([gone, come]).toEqual([[], []]);
    expect(typesOf(changed)).toEqual(['AppDownloadsCounted', 'FiguresPublished']);
    expect(changed[0]?.stream).toBe('burgernet.municipality-GM0034-2021');
  });

  it('changes, for a cell of the participants, its count and the publication of its table alone', () => {
    const participantRows = tables.participantRows.map((row) =>
      row.municipality === 'GM0344' ? { ...row, mail: printed('16566') } : row,
    );
    const { gone, come, changed } = difference(history, historyOf({ ...tables, participantRows }));
    expect([gone, come]).toEqual([[], []]);
    expect(typesOf(changed)).toEqual(['ParticipantsCounted', 'FiguresPublished']);
  });

  const withRow = (change: Partial<PublishedYear['actionsResponses'][number]>): PublishedYear => ({
    ...tables,
    actionsResponses: tables.actionsResponses.map((row) =>
      row.municipality === 'GM0034' ? { ...row, ...change } : row,
    ),
  });

  it('adds, for one more call, one response, and takes one from what the rows leave over', () => {
    const { gone, come, changed } = difference(history, historyOf(withRow({ calls: printed('22') })));
    expect(typesOf(gone)).toEqual(['ResponseReceived']);
    expect(typesOf(come)).toEqual(['ResponseReceived']);
    expect(gone[0]?.event.metadata.source?.name).toBe('headline');
    expect(come[0]?.event.metadata.source?.name).toBe('actions-responses');
    expect(typesOf(changed).filter((type) => type !== 'SuccessMarked')).toEqual(['FiguresPublished']);
  });

  it('adds, for one more response from the app, one response, and takes one from what the rows leave over', () => {
    const { gone, come, changed } = difference(history, historyOf(withRow({ appResponses: printed('121') })));
    expect([typesOf(gone), typesOf(come)]).toEqual([['ResponseReceived'], ['ResponseReceived']]);
    expect(typesOf(changed)).toEqual(['FiguresPublished']);
  });

  it('adds, for one more action, one action, takes one from what the rows leave over, and moves few others', () => {
    const { gone, come, changed } = difference(history, historyOf(withRow({ actions: printed('106') })));
    expect(typesOf(come).filter((type) => type === 'ActionStarted')).toHaveLength(1);
    expect(typesOf(gone).filter((type) => type === 'ActionStarted')).toHaveLength(1);
    const kept = typesOf(changed);
    expect(kept.filter((type) => type === 'ResponseReceived' || type === 'ActionEnded')).toEqual([]);
    expect(kept.filter((type) => type === 'ActionStarted').length).toBeLessThanOrEqual(12);
    expect(kept.length).toBeLessThanOrEqual(20);
  });

  it('gives, for one more action of a type, at most one action a type another type, and moves none', () => {
    const actionTypes = tables.actionTypes.map((row) =>
      row.type === 'robbery' ? { ...row, actions: printed('10') } : row,
    );
    const { gone, come, changed } = difference(history, historyOf({ ...tables, actionTypes }));
    expect([gone, come]).toEqual([[], []]);
    const started = changed.filter(({ event }) => event.event.type === 'ActionStarted');
    expect(started.length).toBeLessThanOrEqual(12);
    expect(changed).toHaveLength(started.length + 1);
  });

  it('has the same ids whenever it is registered, so another moment is a conflict and no other history', () => {
    const later = at('2022-03-01T11:00:00.000Z');
    const other = expectRight(reconstruct(tables, { year: 2021, registeredAt: later }));
    const { gone, come, changed } = difference(history, other);
    expect([gone, come]).toEqual([[], []]);
    expect(changed).toHaveLength(39 + 5);
  });

  it('puts its streams under the prefix that is asked for, with the same ids', () => {
    const other = expectRight(reconstruct(tables, { year: 2021, registeredAt, prefix: 'trial' }));
    expect(other.map(({ stream }) => stream.replace(/^trial\./, 'burgernet.'))).toEqual(
      history.map(({ stream }) => stream),
    );
    expect(other.map(({ event }) => event.eventId)).toEqual(history.map(({ event }) => event.eventId));
  });

  it('is made of any region and year of the format, also where little is stated', () => {
    const other: PublishedYear = {
      ...tables,
      region: 'limburg',
      headline: tables.headline.filter(({ figure }) => figure === 'actions'),
      actionTypes: [],
      participantRows: [],
      appDownloads: [],
    };
    const types = new Set(typesOf(historyOf(other)));
    expect(types).toEqual(new Set(['ActionStarted', 'ResponseReceived', 'ActionEnded', 'FiguresPublished']));
    const ids = new Set(history.map(({ event }) => event.eventId));
    expect(historyOf(other).some(({ event }) => ids.has(event.eventId))).toBe(false);
  });
});

import { importPortal, load, memoryStore, type PortalRow } from '@burgernet/adapters';
import { ActionType, domainRegistry, fromEpoch, MunicipalityCode, type StoredEvent } from '@burgernet/domain';
import { definitionOf, Figures, pairOf, ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf, readSheet } from '../../../packages/adapters/src/interchange/portal/portal-csv.js';
import { done } from '../../support/outcome.js';
import { runs } from '../../support/runs.js';
import { as } from '../../support/said.js';

const registry = domainRegistry();
const region = 'midden-nederland';
const municipalities = ['GM0034', 'GM0344', 'GM0307'].map((code) => as(MunicipalityCode, code));
const from = Date.UTC(2021, 0, 10);
const minute = 60_000;

/** A row of a made-up portal: an action in 2021, ticked or not, in time or later. */
const row = (nth: number): fc.Arbitrary<PortalRow> =>
  fc
    .record({
      startsAt: fc.nat(340 * 24 * 60),
      lasts: fc.integer({ min: 1, max: 180 }),
      type: fc.option(fc.constantFrom(...ActionType.values), { nil: undefined }),
      municipality: fc.option(fc.constantFrom(...municipalities), { nil: undefined }),
      tick: fc.oneof(fc.constant(false), fc.constant(true), fc.integer({ min: 0, max: 100_000 })),
      calls: fc.nat(3),
      calls112: fc.nat(2),
      app: fc.nat(2),
    })
    .map(({ startsAt, lasts, tick, calls, calls112, app, ...rest }) => {
      const start = from + startsAt * minute;
      return {
        file: 'portal.csv',
        row: nth + 2,
        action: `A-${nth}`,
        start: fromEpoch(start),
        end: fromEpoch(start + lasts * minute),
        ...rest,
        tick: typeof tick === 'number' ? fromEpoch(start + tick * minute) : tick,
        counts: { calls, 'calls-112': calls112, app },
      };
    });
const tables = fc.nat(12).chain((count) => fc.tuple(...Array.from({ length: count }, (_, nth) => row(nth))));

const logOf = async (store: ReturnType<typeof memoryStore>): Promise<ReadonlyArray<StoredEvent>> => {
  const events: StoredEvent[] = [];
  await store.replay().forEach((page) => {
    events.push(...page.events);
    page.handled();
  });
  return events;
};

const figureOf = (models: ReadModels, name: string): number => {
  const definition = definitionOf(name);
  if (definition === undefined) throw new Error(`No figure ${name}.`);
  return pairOf(new Figures(models, 'latest', region).value(definition, { year: 2021 })).numerator;
};

const isInTime = ({ tick, end }: PortalRow): boolean => tick === true || (tick !== false && tick < end);
const sum = (rows: ReadonlyArray<PortalRow>, of: (row: PortalRow) => number): number =>
  rows.reduce((all, one) => all + of(one), 0);

describe('rows of the portal', () => {
  it('come to figures that say what the rows say, and again change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const store = memoryStore();
        const imported = await done(importPortal(store, registry, region, rows));
        expect(imported).toMatchObject({ rows: rows.length, taken: rows.length, repeated: 0, refused: [] });
        const models = await done(load(store, registry, new ReadModels()));
        expect(models.quarantine.events).toEqual([]);
        expect({
          actions: figureOf(models, 'actions'),
          portal: figureOf(models, 'success.portal'),
          full: figureOf(models, 'success.full'),
          calls: figureOf(models, 'responses.0800-0011'),
          calls112: figureOf(models, 'responses.112'),
          app: figureOf(models, 'responses.app'),
        }).toEqual({
          actions: rows.length,
          portal: rows.filter(isInTime).length,
          full: rows.filter(({ tick }) => tick !== false).length,
          calls: sum(rows, ({ counts }) => counts.calls),
          calls112: sum(rows, ({ counts }) => counts['calls-112']),
          app: sum(rows, ({ counts }) => counts.app),
        });
        const log = await logOf(store);
        const again = await done(importPortal(store, registry, region, [...rows, ...rows]));
        expect(again).toMatchObject({ taken: 0, events: 0, repeated: rows.length * 2, refused: [] });
        expect(await logOf(store)).toEqual(log);
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('may add a tick after the end, and nothing else', async () => {
    const start = fromEpoch(from);
    const end = fromEpoch(from + 60 * minute);
    const first: PortalRow = {
      file: 'portal.csv',
      row: 2,
      action: '17',
      start,
      end,
      type: 'missing-person',
      municipality: undefined,
      tick: false,
      counts: { calls: 1, 'calls-112': 0, app: 0 },
    };
    const store = memoryStore();
    await done(importPortal(store, registry, region, [first]));
    const later = { ...first, tick: fromEpoch(from + 90 * minute) };
    expect(await done(importPortal(store, registry, region, [later]))).toMatchObject({ taken: 1, events: 1 });
    const models = await done(load(store, registry, new ReadModels()));
    expect([figureOf(models, 'success.portal'), figureOf(models, 'success.late')]).toEqual([0, 1]);
    for (const changed of [
      first,
      { ...later, tick: true },
      { ...later, end: fromEpoch(from + 70 * minute) },
      { ...later, counts: { ...later.counts, calls: 2 } },
      { ...later, type: undefined },
    ]) {
      const { refused, taken } = await done(importPortal(store, registry, region, [changed]));
      expect([taken, refused.map(({ tag }) => tag)]).toEqual([0, ['PortalRowChanged']]);
    }
    const { refused } = await done(
      importPortal(memoryStore(), registry, region, [first, { ...first, row: 3, type: undefined }]),
    );
    expect(refused.map(({ tag }) => tag)).toEqual(['PortalActionTwice', 'PortalActionTwice']);
  });

  it('say in the metadata which moments are assumed', async () => {
    const store = memoryStore();
    const row: PortalRow = {
      file: 'portal.csv',
      row: 2,
      action: '17',
      start: fromEpoch(from),
      end: fromEpoch(from + 60 * minute),
      type: undefined,
      municipality: undefined,
      tick: true,
      counts: { calls: 1, 'calls-112': 0, app: 0 },
    };
    await done(importPortal(store, registry, region, [row]));
    const said = (await logOf(store)).map(({ type, recordedAt, metadata }) => [
      type,
      recordedAt,
      JSON.parse(metadata).source,
    ]);
    const assumed = { kind: 'portal', name: 'portal row, moment assumed' };
    const given = { kind: 'portal', name: 'portal row' };
    expect(said).toEqual([
      ['ActionStarted', row.start, given],
      ['ResponseReceived', row.start, assumed],
      ['SuccessMarked', fromEpoch(from + 60 * minute - 1), assumed],
      ['ActionEnded', row.end, given],
    ]);
  });
});

describe('a portal file', () => {
  it('is read whatever parts its cells, which the header tells', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(';', ',', '\t'),
        fc.array(
          fc.array(
            fc.string({ unit: 'grapheme-ascii' }).filter((cell) => cell.trim() !== ''),
            { minLength: 3, maxLength: 3 },
          ),
          { minLength: 1 },
        ),
        (delimiter, rows) => {
          const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
          const text = [['actie', 'begin', 'eind'], ...rows]
            .map((cells) => cells.map(quoted).join(delimiter))
            .join('\r\n');
          expect(delimiterOf(text)).toBe(delimiter);
          const sheet = readSheet('portal.csv', `\uFEFF${text}`);
          expect(sheet._tag === 'Right' ? sheet.right.rows.map(({ cells }) => cells) : sheet).toEqual(rows);
        },
      ),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

import type {
  Cell,
  Kind,
  Row,
  StoreUnavailable,
  Table,
  TableStore,
  TablesCheckpoint,
} from '@burgernet/adapters';
import { allTables, checkpointTable } from '@burgernet/adapters';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { uuid } from '../support/log.js';
import { done, refused } from '../support/outcome.js';

/** A place where nothing was written yet. */
export interface TablePlace {
  /** opens the tables there; the suite closes them */
  readonly open: () => Promise<TableStore>;
  /** asks the database itself, as somebody who looks at the tables */
  readonly ask: (sql: string) => Promise<ReadonlyArray<unknown>>;
  /** how others write the name of a table */
  readonly name: (table: string) => string;
}

const filled: ReadonlyArray<Table> = allTables.filter((table) => table !== checkpointTable);

const checkpoint: TablesCheckpoint = {
  position: 3,
  token: 'c:1/p:1',
  lastEvent: uuid(3),
  log: uuid(1),
  madeBy: 'this',
  quarantined: 0,
};

const texts = fc
  .string({ unit: 'binary', maxLength: 8 })
  .filter((text) => text.isWellFormed() && !text.includes('\0'));
const cells: Readonly<Record<Kind, fc.Arbitrary<Cell>>> = {
  text: texts,
  integer: fc.maxSafeInteger(),
  decimal: fc.integer({ min: 0, max: 99_999 }).map((tenths) => (tenths / 10).toFixed(1)),
  boolean: fc.boolean(),
  moment: fc
    .date({
      min: new Date('0000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  date: fc
    .date({
      min: new Date('0000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T00:00:00.000Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10)),
};

/** Rows of a table, of different keys. */
const rowsOf = ({ columns, key }: Table): fc.Arbitrary<ReadonlyArray<Row>> => {
  const at = columns.flatMap(({ name }, index) => (key.includes(name) ? [index] : []));
  const row = fc.tuple(
    ...columns.map(({ kind, isNullable }) => (isNullable ? fc.option(cells[kind]) : cells[kind])),
  );
  return fc.uniqueArray(row, {
    maxLength: 12,
    selector: (each) => JSON.stringify(at.map((index) => each[index])),
  });
};

const keyOf = ({ columns, key }: Table, row: Row): Row =>
  key.map((name) => row[columns.findIndex((column) => column.name === name)] ?? null);

const inOrder = (rows: ReadonlyArray<Row>): ReadonlyArray<string> =>
  rows.map((row) => JSON.stringify(row)).sort();

/** A small row of the first table, of this key and value. */
const figure = (key: string, value: number): Row => [
  key,
  'actions',
  'Acties',
  1,
  null,
  'Nederland',
  2021,
  'year',
  null,
  null,
  null,
  null,
  null,
  null,
  value,
  null,
  null,
  null,
  false,
  false,
];

const figures = (): Table => {
  const [first] = filled;
  if (first === undefined) throw new Error('There are tables.');
  return first;
};

/** What every place for tables does. */
export const tableStoreContract = (name: string, newPlace: () => Promise<TablePlace>): void => {
  const opened = async (place: TablePlace): Promise<TableStore> => {
    const store = await place.open();
    onTestFinished(() => store.close());
    return store;
  };
  const made = async () => {
    const place = await newPlace();
    const store = await opened(place);
    await done(
      store.transaction(async (session) => {
        await session.make();
        await session.put(figures(), [figure('a', 1), figure('b', 2)]);
        await session.setCheckpoint(checkpoint);
      }),
    );
    return { place, store };
  };
  const standing = (store: TableStore) => done(store.transaction((session) => session.rows(figures())));

  describe(`${name} as a place for tables`, () => {
    it('has no checkpoint where nothing was written', async () => {
      const store = await opened(await newPlace());
      expect(await done(store.transaction((session) => session.checkpoint()))).toBeUndefined();
    });

    it('gives back what was put, of every kind, however far and whatever its letters', async () => {
      const store = await opened(await newPlace());
      await done(store.transaction((session) => session.make()));
      for (const table of filled)
        await fc.assert(
          fc.asyncProperty(rowsOf(table), async (rows) => {
            const found = await done(
              store.transaction(async (session) => {
                const before = await session.rows(table);
                await session.remove(
                  table,
                  before.map((row) => keyOf(table, row)),
                );
                await session.put(table, rows);
                return session.rows(table);
              }),
            );
            expect(inOrder(found)).toEqual(inOrder(rows));
          }),
          { numRuns: 15 },
        );
    });

    it('replaces rows of the same key, takes away those that are named, and leaves the others', async () => {
      const { store } = await made();
      await done(
        store.transaction(async (session) => {
          await session.put(figures(), [figure('b', 3), figure('c', 4)]);
          await session.remove(figures(), [['a'], ['never there']]);
        }),
      );
      expect(inOrder(await standing(store))).toEqual(inOrder([figure('b', 3), figure('c', 4)]));
    });

    it('keeps one checkpoint, the last, also for who opens it again', async () => {
      const { place, store } = await made();
      const later = { ...checkpoint, position: 4, token: '', madeBy: 'é', quarantined: 1 };
      await done(store.transaction((session) => session.setCheckpoint(later)));
      await store.close();
      const again = await opened(place);
      expect(await done(again.transaction((session) => session.checkpoint()))).toEqual(later);
    });

    it('undoes all of what failed, and goes on after that', async () => {
      const { store } = await made();
      const trouble: StoreUnavailable = { tag: 'StoreUnavailable', text: { en: 'No.', nl: 'Nee.' } };
      const failing = (thrown: unknown) =>
        store.transaction(async (session) => {
          await session.put(figures(), [figure('z', 9)]);
          await session.setCheckpoint({ ...checkpoint, position: 9 });
          throw thrown;
        });
      expect(await refused(failing(trouble))).toEqual(trouble);
      await expect(failing(new RangeError('a bug'))()).rejects.toThrow('a bug');
      expect(await standing(store)).toHaveLength(2);
      expect(await done(store.transaction((session) => session.checkpoint()))).toEqual(checkpoint);
    });

    it('shows others what stood before until the transaction ends, and then what stands now', async () => {
      const { place, store } = await made();
      const seen = () =>
        place.ask(`SELECT sum(value) || '/' || count(*) AS seen FROM ${place.name('figures')}`);
      const before = await done(
        store.transaction(async (session) => {
          await session.remove(figures(), [['a'], ['b']]);
          const removed = await seen();
          await session.put(figures(), [figure('a', 40)]);
          return [removed, await seen()];
        }),
      );
      expect(before).toEqual([[{ seen: '3/2' }], [{ seen: '3/2' }]]);
      expect(await seen()).toEqual([{ seen: '40/1' }]);
    });

    it('leaves tables that are as they should be, with their rows and a column that others added', async () => {
      const { place, store } = await made();
      await place.ask(`ALTER TABLE ${place.name('figures')} ADD COLUMN remark text`);
      await done(store.transaction((session) => session.make()));
      expect(await standing(store)).toHaveLength(2);
    });

    it('makes a table anew that has other columns, or that is gone', async () => {
      const { place, store } = await made();
      await place.ask(`ALTER TABLE ${place.name('figures')} DROP COLUMN value`);
      await place.ask(`DROP TABLE ${place.name('board')}`);
      await done(store.transaction((session) => session.make()));
      expect(await standing(store)).toEqual([]);
      expect(await place.ask(`SELECT * FROM ${place.name('board')}`)).toEqual([]);
      expect(await done(store.transaction((session) => session.checkpoint()))).toEqual(checkpoint);
    });

    it('says so when it was closed', async () => {
      const { store } = await made();
      await store.close();
      expect(await refused(store.transaction((session) => session.checkpoint()))).toMatchObject({
        tag: 'StoreUnavailable',
      });
    });
  });
};

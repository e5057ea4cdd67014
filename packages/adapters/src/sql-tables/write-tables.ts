import { both, type Sentence } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore, StoreError } from '../event-store/port.js';
import type { Place } from '../kept-models/kept-rows.js';
import { standingOf } from '../kept-models/standing.js';
import { changesBetween, type Parts, rowTexts } from './changes.js';
import { isSameState, type TablesCheckpoint } from './checkpoint.js';
import type { Names } from './names.js';
import type { TableSession, TableStore } from './port.js';
import type { Table } from './table.js';
import { type AllRows, TableRows } from './table-rows.js';
import { tablesMadeBy } from './tables.js';

/** The tables were left as they are, for what they show is not this log's, or more than it still holds. */
export interface TablesRefused {
  readonly tag: 'TablesOfAnotherLog' | 'TablesCountedMore' | 'TablesOfAnotherRelease';
  readonly text: Sentence;
  readonly facts: { readonly position: number };
}

/** What became of the tables. */
export interface TablesWritten {
  /** `Ahead`: another process has written a later state already */
  readonly tag: 'Written' | 'Ahead';
  /** the state that they show */
  readonly position: number;
  /** whether what stood there was made by another release or other definitions, and was replaced */
  readonly isRebuilt: boolean;
  /** rows that are new or say something else */
  readonly put: number;
  readonly removed: number;
}

const refused = (tag: TablesRefused['tag'], { position }: TablesCheckpoint, en: string, nl: string) =>
  E.left<TablesRefused>({ tag, text: both(en, nl), facts: { position } });

/** Why a state that stands may not be replaced; `Ahead` where it is later than what would be written. */
type Verdict = E.Either<TablesRefused, 'goes on' | 'rebuilds' | 'ahead'>;

/** A state, and all rows of it. */
interface State {
  readonly checkpoint: TablesCheckpoint;
  readonly rows: AllRows;
}

const partsIn = async (session: TableSession, table: Table): Promise<Parts> =>
  new Map([['all', rowTexts(table, await session.rows(table))]]);

/** What a writer of tables works with. */
export interface WriteTables {
  readonly store: EventStore;
  readonly tables: TableStore;
  readonly names: Names;
  /** whether what stands there is replaced, whatever it is */
  readonly rebuild?: boolean;
}

/**
 * Writes read models of a log into tables, each time in one transaction: only the rows that differ, with the
 * checkpoint that says which state they are of. So whoever reads the tables sees one state, and whoever is
 * killed leaves one. A state that another process wrote meanwhile is gone on from, and never set back.
 */
export class TablesWriter {
  readonly #given: WriteTables;
  readonly #rows: TableRows;
  /** what this one has written, or found; `undefined` as long as that is not known */
  #known: State | undefined;
  #hasWritten = false;

  constructor(given: WriteTables) {
    this.#given = given;
    this.#rows = new TableRows(given.names);
  }

  /**
   * Makes the tables show what these models do.
   *
   * @param models read up to `place`; they may not change before this has begun to wait
   */
  write(models: ReadModels, place: Place): TE.TaskEither<StoreError | TablesRefused, TablesWritten> {
    const rows = this.#rows.of(models);
    const quarantined = models.quarantine.count('latest');
    return async () => {
      const done = await this.#given.tables.transaction((session) =>
        this.#replace(session, place, rows, quarantined),
      )();
      if (E.isLeft(done)) {
        this.#known = undefined;
        return done;
      }
      if (E.isLeft(done.right)) return done.right;
      const { state, written } = done.right.right;
      this.#known = state;
      this.#hasWritten ||= state !== undefined;
      return E.right(written);
    };
  }

  async #replace(
    session: TableSession,
    place: Place,
    rows: State['rows'],
    quarantined: number,
  ): Promise<
    E.Either<TablesRefused, { readonly state: State | undefined; readonly written: TablesWritten }>
  > {
    const there = await session.checkpoint();
    let before = this.#known;
    let isRebuilt = false;
    if (before === undefined || there === undefined || !isSameState(before.checkpoint, there)) {
      const verdict = await this.#judge(there, place);
      if (E.isLeft(verdict)) return verdict;
      if (verdict.right === 'ahead') {
        const position = there?.position ?? 0;
        const written = { tag: 'Ahead', position, isRebuilt: false, put: 0, removed: 0 } as const;
        return E.right({ state: undefined, written });
      }
      isRebuilt = verdict.right === 'rebuilds';
      await session.make();
      before = undefined;
    }
    let [put, removed] = [0, 0];
    for (const [table, after] of rows) {
      const standing = before?.rows.get(table) ?? (await partsIn(session, table));
      const changes = changesBetween(standing, after);
      if (changes.removed.length > 0) await session.remove(table, changes.removed);
      if (changes.put.length > 0) await session.put(table, changes.put);
      put += changes.put.length;
      removed += changes.removed.length;
    }
    const log = await this.#log();
    const checkpoint = { ...place, log, madeBy: tablesMadeBy, quarantined };
    await session.setCheckpoint(checkpoint);
    const written = { tag: 'Written', position: place.position, isRebuilt, put, removed } as const;
    return E.right({ state: { checkpoint, rows }, written });
  }

  /** @throws StoreError */
  async #log(): Promise<string> {
    const log = await this.#given.store.identity();
    if (E.isLeft(log)) throw log.left;
    return log.right;
  }

  /** Whether the state that stands there may be replaced by that of a place. @throws StoreError */
  async #judge(there: TablesCheckpoint | undefined, place: Place): Promise<Verdict> {
    if (there === undefined) return E.right('goes on');
    if (this.#given.rebuild === true && !this.#hasWritten) return E.right('rebuilds');
    const standing = await standingOf(this.#given.store, there)();
    if (E.isLeft(standing)) throw standing.left;
    const { position, madeBy } = there;
    if (standing.right === 'OtherLog')
      return refused(
        'TablesOfAnotherLog',
        there,
        `The tables show position ${position} of another log, or of this one before it was set back, and were left as they are; name other ones, or say --rebuild to replace them.`,
        `De tabellen tonen positie ${position} van een ander log, of van dit log voordat het werd teruggezet, en bleven zoals ze zijn; noem andere, of zeg --rebuild om ze te vervangen.`,
      );
    if (madeBy !== tablesMadeBy && this.#hasWritten)
      return refused(
        'TablesOfAnotherRelease',
        there,
        'Another release writes to these tables now, and this one has stopped; run one of the two only.',
        'Een andere versie schrijft nu in deze tabellen, en deze is gestopt; draai maar een van de twee.',
      );
    if (position > place.position)
      return standing.right === 'GoesOn'
        ? E.right('ahead')
        : refused(
            'TablesCountedMore',
            there,
            `The tables have counted ${position} events, of which the log no longer holds all, and were left as they are; with --rebuild only what the log holds is counted.`,
            `De tabellen hebben ${position} gebeurtenissen geteld, waarvan het log er niet alle meer heeft, en bleven zoals ze zijn; met --rebuild telt alleen wat er in het log staat.`,
          );
    return E.right(madeBy === tablesMadeBy ? 'goes on' : 'rebuilds');
  }
}

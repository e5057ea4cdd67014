import { measures, type ReadModels, yearsTouched } from '@burgernet/projections';
import { type Parts, type RowTexts, rowTexts } from './changes.js';
import type { Names } from './names.js';
import type { Table } from './table.js';
import { filledTables } from './tables.js';

/** Every row of every table. */
export type AllRows = ReadonlyMap<Table, Parts>;

/**
 * The rows of all tables as read models make them, time and again while the same models go on. Of what can be
 * long, only the years of a region in which something may have changed are made anew.
 */
export class TableRows {
  readonly #names: Names;
  #models: ReadModels | undefined;
  #position = 0;
  #unread = 0;
  #rows: AllRows = new Map();

  constructor(names: Names) {
    this.#names = names;
  }

  /** What these models say now. */
  of(models: ReadModels): AllRows {
    const isStale = this.#staleness(models);
    const { ledger } = models;
    const years = [...new Set(measures.flatMap((measure) => ledger.years(measure)))];
    const slices = years.flatMap((year) =>
      [undefined, ...ledger.regions()].map((region) => ({ year, region, name: `${year} ${region ?? ''}` })),
    );
    const rows = new Map(
      filledTables.map((filled) => {
        const { table } = filled;
        const parts = new Map<string, RowTexts>();
        if (filled.by === 'all') parts.set('', rowTexts(table, filled.rows(models, this.#names)));
        else
          for (const { year, region, name } of slices) {
            const known = isStale(year, region) ? undefined : this.#rows.get(table)?.get(name);
            parts.set(name, known ?? rowTexts(table, filled.rows(models, this.#names, year, region)));
          }
        return [table, parts];
      }),
    );
    this.#models = models;
    this.#position = models.position;
    this.#unread = models.quarantine.events.length;
    this.#rows = rows;
    return rows;
  }

  /** Which years of a region, or of the country, may not be what they were. */
  #staleness(models: ReadModels): (year: number, region: string | undefined) => boolean {
    const { events, quarantine } = models;
    if (models !== this.#models || quarantine.events.length !== this.#unread) return () => true;
    // What is published says which figures are assumed.
    for (let row = events.firstAfter(this.#position); row < events.length; row++)
      if (events.event(row).type === 'FiguresPublished') return () => true;
    const touched = yearsTouched(models, this.#position);
    return (year, region) =>
      [...touched].some(([of, years]) => (region === undefined || of === region) && years.has(year));
  }
}

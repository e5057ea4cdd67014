import { createHash } from 'node:crypto';
import type { Region } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import { madeBy } from '../kept-models/made-by.js';
import { checkpointTable } from './checkpoint.js';
import type { Names } from './names.js';
import type { Row, Table } from './table.js';
import { boardResponseRows, boardResponsesTable, boardRows, boardTable } from './tables/board.js';
import { figureRows, figuresTable } from './tables/figures.js';
import { participationRows, participationTable } from './tables/participation.js';
import { successRegisterRows, successRegisterTable } from './tables/success-register.js';

/** A table of read models, and what its rows are of them: of all, or of each year of a region or the country. */
export type FilledTable =
  | {
      readonly by: 'all';
      readonly table: Table;
      readonly rows: (models: ReadModels, names: Names) => ReadonlyArray<Row>;
    }
  | {
      readonly by: 'year and region';
      readonly table: Table;
      readonly rows: (
        models: ReadModels,
        names: Names,
        year: number,
        region: Region | undefined,
      ) => ReadonlyArray<Row>;
    };

/** Every table of read models, in the order in which people read of them. */
export const filledTables: ReadonlyArray<FilledTable> = [
  { by: 'year and region', table: figuresTable, rows: figureRows },
  { by: 'all', table: successRegisterTable, rows: successRegisterRows },
  { by: 'all', table: boardTable, rows: boardRows },
  { by: 'all', table: boardResponsesTable, rows: boardResponseRows },
  {
    by: 'year and region',
    table: participationTable,
    rows: (models, names, year, region) =>
      region === undefined ? [] : participationRows(models, names, year, region),
  },
];

/** Every table there is, that of the checkpoint too. */
export const allTables: ReadonlyArray<Table> = [...filledTables.map(({ table }) => table), checkpointTable];

/** How rows are made of read models; this number goes up with every change of it. */
export const rowsVersion = 1;

/** By what the rows are made: this code, how read models are read, and the definitions of the figures. */
export const tablesMadeBy: string = createHash('sha256')
  .update(
    JSON.stringify({ rowsVersion, madeBy, tables: allTables.map(({ name, columns }) => [name, columns]) }),
  )
  .digest('hex')
  .slice(0, 16);

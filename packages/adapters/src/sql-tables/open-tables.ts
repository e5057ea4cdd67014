import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { StoreError } from '../event-store/port.js';
import type { TableStore } from './port.js';
import type { Target } from './target.js';

/** Opens the place for tables that an address names. What knows its database is loaded only then. */
export const openTables =
  (target: Target): TE.TaskEither<StoreError, TableStore> =>
  async () => {
    switch (target.kind) {
      case 'sqlite':
        return (await import('./sqlite/open-sqlite-tables.js')).openSqliteTables(target.file)();
      case 'postgres':
        return (await import('./postgres/open-postgres-tables.js')).openPostgresTables(target)();
    }
  };

import { join } from 'node:path';
import { openSqlite } from '@burgernet/adapters';
import { eventStoreContract } from '../../contracts/event-store.js';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

eventStoreContract('SQLite store', async () =>
  done(openSqlite(join(await temporaryFolder(), 'burgernet.db'), { mode: 'write' })),
);

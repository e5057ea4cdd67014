import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Mode } from '../sqlite/format.js';
import type { EventStore, StoreError } from './port.js';
import { openSqlite } from './sqlite-store.js';
import { parseStoreUrl, type StoreAddress, type UnknownScheme } from './store-url.js';

/** How each kind of store is opened. */
const open = (address: StoreAddress, mode: Mode): TE.TaskEither<StoreError, EventStore> => {
  switch (address.scheme) {
    case 'sqlite':
      return openSqlite(address.file, { mode });
  }
};

/** Opens the store that an address names, such as `sqlite:burgernet.db`. */
export const openStore = (url: string, mode: Mode): TE.TaskEither<UnknownScheme | StoreError, EventStore> =>
  pipe(
    TE.fromEither(parseStoreUrl(url)),
    TE.chainW((address) => open(address, mode)),
  );

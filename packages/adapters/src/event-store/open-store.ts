import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Mode } from '../sqlite/format.js';
import { instruments } from '../telemetry/instruments.js';
import { traced } from '../telemetry/traced-store.js';
import { openEventStoreDb } from './open-eventstoredb.js';
import type { EventStore, StoreError } from './port.js';
import { openSqlite } from './sqlite-store.js';
import type { StoreStatus } from './store-status.js';
import { type AddressFault, parseStoreUrl, type StoreAddress } from './store-url.js';

/** How each kind of store is opened. */
const open = (
  address: StoreAddress,
  mode: Mode,
  onStatus: (status: StoreStatus) => void,
): TE.TaskEither<StoreError, EventStore> => {
  switch (address.scheme) {
    case 'sqlite':
      return openSqlite(address.file, { mode });
    case 'esdb':
      return openEventStoreDb(address.server, { mode, onStatus });
  }
};

/** What the kinds of stores are called in `db.system.name`. */
const systems = { sqlite: 'sqlite', esdb: 'eventstoredb' } as const;

/**
 * Opens the store that an address names, such as `sqlite:burgernet.db` or `esdb://127.0.0.1:2113`.
 * Its appends and replays have spans, see `traced`.
 *
 * @param onStatus hears what a store that is reached over a network has to say of its connection
 */
export const openStore = (
  url: string,
  mode: Mode,
  onStatus: (status: StoreStatus) => void = () => {},
): TE.TaskEither<AddressFault | StoreError, EventStore> =>
  pipe(
    TE.fromEither(parseStoreUrl(url)),
    TE.chainW((address) =>
      pipe(
        open(address, mode, (status) => {
          if (status.tag === 'Interrupted')
            instruments().reconnects.add(1, { 'burgernet.work': status.what });
          onStatus(status);
        }),
        TE.map((store) => traced(store, systems[address.scheme])),
      ),
    ),
  );

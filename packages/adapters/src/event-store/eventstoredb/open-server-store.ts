import { setTimeout } from 'node:timers/promises';
import { defaultPrefix } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { unavailable } from '../../sqlite/failure.js';
import type { Mode } from '../../sqlite/format.js';
import type { EventStore, StoreError } from '../port.js';
import type { StoreStatus } from '../store-status.js';
import { Connection, FileMissing } from './connection.js';
import type { ServerAddress } from './server-address.js';
import { serverStore } from './server-store.js';
import { defaultLimits, type Limits, type Session, type World } from './session.js';
import { readStream } from './stream-read.js';

/** How a store on a server is used. */
export interface ServerStoreOptions {
  /** with `read` nothing can be appended */
  readonly mode: Mode;
  /** of the streams, `burgernet` by default */
  readonly prefix?: string;
  /**
   * Whether an append and the reading of a stream give positions. The server has none, so events are
   * counted for them: all there are at first, and then what is new. `unknown`, the default, gives 0.
   */
  readonly positions?: 'counted' | 'unknown';
  /** hears of losses, repeats and delays */
  readonly onStatus?: (status: StoreStatus) => void;
  readonly limits?: Partial<Limits>;
  readonly world?: World;
}

/** How often a server is asked before it is said not to be there. */
const attemptsToOpen = 3;

const realWorld: World = {
  random: Math.random,
  wait: async (milliseconds, signal) => {
    await setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  },
};

const connect = (address: ServerAddress): E.Either<StoreError, Connection> =>
  E.tryCatch(
    () => Connection.to(address),
    (thrown) => {
      if (thrown instanceof FileMissing)
        return unavailable(
          `The file ${thrown.message}, which the store's address names, is not there.`,
          `Het bestand ${thrown.message}, dat het adres van de opslag noemt, is er niet.`,
        );
      throw thrown;
    },
  );

/** See `openEventStoreDb`. */
export const openServerStore =
  (address: ServerAddress, options: ServerStoreOptions): TE.TaskEither<StoreError, EventStore> =>
  async () => {
    const { mode, prefix = defaultPrefix, positions = 'unknown', onStatus = () => {} } = options;
    const connected = connect(address);
    if (E.isLeft(connected)) return connected;
    const closing = new AbortController();
    const session: Session = {
      ...(options.world ?? realWorld),
      connection: connected.right,
      where: address.hosts.map((host) => `${host.address}:${host.port}`).join(','),
      prefix,
      limits: { ...defaultLimits, ...options.limits },
      report: onStatus,
      closed: closing.signal,
    };
    const close = async (): Promise<void> => {
      closing.abort();
      await connected.right.close();
    };
    const reached = await readStream(
      session,
      `${prefix}.`,
      0,
      Math.min(attemptsToOpen, session.limits.attempts),
    );
    if (E.isRight(reached)) return E.right(serverStore(session, { mode, positions, close }));
    await close();
    return reached;
  };

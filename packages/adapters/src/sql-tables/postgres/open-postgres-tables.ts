import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import pg from 'pg';
import pgpass from 'pgpass';
import type { StoreError } from '../../event-store/port.js';
import { isStoreError } from '../../event-store/store-error.js';
import { closedBefore } from '../closed-before.js';
import type { TableSession, TableStore } from '../port.js';
import type { PostgresTarget } from '../target.js';
import { failureOf } from './postgres-failure.js';
import { type Ask, postgresSession } from './postgres-session.js';

/**
 * How long a connection may take to come about, a transaction waits for others, and a statement may take with
 * that; in milliseconds.
 */
const [connecting, waiting, answering] = [10_000, 60_000, 300_000];

/** Texts as they come: what a cell is, the table's columns say. */
const asTexts = { getTypeParser: () => (text: string) => text };

const askOf =
  (client: pg.Client): Ask =>
  async (text, values = []) => {
    const { rows } = await client.query<Array<string | null>>({
      text,
      values: [...values],
      rowMode: 'array',
    });
    return rows;
  };

/** Looks for a password in `~/.pgpass` where there is none yet: the client will do so no more by itself. */
const findPassword = async (client: pg.Client): Promise<void> => {
  if (client.password != null && client.password !== '') return;
  const { host, port, database = '', user = '' } = client;
  const found = await new Promise<string | undefined>((resolve) =>
    pgpass({ host, port, database, user }, resolve),
  );
  if (found !== undefined) client.password = found;
};

/** A connection that is made when it is needed, and again after it was lost. */
class Connection {
  readonly #connection: string;
  #client: pg.Client | undefined;

  constructor({ connection }: PostgresTarget) {
    this.#connection = connection;
  }

  async client(): Promise<pg.Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new pg.Client({
      connectionString: this.#connection,
      application_name: 'burgernet project',
      connectionTimeoutMillis: connecting,
      query_timeout: answering,
      keepAlive: true,
      types: asTexts,
    });
    // Without a listener it would end the process; whoever uses it next connects again.
    client.on('error', () => this.drop(client));
    try {
      await findPassword(client);
      await client.connect();
    } catch (thrown) {
      this.drop(client);
      throw thrown;
    }
    this.#client = client;
    return client;
  }

  /** Lets go of a connection, which ends what is under way there. */
  async drop(client: pg.Client | undefined = this.#client): Promise<void> {
    if (client === this.#client) this.#client = undefined;
    // One that broke has said so already.
    await client?.end().catch(() => undefined);
  }
}

const begin = async (ask: Ask, schema: string): Promise<void> => {
  await ask('BEGIN ISOLATION LEVEL READ COMMITTED');
  await ask(`SET LOCAL lock_timeout = ${waiting}`);
  await ask('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`burgernet ${schema}`]);
};

const storeOf = (target: PostgresTarget): TableStore => {
  const connection = new Connection(target);
  let isClosed = false;
  return {
    transaction:
      <A>(work: (session: TableSession) => Promise<A>): TE.TaskEither<StoreError, A> =>
      async () => {
        if (isClosed) return E.left(closedBefore);
        try {
          const ask = askOf(await connection.client());
          await begin(ask, target.schema);
          const result = await work(postgresSession(ask, target.schema));
          await ask('COMMIT');
          return E.right(result);
        } catch (thrown) {
          // The server undoes what was not committed.
          connection.drop();
          if (isStoreError(thrown)) return E.left(thrown);
          const failure = failureOf(target, thrown);
          if (failure === undefined) throw thrown;
          return E.left(failure);
        }
      },
    close: async () => {
      isClosed = true;
      await connection.drop();
    },
  };
};

/**
 * Opens a schema of a PostgreSQL database for tables of read models; schema and tables are made with their
 * first rows. Where the password stands neither in the address nor in PGPASSWORD, the client looks for it in
 * `~/.pgpass`.
 */
export const openPostgresTables = (target: PostgresTarget): TE.TaskEither<StoreError, TableStore> => {
  const store = storeOf(target);
  return pipe(
    store.transaction(async () => undefined),
    TE.map(() => store),
  );
};

import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/** A database on a PostgreSQL server, and the schema in it for the tables. */
export interface PostgresTarget {
  readonly kind: 'postgres';
  /** its address as the client takes it; it may hold a password, so it is never shown */
  readonly connection: string;
  readonly schema: string;
  /** the address without user, password and settings */
  readonly shown: string;
}

/** An SQLite file for the tables. */
export interface SqliteTarget {
  readonly kind: 'sqlite';
  readonly file: string;
  readonly shown: string;
}

/** Where tables of read models are to stand. */
export type Target = SqliteTarget | PostgresTarget;

/** What was given names no place for tables. Nothing of it is repeated: it may hold a password. */
export interface TargetMalformed {
  readonly tag: 'TargetMalformed';
  readonly text: Sentence;
}

const malformed = (en: string, nl: string) =>
  E.left<TargetMalformed>({ tag: 'TargetMalformed', text: both(en, nl) });

/** The schema for the tables where none is named. */
export const defaultSchema = 'burgernet';

/** Names that need no quotes in a query, and are none of PostgreSQL's own. */
const isSchema = (name: string): boolean =>
  /^[a-z_][a-z0-9_]{0,62}$/.test(name) && !name.startsWith('pg_') && name !== 'information_schema';

const isEncoded = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

const readPostgres = (url: string): E.Either<TargetMalformed, Target> => {
  const [, authority, path = '', query = ''] =
    /^postgres(?:ql)?:\/\/([^/?#]*)(?:\/([^/?#]*))?(?:\?([^#]*))?$/.exec(url) ?? [];
  const at = authority?.lastIndexOf('@') ?? -1;
  const user = authority?.slice(0, Math.max(at, 0)) ?? '';
  const host = authority?.slice(at + 1) ?? '';
  // A host may be absent: a socket, or what PGHOST says.
  const isHost = host === '' || URL.canParse(`postgres://${host}/`);
  if (authority === undefined || !isHost || ![user, path].every(isEncoded))
    return malformed(
      'The address of the tables cannot be read; write postgres://USER@HOST:PORT/DATABASE?schema=SCHEMA, with percent codes for signs in it.',
      'Het adres van de tabellen is niet te lezen; schrijf postgres://GEBRUIKER@HOST:POORT/DATABASE?schema=SCHEMA, met procentcodes voor leestekens erin.',
    );
  const settings = new URLSearchParams(query);
  const schema = settings.get('schema') ?? defaultSchema;
  if (!isSchema(schema))
    return malformed(
      `"${schema}" is no schema for the tables; give a name of lower-case letters, digits and _, not one of PostgreSQL itself.`,
      `"${schema}" is geen schema voor de tabellen; geef een naam van kleine letters, cijfers en _, niet een van PostgreSQL zelf.`,
    );
  settings.delete('schema');
  const rest = settings.size === 0 ? '' : `?${settings}`;
  return E.right({
    kind: 'postgres',
    connection: `postgres://${authority}/${path}${rest}`,
    schema,
    shown: `postgres://${host}/${path}?schema=${schema}`,
  });
};

/**
 * Reads where tables are to stand: `sqlite:FILE`, or `postgres://USER@HOST:PORT/DATABASE`, to which
 * `?schema=NAME` and the settings of the client, such as `sslmode`, may be added.
 */
export const parseTarget = (url: string): E.Either<TargetMalformed, Target> => {
  const [, scheme, rest = ''] = /^([a-z]+):(.*)$/s.exec(url) ?? [];
  if (scheme === 'sqlite' && rest !== '') return E.right({ kind: 'sqlite', file: rest, shown: url });
  if (scheme === 'postgres' || scheme === 'postgresql') return readPostgres(url);
  return malformed(
    'The tables can stand in sqlite:FILE or postgres://USER@HOST/DATABASE; give one of them.',
    'De tabellen kunnen in sqlite:BESTAND of postgres://GEBRUIKER@HOST/DATABASE staan; geef een daarvan.',
  );
};

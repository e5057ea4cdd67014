import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import {
  type AddressMalformed,
  readServerAddress,
  type ServerAddress,
  withoutCredentials,
} from './eventstoredb/server-address.js';

/** A store's address names no kind of store that there is. */
export interface UnknownScheme {
  readonly tag: 'UnknownScheme';
  readonly url: string;
  readonly text: Sentence;
}

/** Where a store is, by its kind. */
export type StoreAddress =
  | { readonly scheme: 'sqlite'; readonly file: string }
  | { readonly scheme: 'esdb'; readonly server: ServerAddress };

/** Why an address cannot be used. */
export type AddressFault = UnknownScheme | AddressMalformed;

/**
 * Reads `sqlite:FILE`, where FILE is a path as the system writes it, relative or absolute, or the
 * connection string of an EventStoreDB server or cluster, `esdb://...` or `esdb+discover://...`.
 *
 * @param environment where user and password of a server stand if the address has none
 */
export const parseStoreUrl = (
  url: string,
  environment: NodeJS.ProcessEnv = process.env,
): E.Either<AddressFault, StoreAddress> => {
  const colon = url.indexOf(':');
  const scheme = url.slice(0, Math.max(colon, 0));
  const rest = url.slice(colon + 1);
  if (scheme === 'sqlite' && rest !== '') return E.right({ scheme, file: rest });
  if (scheme === 'esdb' || scheme === 'esdb+discover')
    return E.map((server: ServerAddress): StoreAddress => ({ scheme: 'esdb', server }))(
      readServerAddress(url, environment),
    );
  const shown = withoutCredentials(url);
  return E.left({
    tag: 'UnknownScheme',
    url: shown,
    text: both(
      `"${shown}" names no store; write sqlite:FILE, such as sqlite:burgernet.db, or esdb://HOST:PORT.`,
      `"${shown}" noemt geen opslag; schrijf sqlite:BESTAND, zoals sqlite:burgernet.db, of esdb://HOST:POORT.`,
    ),
  });
};

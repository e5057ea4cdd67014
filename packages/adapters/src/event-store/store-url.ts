import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/** A store's address names no kind of store that there is. */
export interface UnknownScheme {
  readonly tag: 'UnknownScheme';
  readonly url: string;
  readonly text: Sentence;
}

/** Where a store is, by its kind. */
export type StoreAddress = { readonly scheme: 'sqlite'; readonly file: string };

/** Reads `sqlite:FILE`, where FILE is a path as the system writes it, relative or absolute. */
export const parseStoreUrl = (url: string): E.Either<UnknownScheme, StoreAddress> => {
  const colon = url.indexOf(':');
  const scheme = url.slice(0, Math.max(colon, 0));
  const rest = url.slice(colon + 1);
  return scheme === 'sqlite' && rest !== ''
    ? E.right({ scheme, file: rest })
    : E.left({
        tag: 'UnknownScheme',
        url,
        text: both(
          `"${url}" names no store; write sqlite:FILE, such as sqlite:burgernet.db.`,
          `"${url}" noemt geen opslag; schrijf sqlite:BESTAND, zoals sqlite:burgernet.db.`,
        ),
      });
};

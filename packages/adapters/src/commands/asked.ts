import { explain } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as t from 'io-ts';

/** The codecs of an aggregate's commands, by the command's type. */
export type Codecs = { readonly [type: string]: t.Mixed };

type AskedBy<C extends Codecs> = {
  readonly [K in keyof C & string]: { readonly type: K; readonly data: t.TypeOf<C[K]> };
};
/** What somebody may ask: a command's type with the data that its codec describes. */
export type Asked<C extends Codecs> = AskedBy<C>[keyof C & string];

/** Why what was asked is none of the commands. */
export type NotAsked =
  | { readonly tag: 'unknown'; readonly known: ReadonlyArray<string> }
  | { readonly tag: 'malformed'; readonly detail: string };

/**
 * Reads what somebody asks.
 *
 * @param codecs of the commands that there are
 * @param type the command's type, as given
 * @param data what it asks for, as given
 */
export const readAsked =
  <C extends Codecs>(codecs: C) =>
  (type: string, data: unknown): E.Either<NotAsked, Asked<C>> => {
    const isKnown = (key: string): key is keyof C & string => Object.hasOwn(codecs, key);
    const codec = isKnown(type) ? codecs[type] : undefined;
    if (!isKnown(type) || codec === undefined) return E.left({ tag: 'unknown', known: Object.keys(codecs) });
    return pipe(
      codec.decode(data),
      E.bimap(
        (errors) => ({ tag: 'malformed', detail: explain(errors) }),
        (decoded) => ({ type, data: decoded }),
      ),
    );
  };

import { explain, type StreamKind } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { ownCopy } from './own-copy.js';
import { type CommandFault, refuse } from './rejection.js';

/** The codecs of an aggregate's commands, by the command's type. */
export type Codecs = { readonly [type: string]: t.Mixed };

type AskedBy<C extends Codecs> = {
  readonly [K in keyof C & string]: { readonly type: K; readonly data: t.TypeOf<C[K]> };
};
/** What somebody may ask: a command's type with the data that its codec describes. */
export type Asked<C extends Codecs> = AskedBy<C>[keyof C & string];

/**
 * Reads what somebody asks.
 *
 * @param kind of the stream, for the refusal
 * @param codecs of the commands that there are
 * @param type the command's type, as given
 * @param data what it asks for, as given
 */
export const readAsked =
  <C extends Codecs>(kind: StreamKind, codecs: C) =>
  (type: string, data: unknown): E.Either<CommandFault, Asked<C>> => {
    const isKnown = (key: string): key is keyof C & string => Object.hasOwn(codecs, key);
    const codec = isKnown(type) ? codecs[type] : undefined;
    if (!isKnown(type) || codec === undefined)
      return E.left(refuse('CommandUnknown', { kind, command: type, known: Object.keys(codecs) }));
    // What is decided goes on to be remembered, and a codec gives back what it was given.
    const read = codec.decode(ownCopy(data));
    return E.isLeft(read)
      ? E.left(refuse('CommandMalformed', { command: type, detail: explain(read.left) }))
      : E.right({ type, data: read.right });
  };

import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { closed, oneOf, text } from './codec/closed.js';
import type { Command } from './command.js';
import { isStreamId, type StreamKind } from './stream.js';
import { Instant } from './time/instant.js';
import { Actor } from './vocabulary/actor.js';

/** Codecs of what each command of an aggregate asks for, by the command's type. */
interface Asks {
  readonly [type: string]: t.Mixed;
}

type CommandsOf<A extends Asks> = {
  [T in keyof A & string]: Command<T, t.TypeOf<A[T]>>;
}[keyof A & string];

/**
 * Codec of the commands of an aggregate, as they come from outside.
 *
 * @param kind of stream that they are for; the form of their id goes by it
 * @param asks what each of them asks for
 */
export const commandCodec = <A extends Asks>(kind: StreamKind, asks: A): t.Type<CommandsOf<A>> => {
  const name = `command on a stream of kind ${kind}`;
  const id = text<'StreamId'>(`id of a stream of kind ${kind}`, (s) => isStreamId(kind, s));
  const codecs = new Map<unknown, t.Mixed>(
    Object.entries(asks).map(([type, data]) => [
      type,
      closed(type, { type: oneOf('type', type), id, by: Actor, recordedAt: Instant, data }),
    ]),
  );
  const codecFor = (u: unknown): t.Mixed | undefined =>
    typeof u === 'object' && u !== null && 'type' in u ? codecs.get(u.type) : undefined;
  const is = (u: unknown): u is CommandsOf<A> => codecFor(u)?.is(u) === true;
  return new t.Type(
    name,
    is,
    (u, context) => {
      if (is(u)) return t.success(u);
      const result = codecFor(u)?.validate(u, context);
      return result !== undefined && E.isLeft(result)
        ? result
        : t.failure(u, context, `no ${name}; its type is one of ${[...codecs.keys()].join(', ')}`);
    },
    t.identity,
  );
};

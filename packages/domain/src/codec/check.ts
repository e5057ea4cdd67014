import type * as t from 'io-ts';
import { ClosedType, ListType, NullableType, OneOfType } from './closed.js';

/** Decides whether a value is what a codec describes; says nothing about why not. */
export type Check = (u: unknown) => boolean;

const closedCheck = (codec: ClosedType<unknown>): Check => {
  const fields = [...Object.entries(codec.required), ...Object.entries(codec.optional)];
  const keys = fields.map(([key]) => key);
  const checks = fields.map(([, field]) => deriveCheck(field));
  const places = new Map(keys.map((key, place) => [key, place]));
  const needed = Object.keys(codec.required).length;
  const { open } = codec;
  return (u) => {
    if (typeof u !== 'object' || u === null || Array.isArray(u)) return false;
    let found = 0;
    let next = 0;
    for (const key in u) {
      if (!Object.hasOwn(u, key)) continue;
      // Fields mostly come in the codec's own order; only where they do not, they are looked up.
      const place = keys[next] === key ? next : places.get(key);
      if (place === undefined) {
        if (open) continue;
        return false;
      }
      if (checks[place]?.((u as Readonly<Record<string, unknown>>)[key]) !== true) return false;
      if (place < needed) found += 1;
      next = place + 1;
    }
    return found === needed;
  };
};

/**
 * Derives from a codec a check that decides the good case without building errors. The codec stays the
 * single definition: where it has no faster reading here, its own `is` decides, and a property test
 * holds the two to the same answer. `codec.decode` says what is wrong in the bad case.
 *
 * @param codec any codec that decodes to the very value it was given
 */
export const deriveCheck = (codec: t.Mixed): Check => {
  if (codec instanceof ClosedType) return closedCheck(codec);
  if (codec instanceof OneOfType) {
    const known: ReadonlySet<unknown> = codec.known;
    return (u) => known.has(u);
  }
  if (codec instanceof ListType) {
    const item = deriveCheck(codec.item);
    const most: number = codec.most;
    return (u) => {
      if (!Array.isArray(u) || u.length > most) return false;
      for (let i = 0; i < u.length; i++) if (!item(u[i])) return false;
      return true;
    };
  }
  if (codec instanceof NullableType) {
    const inner = deriveCheck(codec.inner);
    return (u) => u === null || inner(u);
  }
  return codec.is;
};

import type * as t from 'io-ts';
import { ClosedType, ListType, NullableType, OneOfType } from './closed.js';

/** Decides whether a value is what a codec describes; says nothing about why not. */
export type Check = (u: unknown) => boolean;

const closedCheck = (codec: ClosedType<Record<string, t.Mixed>, Record<string, t.Mixed>>): Check => {
  const requiredKeys = Object.keys(codec.required);
  const checks = new Map<string, Check>();
  for (const [key, field] of Object.entries(codec.required)) checks.set(key, deriveCheck(field));
  for (const [key, field] of Object.entries(codec.optional)) checks.set(key, deriveCheck(field));
  const required = new Set(requiredKeys);
  const needed = requiredKeys.length;
  const { open } = codec;
  return (u) => {
    if (typeof u !== 'object' || u === null || Array.isArray(u)) return false;
    let found = 0;
    for (const key in u) {
      if (!Object.hasOwn(u, key)) continue;
      const check = checks.get(key);
      if (check === undefined) {
        if (open) continue;
        return false;
      }
      if (!check((u as Readonly<Record<string, unknown>>)[key])) return false;
      if (required.has(key)) found += 1;
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

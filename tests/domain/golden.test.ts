import { domainRegistry } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { ClosedType, ListType, NullableType } from '../../packages/domain/src/codec/closed.js';
import { golden, goldenNames } from './golden.js';

const registry = domainRegistry();
const versions = registry.registrations.flatMap(({ type, versions }) =>
  versions.map(({ codec }, index) => ({
    type,
    version: index + 1,
    codec,
    name: `${type}.v${index + 1}`,
  })),
);

/** The optional fields of a codec that no value among these has, by path. */
const unseen = (codec: t.Mixed, values: ReadonlyArray<unknown>, path = ''): ReadonlyArray<string> => {
  if (codec instanceof NullableType) return unseen(codec.inner, values, path);
  if (codec instanceof ListType) return unseen(codec.item, values.flat(), `${path}[]`);
  if (!(codec instanceof ClosedType)) return [];
  const fields: ReadonlyArray<[string, t.Mixed]> = [
    ...Object.entries<t.Mixed>(codec.required),
    ...Object.entries<t.Mixed>(codec.optional),
  ];
  return fields.flatMap(([key, field]) => {
    const held = values.flatMap((value): unknown[] => {
      const entry = Object.entries(Object(value)).find(([name]) => name === key);
      return entry === undefined ? [] : [entry[1]];
    });
    return held.length === 0 ? [`${path}.${key}`] : unseen(field, held, `${path}.${key}`);
  });
};

describe('a golden file', () => {
  it('is there for every event type in every version that was ever written, and for nothing else', () => {
    expect([...goldenNames].sort()).toEqual(versions.map(({ name }) => name).sort());
  });

  it.each(versions)('of $type version $version is still read', ({ type, version, name }) => {
    const stored = golden(name);
    expect(stored).toMatchObject({ type, schemaVersion: version });
    expect(registry.decode(stored)).toMatchObject({ _tag: 'Right', right: { event: { type } } });
  });

  it.each(versions)('of $type version $version holds every optional field', ({ codec, name }) => {
    expect(unseen(codec, [JSON.parse(golden(name).data)])).toEqual([]);
  });

  it.each(versions)('of $type gives the same bytes when it is written again', ({ type, version, name }) => {
    const stored = golden(name);
    const read = registry.decode(stored);
    if (E.isLeft(read)) throw new Error(read.left.detail);
    if (registry.currentVersion(type) !== version) return;
    const written = registry.encode(read.right);
    expect({ ...stored, ...written }).toEqual(stored);
  });
});

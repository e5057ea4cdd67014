import { readdirSync } from 'node:fs';
import { domainRegistry, eventSchemas, Metadata, schemaIdOf } from '@burgernet/domain';
import { dataOf } from '@burgernet/domain/testing';
import fc from 'fast-check';
import type * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { publishedSchema, validatorOf } from '../support/schemas.js';
import { golden, goldenNames } from './golden.js';
import { everyChange, inFile, mutate, mutation, place } from './mutations.js';

const registry = domainRegistry();

const described: ReadonlyArray<{ readonly name: string; readonly codec: t.Mixed; readonly id: string }> = [
  ...registry.registrations.flatMap(({ type, versions }) =>
    versions.map(({ codec }, index) => ({
      name: `${type}.v${index + 1}`,
      codec,
      id: schemaIdOf(type, index + 1) ?? '',
    })),
  ),
  { name: 'Metadata', codec: Metadata, id: 'urn:nld:burgernet:schema:Metadata' },
];

/** Values that a type of event really holds: of its golden file, or for metadata of all of them. */
const samples = (name: string): ReadonlyArray<unknown> =>
  goldenNames
    .filter((file) => name === 'Metadata' || file === name)
    .map((file) => JSON.parse(name === 'Metadata' ? golden(file).metadata : golden(file).data));

describe('the schemas of the package', () => {
  it('are those that the codecs give: npm run schemas writes them', () => {
    const schemas = eventSchemas();
    const folder = new URL('../../packages/domain/schemas/', import.meta.url);
    expect(readdirSync(folder).sort()).toEqual(schemas.map(({ name }) => `${name}.json`).sort());
    for (const { name, schema } of schemas) expect(publishedSchema(name)).toEqual(schema);
  });

  it('are there for every event type in every version, and named for none that is not', () => {
    for (const { name, id } of described) expect(publishedSchema(name)).toMatchObject({ $id: id });
    expect(schemaIdOf('ActionStarted', 2)).toBeUndefined();
    expect(schemaIdOf('ActionMoved', 1)).toBeUndefined();
    expect(schemaIdOf('Metadata', 1)).toBeUndefined();
  });
});

describe.each(described)('the schema $name', ({ name, codec, id }) => {
  const validate = validatorOf(id);
  const agree = (value: unknown): boolean => {
    const isDescribed = codec.is(value);
    if (validate(value) !== isDescribed) expect([value, isDescribed]).toEqual([value, !isDescribed]);
    return isDescribed;
  };

  it('takes what its golden file holds', () => {
    const values = samples(name);
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect([validate(value), validate.errors]).toEqual([true, null]);
  });

  it('takes whatever the codec describes', () => {
    fc.assert(
      fc.property(dataOf(codec), (value) => {
        expect([validate(inFile(value)), value]).toEqual([true, value]);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses and takes what the codec refuses and takes, whatever is changed at any one place', () => {
    let refused = 0;
    for (const value of samples(name).slice(0, 1))
      for (const changed of everyChange(value)) if (!agree(inFile(changed))) refused += 1;
    expect(refused).toBeGreaterThan(50);
  });

  it('refuses and takes what the codec refuses and takes of any damaged value', () => {
    fc.assert(
      fc.property(dataOf(codec), place, mutation, (value, where, change) => {
        agree(inFile(mutate(value, where, change)));
      }),
      { numRuns: 200 },
    );
  });
});

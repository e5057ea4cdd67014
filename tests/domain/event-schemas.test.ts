import { readdirSync } from 'node:fs';
import { eventLine } from '@burgernet/adapters';
import { domainRegistry, eventSchemas, Metadata, schemaIdOf } from '@burgernet/domain';
import { damages, dataOf, histories } from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../packages/adapters/src/interchange/read-line.js';
import { publishedSchema, validatorOf } from '../support/schemas.js';
import { golden, goldenNames } from './golden.js';
import { everyChange, mutate, mutation, place } from './mutations.js';

const registry = domainRegistry();
const isLine = validatorOf('urn:nld:burgernet:schema:EventLine');

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

/** A value as it stands in a file of UTF-8: `undefined` is left out, and what is no character replaced. */
const inFile = (value: unknown): unknown => {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );
  return JSON.parse(text ?? 'null');
};

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

describe('the schema EventLine', () => {
  it('takes the line of every golden event', () => {
    for (const file of goldenNames)
      expect([file, isLine(JSON.parse(eventLine(golden(file)))), isLine.errors]).toEqual([file, true, null]);
  });

  it('takes every line of every history', () => {
    fc.assert(
      fc.property(histories({ size: 40 }), ({ stored }) => {
        for (const event of stored)
          expect([isLine(JSON.parse(eventLine(event))), isLine.errors]).toEqual([true, null]);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses every event that is no event of ours, unless its text is no JSON at all', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(histories({ size: 10 }), fc.nat(), ({ stored }, turn) => {
        const event = stored[turn % stored.length];
        const first = stored.find(({ stream }) => stream === event?.stream);
        if (event === undefined || first === undefined) return;
        for (const { reason, damage } of damages) {
          const damaged = damage(event, first);
          const line: object = JSON.parse(eventLine(damaged));
          const read = registry.decode(damaged);
          if ('dataText' in line || 'metadataText' in line) continue;
          expect([reason, isLine(line)]).toEqual([reason, E.isRight(read)]);
          if (E.isLeft(read)) seen.add(reason);
        }
      }),
      { numRuns: 100 },
    );
    expect([...seen].sort()).toEqual([
      'foreign-stream',
      'malformed-data',
      'malformed-envelope',
      'malformed-metadata',
      'unknown-type',
      'unknown-version',
    ]);
  });

  it('refuses and takes what import and the registry do, whatever is changed at any one place', () => {
    const read = readLine('burgernet');
    const isTaken = (line: unknown): boolean => {
      const entry = read({ number: 1, bytes: Buffer.from(JSON.stringify(line)) });
      if (E.isLeft(entry) || entry.right.tag !== 'event') return false;
      const { event, stream } = entry.right;
      return E.isRight(registry.decode({ ...event, stream, revision: 0, position: 1 }));
    };
    let refused = 0;
    for (const changed of everyChange(JSON.parse(eventLine(golden('ActionStarted.v1'))))) {
      const line = inFile(changed);
      expect([isLine(line), line]).toEqual([isTaken(line), line]);
      if (!isLine(line)) refused += 1;
    }
    expect(refused).toBeGreaterThan(500);
  });
});

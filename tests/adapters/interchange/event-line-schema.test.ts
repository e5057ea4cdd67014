import { eventLine } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { damages, histories } from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../../packages/adapters/src/interchange/read-line.js';
import { golden, goldenNames } from '../../domain/golden.js';
import { everyChange, inFile } from '../../domain/mutations.js';
import { validatorOf } from '../../support/schemas.js';

const registry = domainRegistry();
const isLine = validatorOf('urn:nld:burgernet:schema:EventLine');

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

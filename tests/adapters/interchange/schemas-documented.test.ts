import { readFileSync } from 'node:fs';
import { eventLine } from '@burgernet/adapters';
import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { damages, histories } from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { golden } from '../../domain/golden.js';
import { validatorOf } from '../../support/schemas.js';

const page = readFileSync(new URL('../../../docs/reference/event-schemas.md', import.meta.url), 'utf8');
const [, listed = ''] = /## What only the codec knows\n([\s\S]*?)\n## /.exec(page) ?? [];
const cases = [...listed.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);

const registry = domainRegistry();
const isLine = validatorOf('urn:nld:burgernet:schema:EventLine');

const withField = (name: string, field: string, written: string): StoredEvent => {
  const event = golden(name);
  const data = event.data.replace(new RegExp(`("${field}":)("[^"]*"|\\d+)`), `$1${written}`);
  expect(data).not.toBe(event.data);
  return { ...event, data };
};
const astral = (count: number): string => JSON.stringify('😀'.repeat(count));

/** Events that the registry refuses, and that nothing but their case is wrong with. */
const examples: Readonly<Record<string, ReadonlyArray<StoredEvent>>> = {
  length: [
    withField('ActionStarted.v1', 'messageReference', astral(101)),
    withField('FiguresPublished.v1', 'title', astral(151)),
  ],
  'half-character': [
    withField('ActionStarted.v1', 'messageReference', '"\\ud83d"'),
    withField('FiguresPublished.v1', 'title', '"\\ude00"'),
  ],
  'negative-zero': [withField('ReachMeasured.v1', 'count', '-0')],
  text: [
    { ...golden('ActionStarted.v1'), data: 'no JSON' },
    { ...golden('ActionStarted.v1'), data: '{\n}' },
    { ...golden('ActionStarted.v1'), metadata: '' },
  ],
  prefix: [
    {
      ...golden('ActionStarted.v1'),
      stream: golden('ActionStarted.v1').stream.replace('burgernet', 'other'),
    },
  ],
};

describe('the reference of the schemas', () => {
  it('lists the cases that are tried here', () => {
    expect(cases).toEqual(Object.keys(examples));
  });

  it.each(cases)('tells that the codec refuses, and the schema takes, the case %s', (name = '') => {
    for (const event of examples[name] ?? expect.fail()) {
      expect(E.isLeft(registry.decode(event))).toBe(true);
      expect([isLine(JSON.parse(eventLine(event))), isLine.errors]).toEqual([true, null]);
    }
  });

  it('tells that what conflicts with its stream is taken by both', () => {
    const conflicts = damages.filter(
      ({ reason }) => reason === 'conflict' || reason === 'contradicts-earlier',
    );
    fc.assert(
      fc.property(histories({ size: 10 }), fc.nat(), ({ stored }, turn) => {
        const event = stored[turn % stored.length];
        const first = stored.find(({ stream }) => stream === event?.stream);
        if (event === undefined || first === undefined) return;
        for (const { damage } of conflicts) {
          const damaged = damage(event, first);
          expect(E.isRight(registry.decode(damaged))).toBe(true);
          expect([isLine(JSON.parse(eventLine(damaged))), isLine.errors]).toEqual([true, null]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

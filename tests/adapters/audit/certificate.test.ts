import { damagedHistories, histories } from '@burgernet/domain/testing';
import { type AsOf, currentDefinitions, Figures, type ReadModels } from '@burgernet/projections';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Certificate } from '../../../packages/adapters/src/audit/certificate/certificate.js';
import {
  askedOf,
  certificateText,
  certify,
  definitionHash,
} from '../../../packages/adapters/src/audit/certificate/certify.js';
import { lineageRoot } from '../../../packages/adapters/src/audit/certificate/lineage.js';
import { hashText } from '../../../packages/adapters/src/audit/merkle/hash.js';
import { log, utc } from '../../support/log.js';
import { naiveRoot } from '../../support/naive-tree.js';
import { questions, readAll, yearsOf } from '../../support/read.js';
import { runs } from '../../support/runs.js';
import { almere, marked, start } from '../../support/said.js';

const root = new Uint8Array(32).fill(3);
const definition = (name: string) => {
  const found = currentDefinitions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No figure ${name}.`);
  return found;
};
/** The root over these indices, by the definition of the RFC. */
const over = (...indices: ReadonlyArray<number>): string =>
  hashText(naiveRoot(indices.map((index) => Buffer.from(String(index)))));
const certified = (models: ReadModels, name: string, asOf: AsOf = 'latest'): Certificate =>
  certify(models, root, {
    definition: definition(name),
    query: { year: 2021 },
    region: 'midden-nederland',
    asOf,
  });

describe('a lineage', () => {
  it('is the root over indices in order, each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 40 }), (indices) => {
        const sorted = [...indices].sort((a, b) => a - b);
        expect(hashText(lineageRoot([...indices, ...indices]))).toBe(over(...sorted));
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
});

describe('the certificate of a figure', () => {
  const events = log(
    start(1),
    start(2),
    marked(1, '2021-05-14T18:30'),
    marked(2, '2021-05-20T12:00', { line: '112' }),
    { of: 2, at: '2021-06-01T12:00', event: { type: 'ActionWithdrawn', data: { reason: { code: 'hoax' } } } },
    start(3, { municipality: almere, status: 'exercise' }),
  );

  it('says what it comes to and on which events it stands', () => {
    expect(certified(readAll(events), 'success.full')).toEqual({
      v: 1,
      figure: 'success.full',
      definition: { version: 1, sha256: definitionHash(definition('success.full')) },
      period: '2021',
      region: 'midden-nederland',
      referenceDate: 'latest',
      treeSize: 6,
      root: hashText(root),
      // Events whose postings cancel are among them: the second action's, which was withdrawn.
      numerator: { count: 1, events: 3, lineageRoot: over(2, 3, 4) },
      denominator: { count: 1, events: 3, lineageRoot: over(0, 1, 4) },
      rounded: '100.0',
    });
  });

  it('says so as known on a date or at a position', () => {
    const models = readAll(events);
    expect(certified(models, 'success.full', { registered: utc('2021-05-14T19:00') })).toMatchObject({
      treeSize: 6,
      numerator: { count: 1, events: 1, lineageRoot: over(2) },
      denominator: { count: 2, events: 2, lineageRoot: over(0, 1) },
      rounded: '50.0',
    });
    expect(certified(models, 'success.full', { logged: 4 })).toMatchObject({
      referenceDate: { logged: 4 },
      numerator: { count: 2, events: 2, lineageRoot: over(2, 3) },
      rounded: '100.0',
    });
  });

  it('says what is not stated, and has no denominator where nothing is divided', () => {
    const certificate = certified(readAll(events), 'reach.app');
    expect(certificate).toMatchObject({
      numerator: { count: null, events: 0 },
      denominator: null,
      rounded: null,
    });
    expect(certificate.numerator.lineageRoot).toBe(over());
  });

  it('is of any figure, question and moment the value of the figure, and is read back to the byte', () => {
    fc.assert(
      fc.property(fc.oneof(histories(), damagedHistories()), fc.nat(), ({ stored }, n) => {
        const models = readAll(stored);
        const asOfs: ReadonlyArray<AsOf> = ['latest', { logged: n % (stored.length + 1) }];
        for (const asOf of asOfs)
          for (const year of yearsOf(models)) {
            const asked = questions(models, year);
            const query = asked[n % asked.length] ?? { year };
            for (const one of currentDefinitions) {
              const certificate = certify(models, root, { definition: one, query, asOf });
              const parsed: unknown = JSON.parse(certificateText(certificate));
              if (!Certificate.is(parsed)) throw new Error('A certificate is not read back.');
              const again = certify(models, root, askedOf(parsed, one));
              expect(certificateText(again)).toBe(certificateText(certificate));
              const entry = new Figures(models, asOf).entry(one, query);
              expect(certificate.numerator.count).toBe(entry.numerator ?? entry.value ?? null);
              expect(certificate.rounded).toBe(entry.percentage ?? null);
              expect(certificate.byMethod).toEqual(entry.byMethod);
              expect(certificate.incomplete).toBe(entry.incomplete);
            }
          }
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });
});

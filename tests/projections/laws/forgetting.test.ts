import { domainRegistry, Instant, later, type StoredEvent, streamOf, Uuid } from '@burgernet/domain';
import { histories, valid } from '@burgernet/domain/testing';
import { currentDefinitions } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '../../../packages/adapters/src/audit/certificate/certify.js';
import { treeOf } from '../../support/bundle.js';
import { answers, expectSame, readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const registry = domainRegistry();
const uuid = (n: number): Uuid => valid(Uuid, `90000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const isOfVault = ({ stream }: StoredEvent): boolean => stream.startsWith('burgernet.vault-');

/** The log after so many subjects were forgotten, which nobody forgot before. */
const forgetting = (stored: ReadonlyArray<StoredEvent>, subjects: number): ReadonlyArray<StoredEvent> => {
  const recordedAt = stored
    .map((event) => valid(Instant, event.recordedAt))
    .reduce(later, valid(Instant, '2020-01-01T00:00:00.000Z'));
  return [
    ...stored,
    ...Array.from(
      { length: subjects },
      (_, n): StoredEvent => ({
        position: stored.length + n + 1,
        stream: streamOf('vault', uuid(n)),
        revision: 0,
        ...registry.encode({
          event: {
            type: 'PersonalDataForgotten',
            data: { what: 'response', keptSince: recordedAt, reason: { code: 'request' } },
          },
          eventId: uuid(1_000 + n),
          recordedAt,
          metadata: {
            actorId: uuid(1),
            role: 'coordinator',
            commandId: uuid(2_000 + n),
            correlationId: uuid(2_000 + n),
            causationId: uuid(2_000 + n),
          },
        }),
      }),
    ),
  ];
};

describe('law 10: forgetting personal data', () => {
  it('changes no figure, whenever it happened', () => {
    let forgotten = 0;
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        forgotten += stored.filter(isOfVault).length;
        const without = readAll(stored.filter((event) => !isOfVault(event)));
        expectSame(answers(readAll(stored), 'latest'), answers(without, 'latest'));
      }),
      { numRuns: runs },
    );
    expect(forgotten).toBeGreaterThan(0);
  });

  it('changes no root of before, and of every certificate only how long the log is', () => {
    fc.assert(
      fc.property(histories({ size }), fc.integer({ min: 1, max: 9 }), ({ stored }, subjects) => {
        const all = forgetting(stored, subjects);
        const [before, after] = [readAll(stored), readAll(all)];
        const [tree, grown] = [treeOf(stored), treeOf(all)];
        for (let length = 0; length <= stored.length; length++)
          expect(grown.root(length)).toEqual(tree.root(length));
        for (const definition of currentDefinitions)
          for (const year of yearsOf(before)) {
            const asked = { definition, query: { year }, asOf: 'latest' as const };
            const was = certify(before, tree.root(stored.length), asked);
            const is = certify(after, grown.root(all.length), asked);
            expect(is.treeSize).toBe(all.length);
            const { treeSize, root } = was;
            expect(JSON.stringify({ ...is, treeSize, root })).toBe(JSON.stringify(was));
          }
      }),
      { numRuns: runs },
    );
  });
});

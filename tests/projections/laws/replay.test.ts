import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { type Feed, type Progress, project, ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { readAll } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const registry = domainRegistry();

const inPages = (stored: ReadonlyArray<StoredEvent>, pageSize: number): ReadonlyArray<Feed> => {
  const pages: Feed[] = [];
  for (let at = 0; at < stored.length; at += pageSize)
    pages.push({
      tag: 'Deliveries',
      deliveries: stored.slice(at, at + pageSize).map(registry.decode),
      checkpoint: { position: Math.min(at + pageSize, stored.length), token: '' },
      handled: () => {},
    });
  return [...pages, { tag: 'CaughtUp', position: stored.length }];
};

describe('a feed in pages of any size', () => {
  it('is handled whole, and it is said that it caught up after all before was handled', () => {
    fc.assert(
      fc.property(histories({ size }), fc.integer({ min: 1, max: 70 }), ({ stored }, pageSize) => {
        const models = new ReadModels();
        const progress: Progress[] = [];
        const handled: number[] = [];
        from(inPages(stored, pageSize))
          .pipe(project(models))
          .subscribe((step) => {
            progress.push(step);
            handled.push(models.position);
          });
        expect(progress.at(-1)).toEqual({ tag: 'CaughtUp', position: stored.length });
        expect(handled.at(-1)).toBe(stored.length);
        expect(models.ledger.length).toBe(readAll(stored).ledger.length);
      }),
      { numRuns: runs },
    );
  });
});

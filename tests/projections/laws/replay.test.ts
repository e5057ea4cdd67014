import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { type Feed, type Progress, project, ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { answers, expectSame, readAll } from '../../support/read.js';
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

describe('law 3: the same log gives the same figures', () => {
  it('in any batch size, and says that it caught up after it handled all before', () => {
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
        expectSame(answers(models, 'latest'), answers(readAll(stored), 'latest'));
      }),
      { numRuns: runs },
    );
  });
});

describe('law 5: one event more', () => {
  it('gives what a full replay gives, after every event', () => {
    fc.assert(
      fc.property(histories({ size: Math.min(size, 20) }), ({ stored }) => {
        const models = new ReadModels();
        stored.forEach((event, at) => {
          models.handle(registry.decode(event));
          const replayed = readAll(stored.slice(0, at + 1));
          expectSame(answers(models, 'latest'), answers(replayed, 'latest'));
        });
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('gives what a full replay gives, after some event of a long history', () => {
    fc.assert(
      fc.property(histories({ size }), fc.nat(), ({ stored }, cut) => {
        const at = stored.length === 0 ? 0 : cut % (stored.length + 1);
        const models = readAll(stored.slice(0, at));
        for (const event of stored.slice(at)) models.handle(registry.decode(event));
        expectSame(answers(models, 'latest'), answers(readAll(stored), 'latest'));
        expect(models.ledger.length).toBe(readAll(stored).ledger.length);
      }),
      { numRuns: runs },
    );
  });
});

describe('law 6: deliveries', () => {
  it('that come again change nothing', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored, deliveries }) => {
        const once = readAll(stored);
        const again = readAll(deliveries);
        expect(again.ledger.length).toBe(once.ledger.length);
        expect(again.quarantine.events).toEqual([]);
        expect(again.position).toBe(once.position);
        expectSame(answers(again, 'latest'), answers(once, 'latest'));
      }),
      { numRuns: runs },
    );
  });

  it('of different streams commute', () => {
    fc.assert(
      fc.property(histories({ size }), fc.infiniteStream(fc.nat()), ({ stored }, picks) => {
        const rest = new Map<string, StoredEvent[]>();
        for (const event of stored) rest.set(event.stream, [...(rest.get(event.stream) ?? []), event]);
        const shuffled: StoredEvent[] = [];
        while (rest.size > 0) {
          const streams = [...rest];
          const [stream, events] = streams[(picks.next().value ?? 0) % streams.length] ?? ['', []];
          const event = events.shift();
          if (event === undefined) rest.delete(stream);
          else shuffled.push({ ...event, position: shuffled.length + 1 });
        }
        const inOrder = readAll(stored);
        const other = readAll(shuffled);
        expectSame(answers(other, 'latest', inOrder), answers(inOrder, 'latest'));
      }),
      { numRuns: runs },
    );
  });
});

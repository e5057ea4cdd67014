import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Append,
  type EventStore,
  memoryStore,
  openSqlite,
  type Range,
  readThrough,
} from '@burgernet/adapters';
import { domainRegistry, type Sentence } from '@burgernet/domain';
import { damagedHistories, histories } from '@burgernet/domain/testing';
import {
  annualReport,
  awaitingVerdict,
  board,
  type Checkpoint,
  type Progress,
  successRegister,
  thanksDue,
} from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptDamage } from '../../../packages/adapters/src/kept-models/kept-damage.js';
import { appendLog } from '../../support/append-log.js';
import { log, utc, uuid } from '../../support/log.js';
import { madeUp } from '../../support/made-up.js';
import { done } from '../../support/outcome.js';
import { answers, expectSame, readAll } from '../../support/read.js';
import { changeFile } from '../../support/store-bytes.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { madeByAnother } from './made-by-another.js';

const registry = domainRegistry();

const read = async (store: EventStore, file: string, notes: Sentence[] = []) => {
  const reading = await done(
    readThrough(store, { registry, file, worthKeeping: 1, onNote: (note) => notes.push(note) }),
  );
  return reading;
};

/** The store, with note taken of what is read of its log. */
const watched = (store: EventStore, asked: Array<Range | undefined>): EventStore => ({
  ...store,
  replay: (range) => {
    asked.push(range);
    return store.replay(range);
  },
});

const started = (of: number) => ({
  of,
  at: '2021-05-14T18:03',
  event: {
    type: 'ActionStarted' as const,
    data: {
      region: 'midden-nederland' as const,
      status: 'actual' as const,
      touched: [],
      channels: [],
      startedAt: utc('2021-05-14T18:03'),
      runsUntil: utc('2021-05-14T19:03'),
      supportsNlAlert: false,
    },
  },
});

describe('read models that were kept in a file', () => {
  it('come to what a whole replay comes to, whenever they were kept', async () => {
    const folder = await temporaryFolder();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        // A store takes no second event of one id, so it never holds one that contradicts an earlier one.
        fc.oneof(
          histories(),
          damagedHistories().filter(({ reason }) => reason !== 'contradicts-earlier'),
        ),
        fc.array(fc.nat(), { maxLength: 3 }),
        async ({ stored }, cuts) => {
          const file = join(folder, `${run++}.models.db`);
          const store = memoryStore();
          const stops = [...new Set(cuts.map((cut) => cut % (stored.length + 1))), stored.length].sort(
            (a, b) => a - b,
          );
          let from = 0;
          for (const stop of stops) {
            await appendLog(store, stored.slice(from, stop));
            from = stop;
            const { models, close } = await read(store, file);
            const whole = readAll(stored.slice(0, stop));
            expectSame(answers(models, 'latest'), answers(whole, 'latest'));
            expect(board(models)).toEqual(board(whole));
            expect(awaitingVerdict(models)).toEqual(awaitingVerdict(whole));
            expect(thanksDue(models)).toEqual(thanksDue(whole));
            expect(successRegister(models)).toEqual(successRegister(whole));
            for (const digit of '07af')
              expect(models.streams.beginning('action', digit, 2)).toEqual(
                whole.streams.beginning('action', digit, 2),
              );
            expect(models.quarantine.events).toEqual(whole.quarantine.events);
            close();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of a long log are kept in many pieces and come back whole', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'kept.models.db');
    const events = madeUp({ seed: 11, events: 13_000 });
    const store = await done(openSqlite(join(folder, 'store.db'), { mode: 'write' }));
    let from = 0;
    for (const stop of [4_095, 4_097, 9_000, 13_000]) {
      const appends = events.slice(from, stop).map(({ stream, revision, position: _, ...event }): Append => {
        const expected = revision === 0 ? 'no-stream' : revision - 1;
        return { stream, expected, events: [event] };
      });
      await done(store.appendAll(appends));
      from = stop;
      const { models, close } = await read(store, file);
      const whole = readAll(events.slice(0, stop));
      expect(models.ledger.length).toBe(whole.ledger.length);
      for (const year of whole.ledger.years('success.full'))
        expect([...models.ledger.postings('success.full', year)]).toEqual([
          ...whole.ledger.postings('success.full', year),
        ]);
      expect(annualReport(models, 2020, { logged: stop - 500 })).toEqual(
        annualReport(whole, 2020, { logged: stop - 500 }),
      );
      close();
    }
    await store.close();
  });

  it.each([false, true])(
    'of a long log are read leg by leg, each from what the one before it has kept, no event twice: anew %s',
    async (rebuild) => {
      const file = join(await temporaryFolder(), 'kept.models.db');
      const events = madeUp({ seed: 12, events: 5_500 });
      const store = memoryStore();
      await appendLog(store, events);
      const asked: Array<Range | undefined> = [];
      const read: number[] = [];
      const kept: number[] = [];
      const options = {
        registry,
        file,
        rebuild,
        worthKeeping: 1,
        keepEvery: 1_000,
        onProgress: (progress: Progress) => {
          if (progress.tag === 'Handled') read.push(progress.events);
        },
        onKept: ({ position }: Checkpoint) => kept.push(position),
      };
      const { models, place, close } = await done(readThrough(watched(store, asked), options));
      expect(place.position).toBe(events.length);
      expect(read.reduce((sum, one) => sum + one, 0)).toBe(events.length);
      expect(kept.length).toBeGreaterThan(3);
      expect(asked).toMatchObject(
        [0, ...kept.filter((at) => at < events.length)].map((position) => ({ after: { position } })),
      );
      const whole = readAll(events);
      expect(annualReport(models, 2020, 'latest')).toEqual(annualReport(whole, 2020, 'latest'));
      expect(successRegister(models)).toEqual(successRegister(whole));
      expect(board(models)).toEqual(board(whole));
      close();
    },
  );

  it('of a long log are read to the end where what a leg has kept cannot be used', async () => {
    const file = join(await temporaryFolder(), 'kept.models.db');
    const events = madeUp({ seed: 12, events: 3_000 });
    const store = memoryStore();
    await appendLog(store, events);
    const notes: Sentence[] = [];
    const reading = readThrough(store, {
      registry,
      file,
      worthKeeping: 1,
      keepEvery: 500,
      onKept: () => writeFileSync(file, 'no read models'),
      onNote: (note) => notes.push(note),
    });
    const { models, close } = await done(reading);
    expect(notes.length).toBeGreaterThan(0);
    expect(annualReport(models, 2020, 'latest')).toEqual(annualReport(readAll(events), 2020, 'latest'));
    close();
  });

  it('are read from the file and not from the log, which then gives only what is new', async () => {
    const file = join(await temporaryFolder(), 'kept.models.db');
    const store = memoryStore();
    await appendLog(store, log(started(1), started(2)));
    (await read(store, file)).close();
    const asked: Array<Range | undefined> = [];
    const { models, close } = await read(watched(store, asked), file);
    expect(models.ledger.length).toBe(4);
    expect(models.events.event(1).eventId).toBe(uuid(1_000_001));
    close();
    expect(asked).toMatchObject([{ after: { position: 2 } }]);
  });

  it('are not kept where little is new, and nothing is then left behind', async () => {
    const file = join(await temporaryFolder(), 'kept.models.db');
    const store = memoryStore();
    await appendLog(store, log(started(1)));
    await done(readThrough(store, { registry, file }));
    expect(existsSync(file)).toBe(false);
  });

  it('are made anew where another release or other definitions made them', async () => {
    const file = join(await temporaryFolder(), 'kept.models.db');
    const store = memoryStore();
    await appendLog(store, log(started(1)));
    (await read(store, file)).close();
    madeByAnother(file);
    await appendLog(store, log(started(1), started(2)).slice(1));
    const notes: Sentence[] = [];
    const { models, close } = await read(store, file, notes);
    expectSame(answers(models, 'latest'), answers(readAll(log(started(1), started(2))), 'latest'));
    close();
    const asked: Array<Range | undefined> = [];
    const again = await read(watched(store, asked), file, notes);
    expect(asked).toMatchObject([{ after: { position: 2 } }]);
    expect(notes).toEqual([]);
    expect(again.models.position).toBe(2);
    expect(again.models.ledger.length).toBe(4);
    again.close();
  });

  it('are made anew where they stand in a file of an earlier format', async () => {
    const file = join(await temporaryFolder(), 'kept.models.db');
    const store = memoryStore();
    await appendLog(store, log(started(1), started(2)));
    (await read(store, file)).close();
    changeFile(
      file,
      `DROP TABLE streams; DROP TABLE kept; PRAGMA user_version = 1;
       CREATE TABLE streams(number INTEGER PRIMARY KEY, name TEXT) STRICT;
       CREATE TABLE kept(only INTEGER PRIMARY KEY, made_by TEXT) STRICT;
       INSERT INTO kept VALUES (1, 'an earlier release')`,
    );
    const notes: Sentence[] = [];
    const asked: Array<Range | undefined> = [];
    for (const after of [0, 2]) {
      const { models, close } = await read(watched(store, asked), file, notes);
      expectSame(answers(models, 'latest'), answers(readAll(log(started(1), started(2))), 'latest'));
      expect(asked.at(-1)).toMatchObject({ after: { position: after } });
      close();
    }
    expect(notes).toEqual([]);
  });

  it('of another log are left alone, with a note, and the answer is right', async () => {
    const file = join(await temporaryFolder(), 'kept.models.db');
    const one = memoryStore();
    await appendLog(one, log(started(1), started(2)));
    (await read(one, file)).close();
    changeFile(file, '');
    const before = readFileSync(file);
    const other = memoryStore();
    await appendLog(other, log(started(3)));
    const notes: Sentence[] = [];
    const { models } = await read(other, file, notes);
    expectSame(answers(models, 'latest'), answers(readAll(log(started(3))), 'latest'));
    expect(notes).toHaveLength(1);
    expect(readFileSync(file)).toEqual(before);
  });

  it('are no reason to fail: a file that is none of ours stays as it is, and is noted', async () => {
    const file = join(await temporaryFolder(), 'kept.models.db');
    writeFileSync(file, 'a letter to somebody');
    const store = memoryStore();
    await appendLog(store, log(started(1)));
    const notes: Sentence[] = [];
    const { models } = await read(store, file, notes);
    expect(models.position).toBe(1);
    expect(notes.length).toBeGreaterThan(0);
    expect(readFileSync(file, 'utf8')).toBe('a letter to somebody');
  });

  it('answer as they stood when they were opened, whoever keeps more meanwhile', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'kept.models.db');
    const store = memoryStore();
    const events = madeUp({ seed: 3, events: 3_000 });
    await appendLog(store, events.slice(0, 1_500));
    (await read(store, file)).close();
    const early = await read(store, file);
    await appendLog(store, events.slice(1_500));
    (await read(store, file)).close();
    const whole = readAll(events.slice(0, 1_500));
    expect(annualReport(early.models, 2020, 'latest')).toEqual(annualReport(whole, 2020, 'latest'));
    early.close();
  });

  it('give no figure from bytes that changed, whichever they are', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'kept.models.db');
    const events = madeUp({ seed: 5, events: 2_000 });
    const store = memoryStore();
    await appendLog(store, events);
    (await read(store, file)).close();
    const whole = readAll(events);
    const report = annualReport(whole, 2020, 'latest');
    const bytes = readFileSync(file);
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = join(folder, `${told++}.models.db`);
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        writeFileSync(copy, damaged);
        try {
          const { models, close } = await read(store, copy);
          expect(annualReport(models, 2020, 'latest')).toEqual(report);
          close();
        } catch (thrown) {
          if (!(thrown instanceof KeptDamage)) throw thrown;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are kept by one of two that read at the same time, and both are right', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'kept.models.db');
    const store = await done(openSqlite(join(folder, 'store.db'), { mode: 'write' }));
    await appendLog(store, log(started(1), started(2)));
    const both = await Promise.all([read(store, file), read(store, file)]);
    for (const { models, close } of both) {
      expect(models.ledger.length).toBe(4);
      close();
    }
    const again = await read(store, file);
    expect(again.models.ledger.length).toBe(4);
    again.close();
    await store.close();
  });
});

import { Instant } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { describe, expect, it } from 'vitest';
import { type Checkpoint, makeCheckpoint } from '../../../packages/adapters/src/audit/note/checkpoint.js';
import { provenBy } from '../../../packages/adapters/src/audit/proven/proven.js';
import { provenSentence } from '../../../packages/adapters/src/report/proven.js';
import { testKey, treeOf } from '../../support/bundle.js';
import { log } from '../../support/log.js';
import { readAll } from '../../support/read.js';
import { marked, start } from '../../support/said.js';

// Recorded on 14, 14, 20 and 15 May: the last was imported late.
const events = log(
  start(1),
  start(2),
  marked(1, '2021-05-20T12:00', { line: '112' }),
  marked(2, '2021-05-15T12:00', { line: '112' }),
);
const models = readAll(events);
const tree = treeOf(events);
const at = (text: string): Instant => valid(Instant, text);
const checkpoint = (size: number, madeAt: string): Checkpoint =>
  makeCheckpoint(testKey, size, tree.root(size), at(madeAt));
const known = (moment: string) => ({ registered: at(moment) });

const early = checkpoint(2, '2021-05-14T20:00:00.000Z');
const late = checkpoint(4, '2022-01-15T12:00:00.000Z');
const of = { by: 'checkpoint', key: 'example.org/a-log' };

describe('an answer as of a date', () => {
  it('is proven by nothing but our own clock where no checkpoint was made by then', () => {
    const clock = { by: 'operator-clock' };
    expect(provenBy([], known('2021-12-31T22:59:59.999Z'), models)).toEqual(clock);
    expect(provenBy([late], known('2021-12-31T22:59:59.999Z'), models)).toEqual(clock);
    expect(
      provenBy([checkpoint(0, '2021-01-01T00:00:00.000Z')], known('2021-12-31T22:59:59.999Z'), models),
    ).toEqual(clock);
  });

  it('is proven by the last checkpoint of that time, and no further than that reaches', () => {
    const { madeAt } = early;
    expect(provenBy([early, late], known('2021-05-14T21:00:00.000Z'), models)).toEqual({
      ...of,
      size: 2,
      madeAt,
      beyond: 0,
    });
    // What was recorded by then came into the log behind the checkpoint, one of it long after.
    expect(provenBy([early, late], known('2021-05-16T00:00:00.000Z'), models)).toMatchObject({
      size: 2,
      beyond: 1,
    });
    expect(provenBy([early, late], known('2021-12-31T00:00:00.000Z'), models)).toMatchObject({
      size: 2,
      beyond: 2,
    });
    expect(provenBy([early, late], known('2022-01-15T12:00:00.000Z'), models)).toMatchObject({
      size: 4,
      beyond: 0,
    });
  });

  it('is proven at a position by the first checkpoint that is over all of it', () => {
    expect(provenBy([early, late], { logged: 2 }, models)).toMatchObject({ size: 2, beyond: 0 });
    expect(provenBy([early, late], { logged: 3 }, models)).toMatchObject({ size: 4, beyond: 0 });
    expect(provenBy([early], { logged: 3 }, models)).toMatchObject({ size: 2, beyond: 1 });
    expect(provenBy([], { logged: 3 }, models)).toEqual({ by: 'operator-clock' });
  });

  it('says so in both languages', () => {
    const proven = provenBy([early], known('2021-05-16T00:00:00.000Z'), models);
    expect(provenSentence(proven, 'en')).toBe(
      'Up to position 2 it is under the checkpoint of 2021-05-14 22:00 by example.org/a-log; burgernet audit verify holds it to that. What else counts here (events: 1) is not under it; that it was known then only our own clock says.',
    );
    expect(provenSentence(proven, 'nl')).toBe(
      'Tot en met positie 2 valt het onder het controlepunt van 2021-05-14 22:00 van example.org/a-log; burgernet audit verify controleert dat. Wat hier verder meetelt (gebeurtenissen: 1) valt daar niet onder; dat het toen bekend was, zegt alleen onze eigen klok.',
    );
  });
});

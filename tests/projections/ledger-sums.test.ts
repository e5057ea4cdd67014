import { ActionType, fromEpoch, MunicipalityCode, Region } from '@burgernet/domain';
import { type AsOf, EventTable, Ledger, type Posting, type Tally } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedAs } from '../support/recorded.js';
import { as } from '../support/said.js';

const year = 2021;
const oneRegion = as(Region, 'midden-nederland');
const otherRegion = as(Region, 'zeeland-west-brabant');
const municipalities = [null, ...['GM0034', 'GM0344', 'GM0307'].map((code) => as(MunicipalityCode, code))];
const types = [null, ...ActionType.values.slice(0, 3)];
const details = ['112|phone', '0800-0011|phone', '112|app'];

/** Numbers in a row that differ by seed; a history of thousands is too long for fast-check to make one by one. */
const dice = (seed: number) => {
  let state = seed | 1;
  return (sides: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39;
    return ((state ^ (state >>> 12)) >>> 0) % sides;
  };
};
type Dice = ReturnType<typeof dice>;

const pick = <A>(roll: Dice, from: ReadonlyArray<A>): A => {
  const one = from[roll(from.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
};

/** A ledger that grows by one event with up to three postings at a time. */
const growing = (roll: Dice, isInOrder: boolean) => {
  const events = new EventTable();
  const ledger = new Ledger(events);
  const stream = events.addStream('burgernet.action-of-a-test');
  return {
    ledger,
    add: (position: number): void => {
      const recordedAt = fromEpoch(1_600_000_000_000 + (isInOrder ? position : roll(10_000)));
      const recorded = recordedAs(position, recordedAt);
      expect(events.find(recorded.eventId, stream)).toBeUndefined();
      const row = events.add(recorded, stream, recordedAt);
      for (let count = roll(4); count > 0; count--) {
        const isElsewhere = roll(5) === 0;
        ledger.post(
          {
            measure: 'responses',
            region: isElsewhere ? otherRegion : oneRegion,
            year,
            // Elsewhere nothing is counted in autumn.
            month: 1 + roll(isElsewhere ? 8 : 12),
            municipality: pick(roll, municipalities),
            type: pick(roll, types),
            detail: pick(roll, details),
            amount: 1,
          },
          roll(5) - 1,
          roll(3) - 1,
          'new',
          row,
        );
      }
    },
  };
};

const asked = (roll: Dice) => {
  const detail = pick(roll, details);
  return {
    ...(roll(2) === 0 ? { region: pick(roll, Region.values.slice(0, 3)) } : {}),
    ...(roll(4) === 0 ? { month: 1 + roll(12) } : {}),
    ...(roll(3) === 0 ? { municipality: pick(roll, municipalities) } : {}),
    ...(roll(4) === 0 ? { type: pick(roll, types) } : {}),
    ...(roll(4) === 0 ? { isDetail: (one: string) => one === detail || one === '112|app' } : {}),
  };
};

const isAsked = (posting: Posting, part: ReturnType<typeof asked>): boolean =>
  (part.region === undefined || posting.region === part.region) &&
  (part.month === undefined || posting.month === part.month) &&
  (part.municipality === undefined || posting.municipality === part.municipality) &&
  (part.type === undefined || posting.type === part.type) &&
  (part.isDetail === undefined || part.isDetail(posting.detail));

const isKnown = (posting: Posting, asOf: AsOf): boolean =>
  asOf === 'latest' ||
  ('logged' in asOf ? posting.position <= asOf.logged : posting.recordedAt <= asOf.registered);

/** Postings added up by region and detail, and by municipality where those are told apart, in order. */
const addedUp = (postings: ReadonlyArray<Posting>, isByPlace: boolean): ReadonlyArray<Tally> => {
  const tallies = new Map<string, Tally>();
  for (const { region, year, municipality, detail, amount, presence } of postings) {
    const name = `${region} ${isByPlace ? municipality : ''} ${detail}`;
    const sum = tallies.get(name) ?? { amount: 0, presence: 0 };
    tallies.set(name, {
      region,
      year,
      ...(isByPlace ? { municipality } : {}),
      detail,
      amount: sum.amount + amount,
      presence: sum.presence + presence,
    });
  }
  return inOrder([...tallies.values()]);
};

/** Tallies in an order of their own; what comes to nothing may stand there or not. */
const inOrder = (tallies: ReadonlyArray<Tally>): ReadonlyArray<Tally> =>
  tallies
    .filter(({ amount, presence }) => amount !== 0 || presence !== 0)
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('a sum of the ledger as known then', () => {
  it('is that of its postings, however much came before, after and between two questions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 4 }),
        (seed, isInOrder, stages) => {
          const roll = dice(seed);
          const { ledger, add } = growing(roll, isInOrder);
          let position = 0;
          for (const more of stages) {
            for (let count = 0; count < more; count++) add(++position);
            const postings = [...ledger.postings('responses', year)];
            for (let question = 0; question < 6; question++) {
              const part = asked(roll);
              const asOf = pick<AsOf>(roll, [
                'latest',
                { logged: roll(position + 2) },
                { registered: fromEpoch(1_600_000_000_000 + roll(10_000)) },
              ]);
              const summed = postings.filter((posting) => isKnown(posting, asOf) && isAsked(posting, part));
              expect(ledger.sum('responses', year, asOf, part)).toBe(
                summed.reduce((sum, { amount }) => sum + amount, 0),
              );
              expect(inOrder(ledger.byDetail('responses', year, asOf, part))).toEqual(addedUp(summed, false));
              expect(inOrder(ledger.byPlace('responses', year, asOf, part))).toEqual(addedUp(summed, true));
            }
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each([
    [true, 'once where the log was written as it was recorded'],
    [false, 'twice where it was not'],
  ])('has its sums kept, %s: %s', (isInOrder) => {
    const { ledger, add } = growing(dice(7), isInOrder);
    for (let position = 1; position <= 5_000; position++) add(position);
    const ask = (asOf: AsOf): number => {
      const before = ledger.bytes();
      // A page that is asked once is looked through.
      for (const part of [{}, { month: 5 }]) ledger.sum('responses', year, asOf, part);
      return ledger.bytes() - before;
    };
    const sums = ask({ logged: 4_000 });
    expect(sums).toBeGreaterThan(0);
    // At most eight bytes a posting are sums, in either order; the other order itself is four.
    expect(sums).toBeLessThanOrEqual(ledger.length * 8);
    expect(ask({ registered: fromEpoch(1_600_000_004_000) })).toBe(isInOrder ? 0 : sums + ledger.length * 4);
    expect(ask('latest')).toBe(0);
  });

  it('of a measure or year without postings is 0', () => {
    const { ledger, add } = growing(dice(7), true);
    for (let position = 1; position < 20; position++) add(position);
    expect(ledger.sum('actions', year, 'latest', {})).toBe(0);
    expect(ledger.sum('responses', 1999, 'latest', {})).toBe(0);
    expect(ledger.byDetail('actions', year, 'latest', {})).toEqual([]);
    expect(ledger.byPlace('actions', year, 'latest', {})).toEqual([]);
    expect(ledger.cells('actions', year, 'latest')).toEqual([]);
  });
});

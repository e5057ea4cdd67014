import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeratorsOf } from '../../../packages/adapters/src/interchange/tables/percentage.js';

/** Half up in whole numbers, written another way than the code: long division to a hundredth. */
const halfUp = (n: number, of: number): string => {
  const thousandths = (BigInt(n) * 100_000n) / BigInt(of);
  const tenths = (thousandths + 50n) / 100n;
  return `${tenths / 10n}.${tenths % 10n}`;
};

describe('the numerators behind a printed percentage', () => {
  it('are exactly the whole numbers that round half up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 1000 }), (of, tenths) => {
        const percentage = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        const { first, last, candidates } = numeratorsOf(percentage, of);
        const expected = Array.from({ length: of + 1 }, (_, n) => n).filter(
          (n) => halfUp(n, of) === percentage,
        );
        expect(candidates).toBe(expected.length);
        if (candidates > 0) expect([first, last]).toEqual([expected[0], expected.at(-1)]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['12.5', 8, 1, 'a tie that is no tie at one decimal'],
    ['6.3', 16, 1, 'an exact tie, which goes up'],
    ['5', 20, 1, 'a percentage printed without its decimal'],
    ['7.7', 793, 61, 'the ticks of 2021'],
  ])('of %s %% of %i is %i: %s', (percentage, of, numerator) => {
    expect(numeratorsOf(percentage, of)).toEqual({ first: numerator, last: numerator, candidates: 1 });
  });

  it('are none for a percentage that no whole number gives, of a tie rounded down, or of nothing', () => {
    expect(numeratorsOf('6.2', 16).candidates).toBe(0);
    expect(numeratorsOf('50.1', 2).candidates).toBe(0);
    expect(numeratorsOf('7.7', 0).candidates).toBe(0);
  });
});

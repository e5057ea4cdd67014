import { earlier, earliest, fromEpoch, Instant, later, latest, plus, toEpoch } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const epochs = fc.integer({ min: toEpoch(earliest), max: toEpoch(latest) });
const anywhere = epochs.map(fromEpoch);

/** Whether the runtime reads the text as a moment and writes it in the very same way. */
const isWrittenSo = (text: string): boolean => {
  const date = new Date(text);
  return text.length === 24 && !Number.isNaN(date.getTime()) && date.toISOString() === text;
};

describe('an instant', () => {
  it('is written as the runtime writes it, and read back to the same millisecond', () => {
    fc.assert(
      fc.property(epochs, (epoch) => {
        const instant = fromEpoch(epoch);
        expect(instant).toBe(new Date(epoch).toISOString());
        expect(toEpoch(instant)).toBe(epoch);
      }),
      { numRuns: 2_000 },
    );
  });

  it('compares as a text as it does in time', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(a < b).toBe(toEpoch(a) < toEpoch(b));
        expect(later(a, b)).toBe(toEpoch(a) < toEpoch(b) ? b : a);
        expect(earlier(a, b)).toBe(toEpoch(a) < toEpoch(b) ? a : b);
      }),
    );
  });

  it('is as much later as it was told', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: -1_000_000, max: 1_000_000 }), (instant, by) => {
        const expected = Math.min(toEpoch(latest), Math.max(toEpoch(earliest), toEpoch(instant) + by));
        expect(toEpoch(plus(instant, by))).toBe(expected);
      }),
    );
  });

  it('cuts fractions of a millisecond, and stays among the years that can be written', () => {
    expect(fromEpoch(0.9)).toBe('1970-01-01T00:00:00.000Z');
    expect(fromEpoch(-0.1)).toBe('1969-12-31T23:59:59.999Z');
    expect(fromEpoch(1e15)).toBe(latest);
    expect(fromEpoch(-1e15)).toBe(earliest);
  });

  it('has one form: what the runtime reads and writes alike, and nothing else', () => {
    const two = fc.integer({ min: 0, max: 69 }).map((n) => String(n).padStart(2, '0'));
    const nearly = fc
      .tuple(
        fc.constantFrom('0000', '1900', '2000', '2020', '2021', '2100', '9999', '+02021', '20210'),
        fc.oneof(two, fc.constantFrom('02', '00', '12', '13')),
        fc.oneof(two, fc.constantFrom('28', '29', '30', '31', '00')),
        fc.oneof(two, fc.constantFrom('23', '24')),
        two,
        two,
        fc.constantFrom('000', '999', '00', '0000', '0 0'),
        fc.constantFrom('Z', 'z', '', '+00:00'),
      )
      .map(([y, mo, d, h, mi, s, ms, zone]) => `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}${zone}`);
    const mangled = fc
      .tuple(anywhere, fc.nat(23), fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }))
      .map(([text, at, by]) => text.slice(0, at) + by + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(nearly, mangled, anywhere, fc.string()), (text) => {
        expect(Instant.is(text)).toBe(isWrittenSo(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each(['2020-02-29', '2000-02-29', '2021-12-31'])('knows the day %s', (day) => {
    expect(valid(Instant, `${day}T00:00:00.000Z`)).toBeDefined();
  });

  it.each(['2021-02-29', '1900-02-29', '2021-04-31', '2021-00-10', '2021-13-01'])('knows no %s', (day) => {
    expect(Instant.is(`${day}T00:00:00.000Z`)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { same } from '../../packages/domain/src/codec/same.js';

const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, turned(inner)]),
        )
      : value;

describe('two values', () => {
  it('say the same in whatever order their fields come', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
        expect(same(value, turned(structuredClone(value)))).toBe(true);
      }),
    );
  });

  it('say different things exactly where their JSON in one order differs', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        const sorted = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(sorted);
          if (typeof value !== 'object' || value === null) return value;
          const fields = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
          return { fields: fields.map(([key, inner]) => [key, sorted(inner)]) };
        };
        expect(same(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
    );
  });

  it('say different things where a field is missing, an entry is added or a type is another', () => {
    expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(same([1], [1, 2])).toBe(false);
    expect(same([], {})).toBe(false);
    expect(same({ a: null }, { a: 0 })).toBe(false);
    expect(same({ moment: 1, precision: 2 }, { precision: 2, moment: 1 })).toBe(true);
  });
});

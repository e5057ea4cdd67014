import { figureText } from '@burgernet/adapters';
import type { FigureEntry } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { theYear2021 } from './the-year-2021.js';

const year = await theYear2021();

const drawn = (lang: 'nl' | 'en', entry: FigureEntry): string =>
  figureText(
    { name: 'actions', entry, query: { year: 2021 }, region: 'midden-nederland', asOf: 'latest' },
    year.context(lang),
  );

describe('a number', () => {
  it('is written 1.437.611 in Dutch and 1,437,611 in English', () => {
    expect(drawn('nl', { version: 1, value: 1_437_611 })).toContain('1.437.611');
    expect(drawn('en', { version: 1, value: 1_437_611 })).toContain('1,437,611');
  });

  it('is written 7,7 % in Dutch and 7.7 % in English where it is a percentage', () => {
    const ratio = { version: 1, numerator: 61, denominator: 793, percentage: '7.7' };
    expect(drawn('nl', ratio)).toContain('61 van 793 = 7,7 %');
    expect(drawn('en', ratio)).toContain('61 of 793 = 7.7 %');
  });

  it('is a dash where it is not stated, never 0', () => {
    expect(drawn('nl', { version: 1, value: null })).toContain('Nu bekend: –\n');
    expect(drawn('en', { version: 1, numerator: null, denominator: null, percentage: null })).toContain(
      'Known now: –\n',
    );
  });

  it('loses no digit, however large it is', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.constantFrom('nl', 'en'), (value, lang) => {
        const [, written = ''] =
          /(?:Nu bekend|Known now): (\S+)/.exec(drawn(lang, { version: 1, value })) ?? [];
        expect(written.replace(/[.,]/g, '')).toBe(String(value));
        expect(written).toMatch(/^\d{1,3}([.,]\d{3})*$/);
      }),
    );
  });
});

import { percentage } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';

describe('a percentage', () => {
  it('is rounded half up on the exact ratio', () => {
    expect(percentage(1, 2000)).toBe('0.1');
    expect(percentage(1, 2001)).toBe('0.0');
    expect(percentage(61, 793)).toBe('7.7');
    expect(percentage(100, 793)).toBe('12.6');
    expect(percentage(605, 793)).toBe('76.3');
    expect(percentage(3, 800)).toBe('0.4');
    expect(percentage(0, 5)).toBe('0.0');
    expect(percentage(5, 5)).toBe('100.0');
    expect(percentage(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe('100.0');
    expect(percentage(0, 0)).toBeNull();
  });
});

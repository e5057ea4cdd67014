import { figureLabel, measureLabel, monthLabel, typeLabel } from '@burgernet/adapters';
import { ActionType } from '@burgernet/domain';
import { currentDefinitions, measures } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';

const languages = ['nl', 'en'] as const;

describe.each(languages)('the labels in %s', (lang) => {
  it('name every figure that is defined, each in its own words', () => {
    const names = currentDefinitions.map(({ name }) => name);
    const labels = names.map((name) => figureLabel(name, lang));
    expect(labels.filter((label, at) => label === names[at])).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('say of every measure what it counts, each in its own words', () => {
    const labels = measures.map((measure) => measureLabel(measure, lang));
    expect(new Set(labels).size).toBe(measures.length);
  });

  it('name every type of action and what has none, each in its own words', () => {
    const labels = [...ActionType.values, null].map((type) => typeLabel(type, lang));
    expect(new Set(labels).size).toBe(ActionType.values.length + 1);
  });

  it('name twelve months', () => {
    expect(new Set(Array.from({ length: 12 }, (_, at) => monthLabel(at + 1, lang))).size).toBe(12);
  });
});

describe('a figure that has no label', () => {
  it('is called by its name', () => {
    expect(figureLabel('a.figure-of-another-release', 'nl')).toBe('a.figure-of-another-release');
  });
});

import { currentDefinitions, definitionOf } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';

describe('definitions', () => {
  it('have each name and version once, and every ratio says how it rounds', () => {
    const names = currentDefinitions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const definition of currentDefinitions) {
      expect(definition.version).toBeGreaterThan(0);
      if ('of' in definition && definition.of !== undefined) expect(definition).toHaveProperty('rounding');
    }
    expect(definitionOf('success.portal', 2)).toBeUndefined();
  });
});

import {
  currentDefinitions,
  type Definition,
  definitionOf,
  evaluate,
  explain,
  restate,
  Slice,
} from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, uuid } from '../support/log.js';
import { readAll } from '../support/read.js';
import { marked, start } from '../support/said.js';

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

describe('a new version of a definition', () => {
  it('is data, and is computed beside the old one over the same ledger, explained and restated too', () => {
    const models = readAll(
      log(
        start(1),
        start(2),
        marked(1, '2021-05-14T18:30'),
        marked(2, '2021-05-20T12:00', { line: '112', successId: uuid(60) }),
      ),
    );
    const first = definitionOf('success.portal', 1);
    if (first === undefined) throw new Error('The portal has a figure.');
    const second: Definition = { ...first, version: 2, counts: { measure: 'success.full' } };
    const slice = new Slice(models.ledger, 'latest');
    const before = new Slice(models.ledger, { logged: 3 });
    const query = { year: 2021 };
    expect(evaluate(first, slice, query)).toMatchObject({ numerator: 1, denominator: 2, percentage: '50.0' });
    expect(evaluate(second, slice, query)).toMatchObject({
      numerator: 2,
      denominator: 2,
      percentage: '100.0',
    });
    expect(explain(second, slice, query)).toMatchObject({ numerator: [{ position: 3 }, { position: 4 }] });
    expect(restate(first, before, slice, query).changes).toEqual([]);
    expect(restate(second, before, slice, query).changes).toMatchObject([
      { cause: 'late-success', numerator: 1 },
    ]);
  });
});

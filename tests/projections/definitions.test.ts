import { Channel } from '@burgernet/domain';
import {
  currentDefinitions,
  type Definition,
  definitionOf,
  evaluate,
  explain,
  restate,
  Slice,
  unknownDimensions,
} from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, uuid } from '../support/log.js';
import { readAll } from '../support/read.js';
import { almere, marked, start } from '../support/said.js';

/** Every figure that people ask for: of which aggregate, of which kind, and what it is divided by or counts groups of. */
const figures: ReadonlyArray<readonly [name: string, about: string, kind: string, of?: string]> = [
  ['actions', 'action', 'summed'],
  ['actions.with-response', 'action', 'summed', 'actions'],
  ...['0800-0011', 'app', '112', '0900-8844', 'other'].map(
    (line) => [`responses.${line}`, 'action', 'summed'] as const,
  ),
  ...['portal', 'full', 'late'].map((name) => [`success.${name}`, 'action', 'summed', 'actions'] as const),
  ...['portal', 'other-line', 'registered-late', 'found-late', 'late-unknown', 'none'].map(
    (name) => [`success.class.${name}`, 'action', 'summed', 'actions'] as const,
  ),
  ['success.indirect', 'action', 'summed', 'actions'],
  ['find.without-burgernet', 'action', 'summed', 'actions'],
  ['actions.awaiting-verdict', 'action', 'summed', 'actions'],
  ['thanks.due', 'action', 'summed'],
  ...Channel.values.map((channel) => [`reach.${channel}`, 'action', 'counted'] as const),
  ['shares', 'action', 'counted'],
  ['inquiries', 'mailing', 'summed'],
  ['inquiries.relevant', 'mailing', 'summed', 'inquiries'],
  ['inquiries.to-the-case', 'mailing', 'summed', 'inquiries'],
  ['inquiries.teams', 'mailing', 'groups', 'sender'],
  ['prevention', 'mailing', 'summed'],
  ['prevention.municipalities', 'mailing', 'groups', 'sender'],
  ['safety-officers.municipalities', 'municipality', 'groups', 'municipality'],
  ['participants.sms-voice', 'municipality', 'stock', 'inhabitants'],
  ['participants.mail', 'municipality', 'stock', 'inhabitants'],
  ['app.downloads', 'municipality', 'counted'],
];

describe('definitions', () => {
  it('are those by whose names people ask, in the order in which they read them', () => {
    expect(
      currentDefinitions.map((one) => [
        one.name,
        one.about,
        one.kind,
        ...('of' in one && one.of !== undefined ? [one.of.measure] : []),
        ...('group' in one ? [one.group] : []),
      ]),
    ).toEqual(figures);
  });

  it('are asked apart by month and municipality, and where they are about actions by type', () => {
    for (const definition of currentDefinitions) {
      const query = { year: 2021, month: 5, municipality: almere, type: 'robbery' } as const;
      expect([definition.name, unknownDimensions(definition, query)]).toEqual([
        definition.name,
        definition.about === 'action' ? [] : ['type'],
      ]);
      expect(unknownDimensions(definition, { year: 2021 })).toEqual([]);
    }
  });

  it('have each name and version once, and every ratio says how it rounds', () => {
    const names = currentDefinitions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const definition of currentDefinitions) {
      expect(definition.version).toBeGreaterThan(0);
      if ('of' in definition && definition.of !== undefined)
        expect(definition).toHaveProperty('rounding', { mode: 'half-up', decimals: 1 });
    }
    expect(definitionOf('success.portal', 1)).toBe(definitionOf('success.portal'));
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

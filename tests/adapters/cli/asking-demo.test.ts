import { join } from 'node:path';
import { load, openStore } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import {
  currentDefinitions,
  type Explanation,
  explain,
  Figures,
  pairOf,
  ReadModels,
} from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { done } from '../../support/outcome.js';
import { burgernets } from './burgernet.js';
import { demoFolder } from './demo-store.js';

const sum = (events: ReadonlyArray<{ readonly amount: number }>): number =>
  events.reduce((all, { amount }) => all + amount, 0);

/** What an explanation adds up to: the events of each side, or the groups, which count once each. */
const addedUp = (explained: Explanation) =>
  explained.kind === 'events'
    ? { numerator: sum(explained.numerator), denominator: sum(explained.denominator) }
    : {
        numerator:
          explained.kind === 'groups'
            ? explained.groups.length
            : sum(explained.groups.flatMap(({ events }) => events)),
        denominator: 0,
      };

/** A change of a figure as `restate --json` has it. */
interface Changed {
  readonly cause: string;
  readonly events: ReadonlyArray<unknown>;
}

describe('the demo store', () => {
  const demo = demoFolder();
  const asked = async (...lines: ReadonlyArray<ReadonlyArray<string>>): Promise<ReadonlyArray<string>> => {
    const answered = await burgernets({ cwd: demo.folder }, lines);
    expect(answered.filter(({ status, stderr }) => status !== 0 || stderr !== '')).toEqual([]);
    return answered.map(({ stdout }) => stdout);
  };

  it('answers explain of every figure of its report with events that add up to it', async () => {
    const of = ['--year', '2021', '--json'];
    const names = currentDefinitions.map(({ name }) => name);
    const [reported = '', ...explained] = await asked(
      ['report', ...of],
      ...names.map((name) => ['explain', name, ...of]),
    );
    const { figures } = JSON.parse(reported);
    expect(Object.keys(figures).sort()).toEqual([...names].sort());
    names.forEach((name, at) => {
      const { figure, numerator, denominator, assumed } = JSON.parse(explained[at] ?? '');
      const isGroups = 'group' in (numerator[0] ?? {});
      const said = figures[name];
      expect([figure, isGroups ? numerator.length : sum(numerator), sum(denominator)]).toEqual([
        name,
        said.value ?? said.numerator ?? 0,
        said.denominator ?? 0,
      ]);
      expect([name, assumed]).toEqual([name, said.assumed]);
    });
  });

  it('lets every figure be explained by events that add up to it', async () => {
    const store = await done(openStore(`sqlite:${join(demo.folder, 'burgernet.db')}`, 'read'));
    const models = await done(load(store, domainRegistry(), new ReadModels()));
    await store.close();
    for (const asOf of ['latest', { logged: 3_000 }] as const) {
      const figures = new Figures(models, asOf, 'midden-nederland');
      for (const definition of currentDefinitions)
        for (const query of [{ year: 2021 }, { year: 2021, month: 6 }]) {
          const explained = addedUp(explain(definition, figures.slice, query));
          expect([definition.name, explained]).toEqual([
            definition.name,
            pairOf(figures.value(definition, query)),
          ]);
        }
    }
  });

  it('explains the difference of what was known at the end of 2021 by 39 late successes and nothing else', async () => {
    const [json = ''] = await asked(['restate', '--year', '2021', '--from', '2021-12-31', '--json']);
    const { figures } = JSON.parse(json);
    const full = figures['success.full'];
    expect(full.from).toMatchObject({ numerator: 61, denominator: 793, percentage: '7.7' });
    expect(full.to).toMatchObject({ numerator: 100, denominator: 793, percentage: '12.6' });
    expect(full.to.published).toContainEqual({ part: 'numerator', value: '100', kind: 'at-least' });
    expect(figures['success.late'].to).toMatchObject({ numerator: 39, assumed: true });
    expect(full.changes).toMatchObject([{ cause: 'late-success', numerator: 39, denominator: 0 }]);
    expect(full.changes[0].events).toHaveLength(39);
    expect(figures['success.portal'].changes).toEqual([]);
    for (const { changes } of Object.values<{ readonly changes: ReadonlyArray<Changed> }>(figures))
      expect(changes.map(({ cause, events }) => [cause, events.length])).toEqual(
        changes.length === 0 ? [] : [['late-success', 39]],
      );
  });

  it('marks in a restatement what is assumed', async () => {
    const [stdout] = await asked(['restate', '--year', '2021', '--from', '2021-12-31', '--lang', 'en']);
    expect(stdout).toContain('(success.full): 61 → 100 of 793, 12.6 %\n');
    expect(stdout).toContain('(success.late): 0 → 39 of 793, 4.9 %*\n');
    expect(stdout).toMatch(
      /\n\n\* assumed, not published: not a fact\n\n[0-9]+ figures did not change[.]\n$/,
    );
  });

  it('calls groups and mailings in an explanation by what they are, under a heading that says of what it is', async () => {
    const explained = ['explain', 'inquiries.teams', '--year', '2021', '--month', '6', '--lang'];
    const [english, dutch] = await asked([...explained, 'en'], [...explained, 'nl']);
    expect(english).toMatch(/^Police teams [^\n]*\nMidden-Nederland, June 2021\n/);
    expect(english?.replaceAll(/\s+/g, ' ')).toMatch(
      / basic team \S+: counts once, with [0-9]+ Mailing [0-9a-f]{8}, neighbourhood inquiry of basic team \S+, [0-9]{1,2} June 2021 /,
    );
    expect(dutch).toMatch(
      /\ndistrictsrecherche \S+: telt één keer, met [0-9]+\nMailing \S+, digitaal buurtonderzoek/,
    );
  });

  it('marks in a comparison of two years what is assumed, in every form', async () => {
    const compare = ['report', '--year', '2021', '--compare', '2021', '--region', 'midden-nederland'];
    const [json = '', csv, text = ''] = await asked(
      [...compare, '--json'],
      [...compare, '--format', 'csv'],
      [...compare, '--lang', 'en'],
    );
    const { compare: compared } = JSON.parse(json);
    const assumed = compared.figures.filter((one: { assumed?: true }) => one.assumed);
    expect(assumed.map(({ name }: { name: string }) => name)).toContain('success.late');
    expect(csv).toMatch(/comparison,[^\n]*,success\.late,[^\n]*,change,[^\n]*,yes,no/);
    const [, table = ''] = text.split('2021 beside 2021');
    expect(table.split('\n').find((line) => line.includes('Late success'))).toMatch(/39\*/);
  });
});

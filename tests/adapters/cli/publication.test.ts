import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';

const table = (name: string, value: string) => ({
  region: 'midden-nederland',
  title: 'Burgernet in 2022',
  source: 'the police',
  table: name,
  period: '2022',
  rows: [{ figure: 'actions', key: {}, part: 'value', kind: 'exact', value }],
});

const withFile = async (content: unknown) => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'tables.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return {
    cwd,
    add: (...args: ReadonlyArray<string>) =>
      burgernet({ cwd }, 'publication', 'add', 'tables.json', '--as', 'coordinator:C', ...args),
    exported: async () => (await burgernet({ cwd }, 'export')).stdout.trim().split('\n'),
  };
};

describe('publication add', () => {
  it('records what was published, a table an event, and changes nothing when it is given again', async () => {
    const { add, exported, cwd } = await withFile([table('headline', '801'), table('types', '801')]);
    const { status, stdout } = await add();
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'tables.json:1: Publication recorded: Burgernet in 2022, Midden-Nederland 2022, headline, 1 value.',
      'tables.json:2: Publication recorded: Burgernet in 2022, Midden-Nederland 2022, types, 1 value.',
      'Recorded: 2; given before: 0.',
    ]);
    const events = (await exported()).map((line) => JSON.parse(line));
    expect(events).toMatchObject([{ data: { table: 'headline' } }, { data: { table: 'types' } }]);
    expect(events[0].stream).toBe(events[1].stream);
    expect((await add()).stdout).toContain('Recorded: 0; given before: 2.');
    const figure = await burgernet(
      { cwd },
      'figure',
      'actions',
      '--year',
      '2022',
      '--region',
      'midden-nederland',
      '--json',
    );
    expect(JSON.parse(figure.stdout)).toMatchObject({ published: [{ part: 'value', value: '801' }] });
  });

  it('replaces a table of a publication that is named', async () => {
    const { add, exported, cwd } = await withFile(table('headline', '801'));
    await add();
    const id = JSON.parse((await exported())[0] ?? '').stream.replace('burgernet.publication-', '');
    await writeFile(join(cwd, 'tables.json'), JSON.stringify(table('headline', '802')));
    expect((await add('--publication', id)).status).toBe(0);
    const figure = await burgernet(
      { cwd },
      'figure',
      'actions',
      '--year',
      '2022',
      '--region',
      'midden-nederland',
      '--json',
    );
    expect(JSON.parse(figure.stdout).published).toEqual([{ part: 'value', value: '802', kind: 'exact' }]);
  });

  it.each<readonly [string, unknown, RegExp, number]>([
    ['no JSON', '{', /not JSON/, 2],
    ['no table', [], /no table/, 2],
    ['a field twice', '{"title":"a","title":"b"}', /twice/, 2],
    ['a table that is none', [table('headline', '1'), { title: 'x' }], /tables[.]json:2: refused/, 2],
    [
      'a figure that there is not',
      { ...table('x', '1'), rows: [{ figure: 'actoins', key: {}, part: 'value', kind: 'not-stated' }] },
      /tables[.]json:1: refused[.] There is no figure "actoins"; the nearest is actions/,
      1,
    ],
    [
      'a value that is said not to be stated',
      {
        ...table('x', '1'),
        rows: [{ figure: 'actions', key: {}, part: 'value', kind: 'not-stated', value: '1' }],
      },
      /tables[.]json:1: refused[.] A row of actions/,
      1,
    ],
  ])('writes nothing where the file has %s', async (_, content, says, expected) => {
    const { add, cwd } = await withFile(content);
    const { status, stdout, stderr } = await add();
    expect(status).toBe(expected);
    expect(`${stdout}${stderr}`).toMatch(says);
    expect(await readdir(cwd)).toEqual(['tables.json']);
  });

  it('is for the coordinator and the system', async () => {
    const { cwd } = await withFile(table('headline', '801'));
    const refused = await burgernet({ cwd }, 'publication', 'add', 'tables.json', '--as', 'dispatcher:D');
    expect(refused).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('or act as one with --as coordinator:NAME or --as system'),
    });
  });
});

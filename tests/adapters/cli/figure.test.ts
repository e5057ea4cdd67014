import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { demoFolder } from './demo-store.js';

const there = demoFolder();

const figure = async (...args: ReadonlyArray<string>): Promise<unknown> => {
  const { status, stdout, stderr } = await burgernet({ cwd: there.folder }, 'figure', ...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
};

describe('a figure of 2021', () => {
  it('says what the portal counts and what is known now, and that they were one at the end of the year', async () => {
    const portal = { numerator: 61, denominator: 793, percentage: '7.7' };
    const full = { numerator: 100, denominator: 793, percentage: '12.6' };
    const atYearsEnd = ['--as-of', '2021-12-31'];
    expect(await figure('success.portal', '--year', '2021')).toMatchObject(portal);
    expect(await figure('success.full', '--year', '2021')).toMatchObject(full);
    expect(await figure('success.portal', '--year', '2021', ...atYearsEnd)).toMatchObject(portal);
    expect(await figure('success.full', '--year', '2021', ...atYearsEnd)).toMatchObject(portal);
  });

  it('says what was asked: its name, its key and as known when', async () => {
    expect(
      await figure('actions', '--municipality', 'GM0344', '--month', '3', '--as-of', '2021-12-31'),
    ).toMatchObject({
      name: 'actions',
      version: 1,
      key: { year: 2021, month: '2021-03', region: 'midden-nederland', municipality: 'GM0344' },
      asOf: { registered: '2021-12-31T22:59:59.999Z' },
    });
    expect(await figure('actions', '--type', 'missing-person')).toMatchObject({
      key: { year: 2021, region: 'midden-nederland', type: 'missing-person' },
      asOf: 'latest',
      value: 570,
    });
  });

  it('is asked apart of what is not attributed to a municipality, or has no type recorded', async () => {
    const report = await burgernet({ cwd: there.folder }, 'report', '--year', '2021', '--json');
    const { byMunicipality, byType } = JSON.parse(report.stdout);
    const ofNone = (rows: ReadonlyArray<Record<string, unknown>>, by: string) =>
      rows.find((row) => row[by] === null)?.['figures'];
    for (const [by, figures] of [
      ['municipality', ofNone(byMunicipality, 'code')],
      ['type', ofNone(byType, 'type')],
    ] as const) {
      const { value } = Object(figures)['actions'];
      expect(value).toBeGreaterThan(0);
      expect(await figure('actions', `--${by}`, 'none')).toMatchObject({ value, key: { [by]: null } });
    }
  });

  it('reads a moment without an offset in Amsterdam, and one with an offset as it says', async () => {
    const [local, offset] = await Promise.all([
      figure('success.full', '--as-of', '2022-02-01T12:00'),
      figure('success.full', '--as-of', '2022-02-01T11:00:00Z'),
    ]);
    expect(local).toEqual(offset);
    expect(local).toMatchObject({ numerator: 100 });
    expect(await figure('success.full', '--as-of', '2022-02-01T10:59:59.999Z')).toMatchObject({
      numerator: 61,
    });
  });

  it('is told at a position of the log, up to its end and not beyond', async () => {
    expect(await figure('actions', '--at-position', '0')).toMatchObject({ value: 0, asOf: { logged: 0 } });
    const beyond = await burgernet(
      { cwd: there.folder },
      'figure',
      'actions',
      '--at-position',
      '999999',
      '--json',
    );
    expect(beyond.status).toBe(1);
    expect(JSON.parse(beyond.stderr)).toMatchObject({ error: { code: 'PositionNotReached' } });
  });

  it('is answered for a year without events', async () => {
    expect(await figure('actions', '--year', '1950')).toMatchObject({ value: 0 });
    expect(await figure('success.full', '--year', '1950')).toMatchObject({
      numerator: 0,
      denominator: 0,
      percentage: null,
    });
    expect(await figure('shares', '--year', '1950')).toMatchObject({ value: null });
  });

  it('is printed for a person in the language asked', async () => {
    const english = await burgernet({ cwd: there.folder }, 'figure', 'success.full');
    const dutch = await burgernet({ cwd: there.folder }, 'figure', 'success.full', '--lang', 'nl');
    expect(english.stdout).toMatch(/12\.6/);
    expect(dutch.stdout).toMatch(/12,6/);
  });

  it.each([
    ['figure', ['succes.portal'], 'UnknownFigure', 'success.portal'],
    ['figure', ['success'], 'UnknownFigure', 'success.portal'],
    [
      'municipality by code',
      ['actions', '--municipality', 'GM344'],
      'UnknownMunicipality',
      'GM0344 (Utrecht)',
    ],
    [
      'municipality by name',
      ['actions', '--municipality', 'Utrect'],
      'UnknownMunicipality',
      'GM0344 (Utrecht)',
    ],
    ['type', ['actions', '--type', 'missing-persons'], 'UnknownType', 'missing-person'],
    ['name of a type', ['actions', '--type', 'Vermist persoon'], 'UnknownType', 'missing-person'],
    ['region', ['actions', '--region', 'midden-nederlnd'], 'UnknownRegion', 'midden-nederland'],
  ])('that names an unknown %s is not found, and the nearest are named', async (_, args, code, near) => {
    const { status, stdout, stderr } = await burgernet({ cwd: there.folder }, 'figure', ...args, '--json');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const { error } = JSON.parse(stderr);
    expect(error).toMatchObject({ code, details: { nearest: expect.arrayContaining([near]) } });
    expect(error.message).toContain(near);
  });

  it.each([
    ['a word of a name', ['actons'], ['actions', 'actions.with-response', 'actions.awaiting-verdict']],
    ['one word of a name with others', ['actions', '--type', 'missng'], ['missing-person']],
    ['the end of a name', ['actions', '--municipality', 'Duurstde'], ['GM0352 (Wijk bij Duurstede)']],
    ['a figure without likeness', ['weather'], []],
    ['a type without likeness', ['actions', '--type', 'zzzz'], []],
    ['nothing at all', ['actions', '--type', ''], []],
  ])('is asked for by %s: only what is near is named', async (_, args, near) => {
    const { status, stderr } = await burgernet({ cwd: there.folder }, 'figure', ...args, '--json');
    expect(status).toBe(1);
    const { error } = JSON.parse(stderr);
    expect(error.details.nearest).toEqual(near);
    // Where nothing is near it says where the names are.
    expect(error.message).toMatch(
      near.length === 0 ? /; (burgernet definition list|there are) / : /; the nearest/,
    );
  });

  it('is not asked by a dimension that it does not have', async () => {
    const { status, stderr } = await burgernet(
      { cwd: there.folder },
      'figure',
      'inquiries',
      '--type',
      'missing-person',
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/^inquiries is not counted by type/);
  });

  it('of another region is empty, and that region is known', async () => {
    expect(await figure('actions', '--region', 'limburg')).toMatchObject({
      key: { region: 'limburg' },
      value: 0,
    });
  });
});

describe('a store that is not there', () => {
  it.each([[['figure', 'actions']], [['board']], [['check']], [['export']], [['report']]])(
    'ends %s with status 3, and nothing is made',
    async (args) => {
      const cwd = await temporaryFolder();
      const { status, stdout, stderr } = await burgernet({ cwd }, ...args, '--json');
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'StoreAbsent' } });
      expect(await readdir(cwd)).toEqual([]);
    },
  );
});

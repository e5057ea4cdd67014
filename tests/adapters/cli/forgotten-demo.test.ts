import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteVault } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { filesHolding } from '../../support/bytes-of.js';
import { done } from '../../support/outcome.js';
import { burgernet, type Ended } from './burgernet.js';
import { demoFolder } from './demo-store.js';

const there = demoFolder();
const call = async (...args: ReadonlyArray<string>): Promise<Ended> => {
  const ended = await burgernet({ cwd: there.folder }, '--lang', 'en', ...args);
  expect([args, ended.stderr, ended.status]).toEqual([args, ended.stderr, 0]);
  return ended;
};
const json = async (...args: ReadonlyArray<string>) => JSON.parse((await call(...args, '--json')).stdout);

const people = {
  dispatcher: 'dispatcher:Dirk Dispatcherson',
  coordinator: 'coordinator:Cora Coordinatorsen',
  'police-team': 'police-team:Pim Policeman',
};
const readable = [
  ...['Dispatcherson', 'Coordinatorsen', 'Policeman', 'Forgetterman'],
  ...['grey jacket', 'saw him cross', 'told by his sister', 'Called off by', 'ring at the door'],
];

/** What people do with the demo's store: each leaves a name, and most a text. */
const live = async (): Promise<void> => {
  const started = await json(
    ...['action', 'start', '--region', 'midden-nederland', '--channels', 'app', '--minutes', '60'],
    ...[
      '--started-at',
      '2021-12-30T20:00',
      '--message',
      'A man in a grey jacket.',
      '--as',
      people.dispatcher,
    ],
  );
  const action = String(started.id);
  const responded = [
    ...['action', 'respond', action, '--line', '112', '--content', 'I saw him cross the bridge.'],
    ...['--at', '2021-12-30T20:30', '--as', people.dispatcher],
  ];
  await call(...responded);
  await call(
    ...['success', 'mark', action, '--line', '112', '--evidence', 'Found, told by his sister.'],
    ...['--as', people.coordinator],
  );
  const waiting = (await json('success', 'waiting')).actions;
  await call(
    ...['success', 'rule-out', String(waiting[0].actionId), '--reason', 'not-found'],
    ...['--note', 'Called off by the family.', '--as', people.coordinator],
  );
  await call(
    ...['mailing', 'send', '--region', 'midden-nederland', '--kind', 'neighbourhood-inquiry'],
    ...['--sender', 'BT-Almere', '--sender-kind', 'BT', '--message', 'Does your bell ring at the door?'],
    ...['--as', people['police-team']],
  );
};

/** What is certified in a bundle, but for the length and the root of the log. */
const certified = async (bundle: string): Promise<ReadonlyArray<string>> => {
  const folder = join(there.folder, bundle, 'certificates');
  const certificates = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const { treeSize: _, root: __, ...rest } = JSON.parse(await readFile(join(folder, name), 'utf8'));
      return JSON.stringify(rest);
    }),
  );
  expect(certificates.length).toBeGreaterThan(10);
  return certificates.sort();
};

const without = ({ position: _, ...report }: { readonly position: number }): unknown => report;

describe('forgetting every subject of the demo', () => {
  it('changes no root, no certificate and no figure, and leaves none of the text in any file', async () => {
    await live();
    await call('audit', 'export', 'before');
    const [figures, log] = [await json('report', '--year', '2021'), (await call('export')).stdout];
    const vault = await done(openSqliteVault(join(there.folder, 'burgernet.vault.db'), { mode: 'write' }));
    const subjects = await done(vault.kept);
    await vault.close();
    expect(subjects.map(({ kind }) => kind).sort()).toEqual(
      ['evidence', 'message', 'message', 'name', 'name', 'name', 'reason', 'response'].sort(),
    );

    const forgetter = ['--reason', 'request', '--as', 'coordinator:F. Forgetterman'];
    for (const { reference } of subjects) await call('vault', 'forget', reference, ...forgetter);
    const left = await done(openSqliteVault(join(there.folder, 'burgernet.vault.db'), { mode: 'read' }));
    const [last, ...others] = await done(left.kept);
    await left.close();
    expect(others).toEqual([]);
    // Who forgot the others is the last to be forgotten, by himself.
    await call('vault', 'forget', last?.reference ?? '', ...forgetter);

    expect(await filesHolding(there.folder, ...readable)).toEqual([]);
    expect(without(await json('report', '--year', '2021'))).toEqual(without(figures));
    const grown = (await call('export')).stdout;
    expect(grown.startsWith(log)).toBe(true);
    expect(grown.slice(log.length).match(/"PersonalDataForgotten"/g)).toHaveLength(subjects.length + 1);
    await call('audit', 'export', 'after');
    for (const bundle of ['before', 'after']) await call('audit', 'verify', bundle);
    expect(await json('audit', 'compare', 'before', 'after')).toEqual({
      tag: 'GoesOn',
      added: subjects.length + 1,
    });
    expect(await certified('after')).toEqual(await certified('before'));
    expect((await json('check')).quarantined ?? 0).toBe(0);
  }, 120_000);
});

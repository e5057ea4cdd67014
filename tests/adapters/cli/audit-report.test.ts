import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Instant, local } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { log, uuid } from '../../support/log.js';
import { as, marked, reach, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { demoFolder } from './demo-store.js';
import { put } from './put.js';

const events = log(start(1), reach(1, 900, 'app'), {
  ...marked(1, '2022-02-01T09:00', { line: '112' }),
  metadata: { role: 'coordinator', actorId: uuid(6) },
});

const folder = async () => {
  const cwd = await temporaryFolder();
  const ask = (...args: ReadonlyArray<string>) => burgernet({ cwd }, '--lang', 'en', ...args);
  const json = async (...args: ReadonlyArray<string>) =>
    JSON.parse((await ask('audit', 'report', '--json', ...args)).stdout);
  return { cwd, ask, json };
};

/** The year in Amsterdam in which something was done just now. */
const yearOf = (moment: unknown): string => local(as(Instant, moment)).slice(0, 4);

describe('burgernet audit report', () => {
  it('shows who recorded what, what became of the figures since, and the days without a checkpoint', async () => {
    const { cwd, json } = await folder();
    await put(cwd, events);
    const report = await json('--year', '2021', '--as-of', '2022-02-01');
    expect(report).toMatchObject({
      year: 2021,
      region: 'midden-nederland',
      asOf: '2022-02-01T22:59:59.999Z',
      position: 3,
      actors: [],
      system: [{ role: 'system', events: 2 }],
      unreadable: 0,
      refusals: { since: null, refused: [] },
      checkpoints: [],
      withoutCheckpoint: [{ first: '2021-01-01', last: '2021-12-31', days: 365 }],
      accesses: null,
      forgotten: [],
      findings: [],
    });
    expect(report.restated['success.full'].changes).toMatchObject([
      { cause: 'late-success', numerator: 1, denominator: 0, events: [{ eventId: events[2]?.eventId }] },
    ]);
    expect(report.restated['success.portal'].changes).toEqual([]);
  });

  it('leaves out what came after the moment that is asked, and says where the year was not over', async () => {
    const { cwd, ask, json } = await folder();
    await put(cwd, events);
    const before = await json('--year', '2021', '--as-of', '2022-01-31');
    expect(before.restated['success.full'].changes).toEqual([]);
    const within = await json('--year', '2021', '--as-of', '2021-05-14T20:10');
    expect(within).toMatchObject({ restated: null, system: [{ events: 1 }] });
    const text = await ask('audit', 'report', '--year', '2021', '--as-of', '2021-05-14');
    expect(text.stdout).toContain('The year was not over, so there is nothing to compare.');
  });

  it('is the same to the byte for the same store and moment, in every form and language', async () => {
    const { cwd, ask } = await folder();
    await put(cwd, events);
    for (const format of ['text', 'html', 'json'])
      for (const lang of ['en', 'nl']) {
        const args = ['audit', 'report', '--year', '2021', '--as-of', '2022-03-01', '--format', format];
        const [first, second] = [await ask(...args, '--lang', lang), await ask(...args, '--lang', lang)];
        expect(first.status).toBe(0);
        expect(second.stdout).toBe(first.stdout);
        if (format === 'text')
          for (const line of first.stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
      }
  });

  it('holds each checkpoint of the year against the log as it is now', async () => {
    const { cwd, ask, json } = await folder();
    await put(cwd, events);
    await ask('audit', 'key', '--name', 'example.org/a-log');
    const { madeAt, root } = JSON.parse((await ask('audit', 'checkpoint', '--json')).stdout);
    const year = yearOf(madeAt);
    expect((await json('--year', year)).checkpoints).toEqual([
      { madeAt, size: '3', root, keys: ['example.org/a-log'], holds: 'yes' },
    ]);
    const text = (await ask('audit', 'report', '--year', year)).stdout;
    expect(text.replace(/\s+/g, ' ')).toContain(`Events 3, root ${root}, signed by example.org/a-log`);
    expect((await json('--year', '2021')).checkpoints).toEqual([]);
    for (const [others, holds] of [
      [log(start(2), reach(2, 900, 'app'), reach(2, 901, 'app')), 'no'],
      [events.slice(0, 2), 'beyond'],
    ] as const) {
      const elsewhere = await folder();
      await put(elsewhere.cwd, others);
      await copyFile(join(cwd, 'burgernet.checkpoints'), join(elsewhere.cwd, 'burgernet.checkpoints'));
      expect((await elsewhere.json('--year', year)).checkpoints).toMatchObject([{ holds }]);
      expect((await readdir(elsewhere.cwd)).filter((name) => name.endsWith('.key'))).toEqual([]);
    }
  });

  it('tells of readings, forgettings and refusals of the year without a name or a text', async () => {
    const { cwd, ask, json } = await folder();
    const started = await ask(
      ...['action', 'start', '--region', 'midden-nederland', '--channels', 'app', '--minutes', '60'],
      ...['--message', 'Look out for J. Doe.', '--as', 'dispatcher:D. Centralist', '--json'],
    );
    const [{ data, recordedAt }] = JSON.parse(started.stdout).events;
    const reference = String(data.messageReference);
    const coordinator = ['--as', 'coordinator:R. Coordinator'];
    await ask('vault', 'show', reference, '--reason', 'accountability', ...coordinator);
    await ask('vault', 'show', reference, '--reason', 'action', '--as', 'municipality:GM0344');
    await ask('vault', 'forget', reference, '--reason', 'request', ...coordinator);
    const year = yearOf(recordedAt);
    const report = await json('--year', year);
    const coordinatorId = report.actors.find((one: { role: string }) => one.role === 'coordinator').actorId;
    expect(report).toMatchObject({
      accesses: [{ role: 'coordinator', actorId: coordinatorId, reason: 'accountability', reference }],
      forgotten: [
        { role: 'coordinator', actorId: coordinatorId, what: 'message', reason: 'request', reference },
      ],
      refusals: { refused: [{ command: 'ConsultPersonalData', municipality: 'GM0344', id: reference }] },
    });
    for (const [format, lang] of [
      ['text', 'en'],
      ['html', 'nl'],
      ['json', 'en'],
    ] as const) {
      const { stdout } = await burgernet(
        { cwd },
        ...['--lang', lang, 'audit', 'report', '--year', year, '--format', format],
      );
      expect(stdout).toContain(reference.slice(0, 8));
      expect(stdout).not.toMatch(/J[.] Doe|D[.] Centralist|R[.] Coordinator/);
    }
    expect(await json('--year', '2020')).toMatchObject({ accesses: [], forgotten: [], actors: [] });
  });

  it('tells what a check of the log finds', async () => {
    const { cwd, ask, json } = await folder();
    const [first, second, third] = events;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three events');
    await put(cwd, [first, { ...second, type: 'OfAnotherRelease' }, third]);
    const { findings, unreadable } = await json('--year', '2021');
    expect(unreadable).toBe(1);
    expect(findings[0]).toMatch(/^Position 2, .* cannot be read \(unknown-type\)/);
    const { status, stdout } = await ask('audit', 'report', '--year', '2021');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Findings of the check +2$/m);
    expect(stdout).toContain('cannot be read (unknown-type)');
  });

  it('writes a page that runs nothing and asks nothing of the network', async () => {
    const { cwd, ask } = await folder();
    await put(cwd, events);
    const { stdout, status } = await ask(
      ...['audit', 'report', '--year', '2021', '--format', 'html', '--out', 'audit.html', '--json'],
    );
    expect([status, JSON.parse(stdout)]).toEqual([0, { file: 'audit.html', format: 'html' }]);
    const page = await readFile(join(cwd, 'audit.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).not.toMatch(/<script|src=|url\(|@import|<link|<img/);
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to);
    expect(targets.length).toBeGreaterThan(9);
    for (const to of targets) expect(page).toContain(`id="${to.slice(1)}"`);
  });

  it('refuses what it cannot be asked, and makes nothing', async () => {
    const { cwd, ask } = await folder();
    for (const [status, ...args] of [
      [2],
      [2, '--year', '21'],
      [2, '--year', '2021', '--format', 'csv'],
      [2, '--year', '2021', '--format', 'html', '--json'],
      [2, '--year', '2021', '--as-of', '2021-02-30'],
      [1, '--year', '2021', '--region', 'utrecht'],
      [3, '--year', '2021'],
    ] as const)
      expect((await ask('audit', 'report', ...args)).status, args.join(' ')).toBe(status);
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('on the store of the demo', () => {
  const there = demoFolder();

  it('the 39 late successes are what changed since the end of 2021, and nothing is wrong', async () => {
    const { stdout } = await burgernet(
      { cwd: there.folder },
      ...['--lang', 'nl', 'audit', 'report', '--year', '2021', '--as-of', '2022-12-31'],
    );
    expect(stdout).toContain('Interne audit Burgernet Midden-Nederland 2021');
    expect(stdout).toContain('61 → 100 van 793, 12,6 %');
    expect(stdout).toMatch(/laat succes +\+39$/m);
    expect(stdout).toMatch(/Dagen zonder controlepunt +365$/m);
    expect(stdout).toContain('Er is niets mis met de gebeurtenissen.');
  });
});

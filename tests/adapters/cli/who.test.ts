import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Uuid } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { filesHolding } from '../../support/bytes-of.js';
import { log, uuid } from '../../support/log.js';
import { as, marked, reach, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { demoFolder } from './demo-store.js';
import { put } from './put.js';

const sam = as(Uuid, '5a3c1d60-0b51-4a6e-9a04-6a4f3b0d5c11');
const noor = as(Uuid, '6b4d2e71-1c62-4b7f-8b15-7b5a4c1e6d22');
const by = (role: 'dispatcher' | 'coordinator', actorId: Uuid) => ({
  metadata: { role, actorId },
});
const events = log(
  { ...start(1), ...by('dispatcher', sam) },
  { ...reach(1, 900, 'app', '2021-12-31T22:59'), ...by('dispatcher', sam) },
  { ...marked(1, '2021-12-31T23:00'), ...by('coordinator', noor) },
  start(2),
);

const folder = async () => {
  const cwd = await temporaryFolder();
  const ask = (...args: ReadonlyArray<string>) => burgernet({ cwd }, '--lang', 'en', ...args);
  const who = async (...args: ReadonlyArray<string>) =>
    JSON.parse((await ask('audit', 'who', '--json', ...args)).stdout);
  return { cwd, ask, who };
};
const madeUp = async () => {
  const made = await folder();
  await put(made.cwd, events);
  return made;
};

/** A folder in which D. Centralist, a dispatcher, has started an action with a message. */
const started = async () => {
  const made = await folder();
  const { stdout } = await made.ask(
    ...['action', 'start', '--region', 'midden-nederland', '--channels', 'app', '--minutes', '60'],
    ...['--message', 'Look out for J. Doe.', '--as', 'dispatcher:D. Centralist', '--json'],
  );
  const { id, events: recorded } = JSON.parse(stdout);
  return { ...made, id: String(id), reference: String(recorded[0].data.messageReference) };
};

describe('burgernet audit who', () => {
  it('says who recorded what and in which role, the system apart', async () => {
    const { who } = await madeUp();
    expect(await who()).toMatchObject({
      from: null,
      to: null,
      role: null,
      position: 4,
      actors: [
        { role: 'dispatcher', actorId: sam, events: 2, imported: 0, first: '2021-05-14T18:03:00.000Z' },
        { role: 'coordinator', actorId: noor, byType: [{ type: 'SuccessMarked', events: 1 }] },
      ],
      system: [{ actorId: uuid(9), events: 1 }],
      unreadable: 0,
      refusals: { since: null, refused: [] },
    });
  });

  it('asks by a year or days of Amsterdam, both ends included, and by a role', async () => {
    const { ask, who } = await madeUp();
    const of = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<number>> =>
      (await who(...args)).actors.map((one: { events: number }) => one.events);
    expect(await of('--year', '2021')).toEqual([2]);
    expect(await of('--year', '2022')).toEqual([1]);
    expect(await of('--from', '2022-01-01')).toEqual([1]);
    expect(await of('--from', '2021-05-14', '--to', '2021-05-14')).toEqual([1]);
    expect(await of('--role', 'coordinator')).toEqual([1]);
    for (const [status, ...args] of [
      [2, '--year', '2021', '--from', '2021-01-01'],
      [2, '--from', '2022-01-02', '--to', '2022-01-01'],
      [2, '--from', '2021-02-30'],
      [1, '--role', 'dispatch'],
    ] as const)
      expect((await ask('audit', 'who', ...args)).status).toBe(status);
    expect((await ask('audit', 'who', '--role', 'dispatch')).stderr).toContain('the nearest is dispatcher');
  });

  it('is a table for people, in either language', async () => {
    const { cwd, ask } = await madeUp();
    const english = (await ask('audit', 'who', '--year', '2021')).stdout;
    expect(english).toContain('Recorded from 2021-01-01 00:00 to 2021-12-31 23:59 inclusive.');
    expect(english).toMatch(/^dispatcher 5a3c1d60 +2 +0 +2021-05-14 20:03 +2021-12-31 23:59$/m);
    expect(english).toMatch(/^ {2}ReachMeasured +1$/m);
    expect(english).toContain('No record of refusals is kept beside this store yet');
    const dutch = (await burgernet({ cwd }, '--lang', 'nl', 'audit', 'who', '--year', '2022')).stdout;
    expect(dutch).toMatch(/^coördinator 6b4d2e71 +1 /m);
    expect(Math.max(...`${english}${dutch}`.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('makes nothing beside the store, and no store', async () => {
    const { cwd, ask } = await folder();
    expect((await ask('audit', 'who')).status).toBe(3);
    expect(await readdir(cwd)).toEqual([]);
    await put(cwd, events);
    await ask('audit', 'who');
    expect((await readdir(cwd)).filter((name) => !name.startsWith('burgernet.db'))).toEqual([]);
  });
});

describe('what was refused', () => {
  it('is recorded from the first command on, also where nothing is', async () => {
    const { who } = await started();
    const { refusals } = await who();
    expect(refusals).toEqual({ since: expect.any(String), refused: [] });
  });

  it('stands there with who asked what of what, and by which rule it was refused', async () => {
    const { ask, who, id } = await started();
    const refusedOne = await ask(
      'success',
      'correct',
      id,
      '--reason',
      'error',
      '--as',
      'dispatcher:D. Centralist',
    );
    expect(refusedOne.status).toBe(1);
    const end = ['action', 'end', id, '--reason', 'found', '--as'];
    expect((await ask(...end, 'coordinator:N. New')).status).toBe(1);
    expect((await ask(...end, 'municipality:GM0344')).status).toBe(1);
    const { actors, refusals } = await who();
    expect(actors).toHaveLength(1);
    const common = { at: expect.any(String), kind: 'action', id, rule: 'RoleNotAllowed' };
    expect(refusals.refused).toEqual([
      { ...common, role: 'coordinator', actorId: null, municipality: null, command: 'EndAction' },
      { ...common, role: 'municipality', actorId: null, municipality: 'GM0344', command: 'EndAction' },
    ]);
    expect((await who('--role', 'municipality')).refusals.refused).toHaveLength(1);
    expect((await who('--year', '2020')).refusals.refused).toEqual([]);
  });

  it('names somebody who acted before by the id that the log has', async () => {
    const { ask, who, id } = await started();
    const again = ['action', 'extend', id, '--until', '2021-01-01T00:00', '--reason', 'still-searching'];
    expect((await ask(...again, '--as', 'dispatcher:D. Centralist')).status).toBe(1);
    const { actors, refusals } = await who();
    expect(refusals.refused).toMatchObject([{ actorId: actors[0].actorId, command: 'ExtendRunTime' }]);
  });

  it('counts readings of the vault and wishes to forget that were refused', async () => {
    const { ask, who, reference } = await started();
    await ask('vault', 'show', reference, '--reason', 'action', '--as', 'municipality:GM0344');
    await ask('vault', 'forget', reference, '--reason', 'request', '--as', 'dispatcher:D. Centralist');
    expect((await who()).refusals.refused).toMatchObject([
      { role: 'municipality', command: 'ConsultPersonalData', kind: 'vault', id: reference },
      { role: 'dispatcher', command: 'ForgetPersonalData', kind: 'vault', id: reference },
    ]);
  });

  it('counts each of several that were given at once', async () => {
    const { cwd, ask, who, id } = await started();
    await writeFile(
      join(cwd, 'verdicts.ndjson'),
      `${JSON.stringify({ command: 'RuleOutSuccess', action: id, reason: 'not-found' })}\n`,
    );
    const settle = ['success', 'settle', 'verdicts.ndjson', '--as', 'police-team:P'];
    const { status, stdout } = await ask(...settle, '--json');
    expect([status, JSON.parse(stdout).refused.length]).toEqual([1, 1]);
    expect((await who()).refusals.refused).toMatchObject([{ role: 'police-team', id }]);
    await ask(...settle, '--dry-run');
    expect((await who()).refusals.refused).toHaveLength(1);
  });

  it('is no wrong usage, nothing that was only tried out, and nothing asked of a store that is not there', async () => {
    const { ask, who, id } = await started();
    await ask('action', 'end', id, '--reason', 'found', '--as', 'police-team:P', '--dry-run');
    await ask('action', 'end', id, '--reason', 'no reason');
    await ask('action', 'end', 'ffffffff', '--reason', 'found');
    expect((await who()).refusals.refused).toEqual([]);
    const elsewhere = await folder();
    const start = ['action', 'start', '--region', 'midden-nederland', '--channels', 'app', '--minutes', '60'];
    expect((await elsewhere.ask(...start, '--as', 'police-team:P')).status).toBe(1);
    expect(await readdir(elsewhere.cwd)).toEqual([]);
  });

  it('holds no name and no text', async () => {
    const { cwd, ask, id } = await started();
    for (const as of ['police-team:P. Secret', 'dispatcher:D. Centralist'])
      await ask('success', 'rule-out', id, '--reason', 'not-found', '--note', 'J. Doe again', '--as', as);
    for (const text of ['P. Secret', 'D. Centralist', 'J. Doe'])
      expect(await filesHolding(cwd, text)).toEqual([]);
    expect((await ask('audit', 'who')).stdout).not.toMatch(/Secret|Centralist|Doe/);
  });

  it('says in the refusal itself where it cannot be recorded', async () => {
    const { cwd, ask, id } = await started();
    for (const name of await readdir(cwd))
      if (name.includes('.refusals.')) await writeFile(join(cwd, name), 'something else');
    const before = await readFile(join(cwd, 'burgernet.refusals.db'), 'utf8');
    const end = await ask('action', 'end', id, '--reason', 'found', '--as', 'police-team:P', '--json');
    expect(end.status).toBe(1);
    expect(JSON.parse(end.stderr)).toMatchObject({
      error: {
        code: 'RoleNotAllowed',
        message: expect.stringContaining('That it was refused could not be recorded:'),
        details: { unrecorded: 'StoreUnusable' },
      },
    });
    expect(await readFile(join(cwd, 'burgernet.refusals.db'), 'utf8')).toBe(before);
    expect((await ask('audit', 'who')).status).toBe(3);
  });
});

describe('on the store of the demo', () => {
  const there = demoFolder();

  it('all of it was recorded by the system, out of tables', async () => {
    const { stdout } = await burgernet({ cwd: there.folder }, 'audit', 'who', '--json');
    const { actors, system, position } = JSON.parse(stdout);
    expect(actors).toEqual([]);
    expect(system).toMatchObject([{ role: 'system', events: position, imported: position }]);
  });
});

import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteVault } from '@burgernet/adapters';
import { fromEpoch, type Instant, yearsLater } from '@burgernet/domain';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { filesHolding } from '../../support/bytes-of.js';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { aText } from '../../support/vaulted.js';
import { burgernet, command, type Ended } from './burgernet.js';

const coordinator = ['--as', 'coordinator:R. Coordinator'];
const dieAt = new URL('../../support/die-at.mjs', import.meta.url);
const commandId = '6f1ed002-ab5c-4f6e-9d5b-1f0c2f3e4a5b';

/** A folder with an action whose message the vault keeps, and the reference of it. */
const withMessage = async () => {
  const cwd = await temporaryFolder();
  const call = (...args: ReadonlyArray<string>): Promise<Ended> =>
    burgernet({ cwd }, '--lang', 'en', ...args);
  const started = await call(
    ...['action', 'start', '--region', 'midden-nederland', '--channels', 'app', '--minutes', '60'],
    ...['--message', 'Look out for J. Doe.', '--as', 'dispatcher:D. Centralist', '--json'],
  );
  const [event] = JSON.parse(started.stdout).events;
  const reference = String(event.data.messageReference);
  return { cwd, call, reference, event };
};

const now = (): Instant => fromEpoch(Date.now());

/** Puts a text into the vault of a folder that was kept so many years ago. */
const keepOld = async (cwd: string, text: string, years: number): Promise<string> => {
  const vault = await done(openSqliteVault(join(cwd, 'burgernet.vault.db'), { mode: 'write' }));
  const kept = aText(text, { keptSince: yearsLater(now(), -years) });
  await done(vault.keep(kept));
  await vault.close();
  return kept.reference;
};

describe('burgernet vault show', () => {
  it('shows a text after it recorded who reads it, when and why', async () => {
    const { call, reference, event } = await withMessage();
    expect((await call('vault', 'access')).stdout).toBe('Nobody has read anything in the vault yet.\n');
    const shown = await call('vault', 'show', reference.slice(0, 8), '--reason', 'success', ...coordinator);
    expect(shown).toMatchObject({ status: 0, stdout: 'Look out for J. Doe.\n' });
    expect(shown.stderr).toMatch(/^Kept since .* \(message\)[.] This reading was recorded[.]\n$/);
    const json = await call(
      ...['vault', 'show', reference, '--reason', 'accountability', '--json', ...coordinator],
    );
    expect(JSON.parse(json.stdout)).toEqual({
      reference,
      kind: 'message',
      place: { eventId: event.eventId, stream: event.stream, field: 'messageReference' },
      keptSince: event.recordedAt,
      text: 'Look out for J. Doe.',
    });
    const { accesses } = JSON.parse((await call('vault', 'access', '--json')).stdout);
    expect(accesses).toMatchObject([
      { role: 'coordinator', reason: 'success', reference, kind: 'message' },
      { role: 'coordinator', reason: 'accountability', reference, kind: 'message' },
    ]);
    // The name of who read it is itself kept in the vault, and read in the same way.
    const who = accesses[0].actorId;
    expect((await call('vault', 'show', who, '--reason', 'accountability', ...coordinator)).stdout).toBe(
      'R. Coordinator\n',
    );
    expect((await call('vault', 'access')).stdout.trim().split('\n')).toHaveLength(3);
  });

  it('refuses who may not read, asks for a reason, and then records nothing', async () => {
    const { call, reference } = await withMessage();
    const show = ['vault', 'show', reference];
    expect(await call(...show, ...coordinator)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Say why with --reason'),
    });
    expect(await call(...show, '--reason', 'curiosity', ...coordinator)).toMatchObject({ status: 2 });
    for (const as of [[], ['--as', 'municipality:GM0344']])
      expect(await call(...show, '--reason', 'success', ...as)).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringContaining('may read what the vault keeps'),
      });
    expect(await call('vault', 'show', 'ffffffff', '--reason', 'success', ...coordinator)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('keeps nothing under reference ffffffff'),
    });
    expect(JSON.parse((await call('vault', 'access', '--json')).stdout)).toEqual({ accesses: [] });
  });

  it('makes nothing where there is no vault', async () => {
    const cwd = await temporaryFolder();
    for (const args of [
      ['show', commandId, '--reason', 'success'],
      ['forget', commandId, '--reason', 'request'],
      ['access'],
      ['retention'],
    ])
      expect(
        await burgernet({ cwd }, '--lang', 'en', 'vault', ...args, ...(args[1] ? coordinator : [])),
      ).toMatchObject({
        status: 3,
        stdout: '',
        stderr: expect.stringContaining('There is no vault in burgernet.vault.db yet'),
      });
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('burgernet vault forget', () => {
  it('leaves nothing of the text in any file, and the log says that it is gone', async () => {
    const { cwd, call, reference } = await withMessage();
    const forget = ['vault', 'forget', reference, '--reason', 'request', ...coordinator, '--id', commandId];
    const first = JSON.parse((await call(...forget, '--json')).stdout);
    expect(first).toMatchObject({
      reference,
      commandId,
      repeated: false,
      stream: `burgernet.vault-${reference}`,
    });
    const again = await call(...forget, '--json');
    expect([again.status, JSON.parse(again.stdout)]).toEqual([0, { ...first, repeated: true }]);
    expect(await filesHolding(cwd, 'J. Doe', 'Look out')).toEqual([]);
    const log = (await call('export')).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.at(-1)).toMatchObject({
      eventId: first.events[0],
      type: 'PersonalDataForgotten',
      data: { what: 'message', reason: { code: 'request' } },
    });
    expect(await call('vault', 'show', reference, '--reason', 'success', ...coordinator)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('was forgotten at'),
    });
    expect(await call('vault', 'forget', reference, '--reason', 'error', ...coordinator)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nothing of it is left to forget'),
    });
    expect((await call('check')).status).toBe(0);
  });

  it.each([
    ['before it deleted anything', 'COMMIT'],
    ['before it wiped', 'VACUUM'],
    ['before it told the log', 'UPDATE vault SET wiping = 0'],
  ])('is finished by the same command where a process died %s', async (_, statement) => {
    const { cwd, call, reference } = await withMessage();
    const forget = ['vault', 'forget', reference, '--reason', 'request', '--id', commandId, ...coordinator];
    const env = { NODE_OPTIONS: `--import ${dieAt.href}`, DIE_AT: statement };
    expect(await burgernet({ cwd, env }, ...forget)).toMatchObject({ status: null, stdout: '' });
    expect((await call('export')).stdout).not.toContain('PersonalDataForgotten');
    expect((await call(...forget)).status).toBe(0);
    expect((await call('export')).stdout.match(/PersonalDataForgotten/g)).toHaveLength(1);
    expect(await filesHolding(cwd, 'J. Doe', 'Look out')).toEqual([]);
    expect(await call('vault', 'show', reference, '--reason', 'success', ...coordinator)).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  it('is left to a coordinator, and forgets nothing otherwise', async () => {
    const { call, reference } = await withMessage();
    for (const as of [[], ['--as', 'dispatcher:D. Centralist']])
      expect(await call('vault', 'forget', reference, '--reason', 'request', ...as)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('--as coordinator:NAME'),
      });
    expect(await call('vault', 'forget', reference, '--reason', 'retention', '--as', 'system')).toMatchObject(
      { status: 1, stderr: expect.stringContaining('This may be kept until') },
    );
    const shown = await call('vault', 'show', reference, '--reason', 'success', ...coordinator);
    expect(shown.stdout).toBe('Look out for J. Doe.\n');
  });

  it('is not a line of an import, which could not destroy anything', async () => {
    const { cwd, call, reference } = await withMessage();
    await writeFile(
      join(cwd, 'lines.ndjson'),
      `${JSON.stringify({
        command: 'ForgetPersonalData',
        vault: reference,
        as: 'coordinator:R. Coordinator',
        recordedAt: now(),
        data: { what: 'message', keptSince: now(), reason: { code: 'request' } },
      })}\n`,
    );
    expect((await call('import', 'lines.ndjson')).status).toBe(2);
  });
});

describe('burgernet vault retention', () => {
  it('shows what it would destroy, destroys it, and finds nothing more then', async () => {
    const { cwd, call } = await withMessage();
    const old = await keepOld(cwd, 'Seen long ago.', 11);
    const hidden = await keepOld(cwd, 'Seen some time ago.', 6);
    const planned = JSON.parse((await call('vault', 'retention', '--dry-run', '--json')).stdout);
    expect(planned).toMatchObject({
      dryRun: true,
      destroyed: [{ reference: old }],
      outOfSight: [{ reference: hidden }],
      told: [],
    });
    expect(await call('vault', 'show', hidden, '--reason', 'success', ...coordinator)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('out of sight since'),
    });
    const complaint = ['--reason', 'complaint', ...coordinator];
    expect((await call('vault', 'show', hidden, ...complaint)).stdout).toBe('Seen some time ago.\n');
    expect(await call('vault', 'show', old, ...complaint)).toMatchObject({ status: 1, stdout: '' });
    const ran = await call('vault', 'retention');
    expect(ran.stdout).toMatch(
      new RegExp(`^Destroyed:\n${old}  response, time for keeping over at .*\nOut of sight, .*: 1[.]\n$`),
    );
    expect((await call('vault', 'retention')).stdout).toMatch(/^Nothing in the vault has been kept longer/);
    expect((await call('export')).stdout.match(/PersonalDataForgotten/g)).toHaveLength(1);
  });

  it('runs by the clock until it is interrupted', async () => {
    const { cwd, call } = await withMessage();
    await keepOld(cwd, 'Seen long ago.', 11);
    const child = spawn(process.execPath, [command, 'vault', 'retention', '--every', '1s', '--json'], {
      cwd,
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const waiting = { timeout: 30_000, interval: 20 };
    await vi.waitFor(() => expect(stdout.trim().split('\n')).toHaveLength(1), waiting);
    await vi.waitFor(() => expect(stdout).toContain('\n'), waiting);
    await keepOld(cwd, 'Seen even longer ago.', 12);
    await vi.waitFor(() => expect(stdout.trim().split('\n')).toHaveLength(2), waiting);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(await call('vault', 'retention', '--as', 'coordinator:R. Coordinator')).toMatchObject({
      status: 1,
    });
  });
});

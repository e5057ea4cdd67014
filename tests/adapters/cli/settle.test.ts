import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc, uuid } from '../../support/log.js';
import { start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { put } from './put.js';

const coordinator = ['--as', 'coordinator:R. Coordinator'];
const ended = (of: number): Said => ({
  of,
  at: '2021-05-14T18:50',
  event: { type: 'ActionEnded', data: { endedAt: utc('2021-05-14T18:50'), reason: { code: 'other' } } },
});

/** Three ended actions that wait for a verdict. */
const withWaiting = async () => {
  const cwd = await temporaryFolder();
  await put(cwd, log(...[1, 2, 3].flatMap((of) => [start(of), ended(of)])));
  return {
    cwd,
    settle: (lines: ReadonlyArray<object | string>, ...args: ReadonlyArray<string>) =>
      burgernet(
        {
          cwd,
          input: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
        },
        ...['success', 'settle', '-', ...coordinator, ...args],
      ),
    exported: async () => (await burgernet({ cwd }, 'export')).stdout,
  };
};

const found = { command: 'MarkSuccess', action: uuid(1), line: '112', foundAt: '2021-05-15T07' };
const notFound = { command: 'RuleOutSuccess', action: uuid(2), reason: 'not-found' };

describe('success settle', () => {
  it('marks and rules out several at once, and says what they moved together', async () => {
    const { settle } = await withWaiting();
    const { status, stdout } = await settle([found, '', notFound]);
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^-:1: Success .* marked: line 112, found 2021-05-15 07:00 \(in that hour\) → found after the run time[.]$/,
      ),
      '-:3: Success ruled out (not found).',
      'Recorded: 2; given before: 0.',
      'All successes that are known 2021: 0 → 1 of 3, 33.3 %; portal unchanged',
      'Late successes 2021: 0 → 1 of 3, 33.3 %',
      'Found after the run time 2021: 0 → 1 of 3, 33.3 %',
      'Actions awaiting a verdict 2021: 3 → 1 of 3, 33.3 %',
      'Thanks still due 2021: 0 → 1',
      '',
    ]);
  });

  it('changes nothing when the same lines are given again, and takes what is new among them', async () => {
    const { settle, exported } = await withWaiting();
    await settle([found]);
    const before = await exported();
    const again = await settle([found], '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ recorded: 0, repeated: 1, figures: [] });
    expect(await exported()).toBe(before);
    expect(JSON.parse((await settle([found, notFound], '--json')).stdout)).toMatchObject({
      recorded: 1,
      repeated: 1,
      refused: [],
      commands: [
        { at: '-:1', repeated: true },
        { at: '-:2', repeated: false, command: 'RuleOutSuccess' },
      ],
    });
  });

  it('looks at every line first: where one is refused nothing is written, and each reason has its line', async () => {
    const { settle, exported, cwd } = await withWaiting();
    const before = await exported();
    const { status, stdout } = await settle([found, { ...notFound, action: uuid(9) }]);
    expect([status, stdout]).toEqual([
      1,
      '-:2: refused. There is no such action; start it first.\nNothing was recorded: 1 of 2 refused. Correct them and give all of them again.\n',
    ]);
    expect(await exported()).toBe(before);
    expect(await readdir(cwd)).not.toContain('burgernet.vault.db');
  });

  it.each<readonly [string, object | string, RegExp]>([
    ['no JSON', '{"command":', /not JSON/],
    ['no object', '[]', /no JSON object/],
    ['a field twice', '{"command":"MarkSuccess","command":"MarkSuccess"}', /twice/],
    ['another command', { ...found, command: 'StartAction' }, /one of MarkSuccess, RuleOutSuccess/],
    ['a field that there is not', { ...found, lines: '112' }, /no field "lines"; line may be meant/],
    ['a value that is no text', { ...found, line: 112 }, /"line" is no text/],
    ['a code with a typo', { ...found, line: '1122' }, /112 may be meant/],
    ['a moment that cannot be', { ...found, foundAt: '2021-02-30' }, /2021-02-30/],
    ['no action', { command: 'RuleOutSuccess', reason: 'not-found' }, /names no action/],
    ['an id that is none', { ...found, id: '7' }, /UUID/],
    ['a role that there is not', { ...found, as: 'mayor:x' }, /dispatcher/],
  ])('ends with 2 where a line has %s, and writes nothing', async (_, line, says) => {
    const { settle, exported } = await withWaiting();
    const before = await exported();
    const { status, stdout } = await settle([notFound, line]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^-:2: refused[.] /);
    expect(stdout).toMatch(says);
    expect(await exported()).toBe(before);
  });

  it('refuses an action that stands in two lines, also under the beginning of its id', async () => {
    const { settle } = await withWaiting();
    const begun = { ...notFound, action: uuid(1).slice(0, -1) };
    expect((await settle([found, begun])).stdout).toMatch(/-:2: refused[.] More than one action/);
    expect((await settle([found, { ...notFound, action: uuid(1) }])).stdout).toMatch(
      /-:2: refused[.] The same action stands in -:1 too/,
    );
    const id = '6f1ed002-ab5c-4f6e-9d5b-1f0c2f3e4a5b';
    const copied = await settle([
      { ...found, id },
      { ...notFound, id },
    ]);
    expect(copied.status).toBe(1);
    expect(copied.stdout).toContain(
      '-:2: refused. The id of this command stands in -:1 too, for something else; give each command an id of its own.\nNothing was recorded',
    );
  });

  it('keeps names and texts out of the log, and out of what its ids derive from', async () => {
    const [one, two] = [await withWaiting(), await withWaiting()];
    await one.settle([{ ...found, evidence: 'Seen by J. Doe.', as: 'coordinator:A' }]);
    await two.settle([{ ...found, evidence: 'Another text.', as: 'coordinator:B' }]);
    const [first, second] = [await one.exported(), await two.exported()];
    expect(first).not.toContain('Doe');
    const ids = (text: string) =>
      text.match(/(?<="(?:commandId|eventId|evidenceReference)":")[0-9a-f-]{36}/g);
    expect(ids(first)).toEqual(ids(second));
  });

  it('reads a file, shows with --dry-run what it would do, and names a file that is not there', async () => {
    const { cwd, exported } = await withWaiting();
    const before = await exported();
    await writeFile(join(cwd, 'found.ndjson'), `${JSON.stringify(found)}\n`);
    const tried = await burgernet({ cwd }, 'success', 'settle', 'found.ndjson', '--dry-run', ...coordinator);
    expect(tried.stdout).toContain('found.ndjson:1: Success');
    expect(tried.stdout).toContain('Nothing was written. To be recorded: 1; given before: 0.');
    expect(tried.stdout).toContain('All successes that are known 2021: 0 → 1 of 3');
    expect(await exported()).toBe(before);
    const absent = await burgernet({ cwd }, 'success', 'settle', 'lost.ndjson');
    expect(absent).toMatchObject({ status: 1, stderr: expect.stringContaining('lost.ndjson') });
    const empty = await burgernet({ cwd }, 'success', 'settle', '-');
    expect(empty).toMatchObject({ status: 2, stderr: expect.stringContaining('no line') });
    const withId = await burgernet({ cwd }, 'success', 'settle', '-', '--id', uuid(7));
    expect(withId).toMatchObject({ status: 2, stderr: expect.stringContaining('--id') });
  });
});

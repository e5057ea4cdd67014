import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { demoFolder } from '../adapters/cli/demo-store.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { withoutChanging } from './changing.js';
import { type Block, blocksOf, fileOf, pages, textOf } from './markdown.js';
import { filesIn, type Line, linesIn } from './shell-lines.js';

/** Pages of which every command is given here; the others say of each block where it is run, or why it is not. */
const isRun = ({ language, mark }: Block): boolean =>
  (language === 'sh' || language === 'console') && !/^(?:not run|run by)/.test(mark);

const runnable = pages
  .map((page) => ({ page, text: textOf(page), blocks: blocksOf(textOf(page)).filter(isRun) }))
  .filter(({ blocks }) => blocks.length > 0);

interface Shown {
  readonly status: number;
  readonly shown: string;
}

const runLines = (cwd: string, lines: ReadonlyArray<Line>): Promise<ReadonlyArray<Shown>> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('run-lines.mjs', import.meta.url));
    const env = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'] };
    const child = spawn(process.execPath, [script], { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('error', reject);
    child.on('close', () =>
      resolve(
        printed
          .split('\n')
          .filter(Boolean)
          .map((one) => JSON.parse(one)),
      ),
    );
    child.stdin.end(
      lines.map(({ words: [, ...words], into }) => `${JSON.stringify({ words, into })}\n`).join(''),
    );
  });

const scripts = async (): Promise<ReadonlyArray<string>> => {
  const described: { scripts: object } = JSON.parse(await readFile(fileOf('package.json'), 'utf8'));
  return Object.keys(described.scripts);
};

/** The script of the repository that a line runs; those are run by themselves. */
const scriptOf = ({ words: [program, script, name] }: Line): string | undefined =>
  program !== 'npm' ? undefined : script === 'run' ? name : script;

describe('the commands that a page shows', () => {
  const demo = demoFolder();

  it.each(runnable)('in $page do what it says, one after the other', async ({ text, blocks }) => {
    const cwd = await temporaryFolder();
    if (text.includes('<!-- starts with the demo store -->')) await cp(demo.folder, cwd, { recursive: true });
    for (const { name, content } of blocks.flatMap(filesIn)) await writeFile(join(cwd, name), content);

    const lines = blocks.flatMap((block) =>
      linesIn(block).map((line) => ({ ...line, status: block.mark.startsWith('is refused') ? 1 : 0 })),
    );
    const named = lines.flatMap((line) => scriptOf(line) ?? []);
    expect(await scripts()).toEqual(expect.arrayContaining(named));

    const given = lines.filter((line) => scriptOf(line) === undefined);
    expect(given.filter(({ words: [name] }) => name !== 'burgernet')).toEqual([]);
    const ended = await runLines(cwd, given);
    expect(
      ended.map(({ status, shown }, at) => [
        given[at]?.line,
        status,
        status === given[at]?.status ? '' : shown,
      ]),
    ).toEqual(given.map(({ line, status }) => [line, status, '']));
    const transcript = (shown: (line: Line, at: number) => string): string =>
      given
        .map((line, at) => (line.shows === undefined ? '' : `$ ${line.line}\n${shown(line, at)}`))
        .join('');
    expect(withoutChanging(transcript((_, at) => ended[at]?.shown ?? ''))).toBe(
      withoutChanging(transcript(({ shows = '' }) => shows)),
    );
  });
});

describe('what is shown and not run here', () => {
  const marked = pages.flatMap((page) => blocksOf(textOf(page)).map((block) => ({ page, ...block })));

  it('is little, and says why', () => {
    const notRun = marked.filter(({ mark }) => mark.startsWith('not run'));
    expect(notRun.filter(({ mark }) => !/^not run: .{10,}$/.test(mark))).toEqual([]);
    expect(notRun.length).toBeLessThan(10);
  });

  it('is run by the test that it names', async () => {
    for (const { page, mark } of marked.filter((block) => block.mark.startsWith('run by'))) {
      const test = mark.replace('run by ', '');
      expect([page, test, existsSync(fileOf(test))]).toEqual([page, test, true]);
      expect(await readFile(fileOf(test), 'utf8')).toContain(page.split('/').at(-1));
    }
  });
});

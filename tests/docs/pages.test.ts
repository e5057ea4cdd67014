import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoFolder } from '../adapters/cli/demo-store.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { type Block, blocksOf, fileOf, pages, textOf } from './markdown.js';
import { runLines } from './run-lines.js';
import { filesIn, type Line, linesIn } from './shell-lines.js';
import { withTranscripts } from './transcript.js';

/** Pages of which every command is given here; the others say of each block where it is run, or why it is not. */
const isRun = ({ language, mark }: Block): boolean =>
  (language === 'sh' || language === 'console') && !/^(?:not run|run by)/.test(mark);

const runnable = pages
  .map((page) => ({ page, text: textOf(page), blocks: blocksOf(textOf(page)).filter(isRun) }))
  .filter(({ blocks }) => blocks.length > 0);

const scripts = async (): Promise<ReadonlyArray<string>> => {
  const described: { scripts: object } = JSON.parse(await readFile(fileOf('package.json'), 'utf8'));
  return Object.keys(described.scripts);
};

/** The script of the repository that a line runs; those are run by themselves. */
const scriptOf = ({ words: [program, script, name] }: Line): string | undefined =>
  program !== 'npm' ? undefined : script === 'run' ? name : script;

describe('the commands that a page shows', () => {
  const demo = demoFolder();

  it.each(runnable)('in $page do what it says, one after the other', async ({ page, text, blocks }) => {
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
    const told = given.map(({ line, shows }, at) => ({ line, shows, shown: ended[at]?.shown ?? '' }));
    await expect(withTranscripts(text, told)).toMatchFileSnapshot(fileOf(page));
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

import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { commandGroups, commandLines } from '../../../packages/adapters/src/cli/commands.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';

/** One sentence, and no trace of the code behind it. */
const oneSentence = /^[^\n]+[.]\n$/;

describe('wrong usage', () => {
  it.each([
    ['an unknown option', ['figure', 'actions', '--yaer', '2021'], /--year/],
    ['an option without its value', ['figure', 'actions', '--year'], /--year/],
    ['a year before 1900', ['figure', 'actions', '--year', '1899'], /1900/],
    ['a year after 2999', ['figure', 'actions', '--year', '3000'], /2999/],
    ['a year that is none', ['figure', 'actions', '--year', 'last'], /last/],
    ['a month that does not exist', ['figure', 'actions', '--month', '13'], /13/],
    ['a day that does not exist', ['figure', 'actions', '--as-of', '2021-02-30'], /2021-02-30/],
    [
      'a moment that the clock skips in Amsterdam',
      ['figure', 'actions', '--as-of', '2021-03-28T02:30'],
      /2021-03-28T02:30/,
    ],
    [
      'a moment that the clock shows twice in Amsterdam',
      ['figure', 'actions', '--as-of', '2021-10-31T02:30'],
      /\+02:00/,
    ],
    [
      'two references at once',
      ['figure', 'actions', '--as-of', '2021-12-31', '--at-position', '1'],
      /--at-position/,
    ],
    ['a position that is none', ['figure', 'actions', '--at-position', '-1'], /-1/],
    ['a store of an unknown kind', ['figure', 'actions', '--store', 'redis:x'], /sqlite:/],
    ['a language that it does not speak', ['figure', 'actions', '--lang', 'fr'], /--lang nl/],
    ['a role that does not exist', ['figure', 'actions', '--as', 'mayor:Jan'], /dispatcher/],
    ['an id that is no UUID', ['figure', 'actions', '--id', '7'], /UUID/],
    ['a figure without a name', ['figure'], /NAME/],
    ['more arguments than there are', ['board', 'now'], /--help/],
    ['no command', [], /--help/],
    ['an unknown command', ['figur'], /figure/],
    ['a command like none that there is', ['zzz'], /^There is no command "zzz"; burgernet --help /],
  ])('is %s: a sentence and status 2', async (_, args, says) => {
    const cwd = await temporaryFolder();
    const { status, stdout, stderr } = await burgernet({ cwd }, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toMatch(says);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('is an error in JSON on standard error where JSON is asked, wherever that option stands', async () => {
    const cwd = await temporaryFolder();
    for (const args of [
      ['--json', 'figure', 'actions', '--year', '1'],
      ['figure', 'actions', '--year', '1', '--json'],
    ]) {
      const { status, stdout, stderr } = await burgernet({ cwd }, ...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(JSON.parse(stderr)).toEqual({
        error: { code: 'NotAYear', message: expect.stringContaining('"1"'), details: { given: '1' } },
      });
    }
  });

  it('is said in the language that is asked, else that of the locale, else English', async () => {
    const cwd = await temporaryFolder();
    const said = async (args: ReadonlyArray<string>, env: Readonly<Record<string, string>>) =>
      (await burgernet({ cwd, env }, 'figur', ...args)).stderr;
    const dutch = /Er is geen opdracht/;
    const english = /There is no command/;
    expect(await said([], {})).toMatch(english);
    expect(await said([], { LANG: 'nl_NL.UTF-8' })).toMatch(dutch);
    expect(await said([], { LANG: 'nl_NL.UTF-8', LC_ALL: 'C' })).toMatch(english);
    expect(await said([], { LANG: 'de_DE.UTF-8', LC_MESSAGES: 'nl_BE' })).toMatch(dutch);
    expect(await said(['--lang', 'en'], { LANG: 'nl_NL.UTF-8' })).toMatch(english);
    expect(await said(['--lang=nl'], {})).toMatch(dutch);
  });
});

describe('help', () => {
  it('says of every group of commands what it is', async () => {
    const groups = commandLines.flatMap(({ name }) =>
      name.includes(' ') ? name.split(' ').slice(0, 1) : [],
    );
    expect(Object.keys(commandGroups).toSorted()).toEqual([...new Set(groups)].toSorted());
    const cwd = await temporaryFolder();
    const { stdout } = await burgernet({ cwd }, 'definition', '--help', '--lang', 'nl');
    expect(stdout).toContain('\n\nwat cijfers tellen, en hoe\n\n');
  });

  it('lists every command, in the language asked', async () => {
    const cwd = await temporaryFolder();
    const english = await burgernet({ cwd }, '--help');
    const dutch = await burgernet({ cwd }, '--help', '--lang', 'nl');
    expect([english.status, dutch.status, english.stderr, dutch.stderr]).toEqual([0, 0, '', '']);
    for (const name of ['figure', 'board', 'check'])
      expect([english.stdout, dutch.stdout]).toEqual([
        expect.stringContaining(`\n  ${name}`),
        expect.stringContaining(`\n  ${name}`),
      ]);
    expect(dutch.stdout).toContain('Opdrachten:');
  });

  it.each([[[]], [['import']], [['report']], [['figure']]])(
    'of burgernet %s has no English word in Dutch for what is to be filled in',
    async (args) => {
      const cwd = await temporaryFolder();
      const placeholders = async (lang: string): Promise<ReadonlyArray<string>> => {
        const { stdout } = await burgernet({ cwd }, ...args, '--help', '--lang', lang);
        return [...new Set(stdout.match(/<[a-z:]+>|\[[a-z.]+\]/g))];
      };
      const [english, dutch] = [await placeholders('en'), await placeholders('nl')];
      expect(dutch).toHaveLength(english.length);
      const inBoth = ['<url>', '<uuid>', '<code>', '<n>'];
      expect(dutch.filter((word) => english.includes(word) && !inBoth.includes(word))).toEqual([]);
    },
  );

  it('calls an argument that is missing by the same word', async () => {
    const cwd = await temporaryFolder();
    const { stderr } = await burgernet({ cwd }, 'figure', '--lang', 'nl');
    expect(stderr).toMatch(/^Het argument NAAM ontbreekt/);
  });
});

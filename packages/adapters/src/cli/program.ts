import { readFileSync } from 'node:fs';
import { both, Role, type Sentence } from '@burgernet/domain';
import { Command, CommanderError } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import type { CommandLine, CommandOption } from './command-line.js';
import type { Failure } from './failure.js';
import type { Given } from './given.js';
import { defaultStore } from './global-options.js';
import { calledIn, titleIn } from './help-words.js';
import type { Language } from './language.js';
import { type Known, usageFailure } from './usage-failure.js';

/** A command that was called, with what was given to it. */
export interface Called {
  readonly command: CommandLine;
  readonly given: Given;
  readonly names: ReadonlyArray<string>;
}

/** What every command can be told, in the order in which help shows it. */
export const globalOptions: ReadonlyArray<CommandOption> = [
  {
    flags: '--store <url>',
    says: both(
      `the store, sqlite:FILE (default ${defaultStore}, or BURGERNET_STORE)`,
      `de opslag, sqlite:BESTAND (standaard ${defaultStore}, of BURGERNET_STORE)`,
    ),
  },
  {
    flags: '--lang <language>',
    says: both('nl or en (default: the locale)', 'nl of en (standaard: de landinstelling)'),
  },
  {
    flags: '--json',
    says: both('one JSON value on standard output', 'één JSON-waarde op standaarduitvoer'),
  },
  { flags: '--quiet', says: both('no messages', 'geen meldingen') },
  {
    flags: '--as <role:name>',
    says: both(
      `who acts (or BURGERNET_AS); roles: ${Role.values.join(', ')}`,
      `wie handelt (of BURGERNET_AS); rollen: ${Role.values.join(', ')}`,
    ),
  },
  {
    flags: '--id <uuid>',
    says: both(
      "the command's id; a repeat changes nothing",
      'het id van de opdracht; herhalen verandert niets',
    ),
  },
  { flags: '--debug', says: both('errors with their details', 'fouten met hun details') },
];

const helpText = both('show this help', 'toon deze hulp');
const versionText = both('show the version', 'toon de versie');
const summary = both(
  'Burgernet figures from an event history: what the portal said, and what is known now.',
  'Burgernet-cijfers uit een geschiedenis van gebeurtenissen: wat het portaal zei, en wat nu bekend is.',
);

const version = (): string => {
  const described: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof described === 'object' && described !== null && 'version' in described
    ? String(described.version)
    : '';
};

const longNames = (options: ReadonlyArray<CommandOption>): ReadonlyArray<string> =>
  options.flatMap(({ flags }) => /--[a-z-]+/.exec(flags)?.[0] ?? []);

/** What there is to choose from where the command line goes wrong: a command, or what stands in a group. */
const knownTo = (args: ReadonlyArray<string>, commands: ReadonlyArray<CommandLine>): Known => {
  const words = args.filter((arg) => !arg.startsWith('-'));
  const called = commands.find(({ name }) => name.split(' ').every((word) => words.includes(word)));
  const group = commands
    .map(({ name }) => name.split(' '))
    .find(([name = '', inGroup]) => inGroup !== undefined && words.includes(name))?.[0];
  const inGroup = commands.filter(({ name }) => group !== undefined && name.startsWith(`${group} `));
  return {
    called: group === undefined ? 'burgernet' : `burgernet ${group}`,
    commands: (inGroup.length > 0 ? inGroup : commands).map(({ name }) => name),
    options: longNames([...(called?.options ?? []), ...globalOptions]),
  };
};

/**
 * Reads the command line.
 *
 * @param args what stands behind the command's name
 * @param commands every command there is
 * @param groups what is said of the first word of those that have two
 * @returns the command that is called; `undefined` where help or the version was asked and shown
 */
export const parseCommandLine = (
  args: ReadonlyArray<string>,
  commands: ReadonlyArray<CommandLine>,
  groups: Readonly<Record<string, Sentence>>,
  language: Language,
): E.Either<Failure, Called | undefined> => {
  const say = (sentence: Sentence): string => sentence[language];
  let called: Called | undefined;
  const program = new Command('burgernet')
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: Math.min(process.stdout.columns ?? 80, 100),
      styleTitle: (title) => titleIn(language, title),
      styleUsage: (usage) => calledIn(language, usage),
      styleOptionTerm: (term) => calledIn(language, term),
      styleSubcommandTerm: (term) => calledIn(language, term),
    })
    .description(say(summary))
    .version(version(), '-V, --version', say(versionText))
    .helpOption('-h, --help', say(helpText))
    .helpCommand('help [command]', say(helpText));
  for (const { flags, says } of globalOptions) program.option(flags, say(says));
  const groupOf = (name: string): Command => {
    const known = program.commands.find((command) => command.name() === name);
    if (known !== undefined) return known;
    return program
      .command(name)
      .description(say(groups[name] ?? both('', '')))
      .helpOption('-h, --help', say(helpText))
      .helpCommand('help [command]', say(helpText));
  };
  for (const command of commands) {
    const [name = '', inGroup] = command.name.split(' ');
    const sub = inGroup === undefined ? program.command(name) : groupOf(name).command(inGroup);
    sub.description(say(command.says)).helpOption('-h, --help', say(helpText));
    if (command.takes !== undefined) sub.arguments(command.takes);
    for (const { flags, says } of command.options) sub.option(flags, say(says));
    sub.action(() => {
      called = { command, given: sub.optsWithGlobals<Given>(), names: sub.args };
    });
  }
  try {
    program.parse([...args], { from: 'user' });
    return E.right(called);
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return E.right(undefined);
    return E.left(usageFailure(thrown, knownTo(args, commands)));
  }
};

import type { CommandLine, CommandOption } from '../../../packages/adapters/src/cli/command-line.js';
import { commandGroups, commandLines } from '../../../packages/adapters/src/cli/commands.js';
import { globalOptions } from '../../../packages/adapters/src/cli/program.js';
import { table } from './table.js';

const optionsOf = (options: ReadonlyArray<CommandOption>): ReadonlyArray<string> =>
  table(
    ['option', ''],
    options.map(({ flags, says }) => [`\`${flags}\``, says.en]),
  ).map((row) => row.replaceAll(/`[^`]+`/g, (code) => code.replaceAll('&lt;', '<')));

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const commandOf = ({ name, takes, says, options }: CommandLine): ReadonlyArray<string> => [
  `### ${name}`,
  '',
  ...(takes === undefined ? [] : [`\`burgernet ${name} ${takes}\``, '']),
  sentence(says.en),
  '',
  ...(options.length === 0 ? [] : [...optionsOf(options), '']),
];

const groupNames = [...new Set(commandLines.map(({ name }) => name.split(' ')[0] ?? ''))];

const groupOf = (group: string): ReadonlyArray<string> => {
  const those = commandLines.filter(({ name }) => name.split(' ')[0] === group);
  const says = commandGroups[group]?.en;
  return [
    `## burgernet ${group}`,
    '',
    ...(says === undefined ? [] : [sentence(says), '']),
    ...those.flatMap((line) => (line.name === group ? commandOf(line).slice(2) : commandOf(line))),
  ];
};

/** The reference page of the command, made from what its help is made of. */
export const commandPage = (): string =>
  `${[
    '# The command',
    '',
    '<!-- Made by npm run docs:renew from the command itself; do not edit. -->',
    '',
    '`burgernet COMMAND --help` says the same, in Dutch with `--lang nl`. `<...>` is to be filled in, `[...]` may be left out.',
    '',
    '## Exit status',
    '',
    ...table(
      ['status', 'means', 'whose turn it is'],
      [
        ['0', 'done', ''],
        [
          '1',
          'refused, not found, or a check that failed: the question was good and the answer is no',
          'whoever asked',
        ],
        ['2', 'wrong usage, or input that does not parse', 'whoever wrote the command or the input'],
        [
          '3',
          'the store, or what stands beside it, cannot be reached or is damaged',
          'whoever keeps the store',
        ],
      ],
    ),
    '',
    'An error is one sentence on standard error that says what is wrong and what to do. With `--json` it is',
    '`{"error": {"code", "message", "details"}}`, also on standard error; then standard output holds one JSON value and',
    'nothing else. Where lines of an import are refused the others are taken, and the status tells of those that were not.',
    '',
    '## Options of every command',
    '',
    ...optionsOf(globalOptions),
    '',
    ...groupNames.flatMap(groupOf),
  ]
    .join('\n')
    .trimEnd()}\n`;

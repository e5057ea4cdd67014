import { both, type Sentence } from '@burgernet/domain';
import type { CommanderError } from 'commander';
import { type Failure, usage } from './failure.js';
import { placeholderIn } from './help-words.js';
import { nearest, nearestNames } from './nearest.js';

/** What there is to choose from, for whoever mistyped. */
export interface Known {
  /** what was called, so far: `burgernet`, or `burgernet action` */
  readonly called: string;
  readonly commands: ReadonlyArray<string>;
  /** long options of the command that was called, and of all */
  readonly options: ReadonlyArray<string>;
}

/** The first name that commander quotes in its message. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

/** The beginning of a clause about the nearest name; empty where there is none. */
const mayBeMeant = ([near]: ReadonlyArray<string>): Sentence =>
  near === undefined ? both('', '') : both(`${near} may be meant, and `, `misschien is ${near} bedoeld, en `);

/** What commander found wrong with the command line, in our words and in both languages. */
export const usageFailure = (error: CommanderError, known: Known): Failure => {
  const given = quoted(error.message);
  switch (error.code) {
    case 'commander.unknownCommand': {
      // Of a command that stands in a group, its own word is what somebody mistypes.
      const near = nearest(given, known.commands, (name) => [name, name.split(' ').at(-1) ?? name]);
      return usage(
        'UnknownCommand',
        `There is no command "${given}"; ${mayBeMeant(near).en}${known.called} --help lists them all.`,
        `Er is geen opdracht "${given}"; ${mayBeMeant(near).nl}${known.called} --help noemt ze alle.`,
        { given, nearest: near },
      );
    }
    case 'commander.unknownOption': {
      const near = nearestNames(given, known.options);
      return usage(
        'UnknownOption',
        `There is no option ${given} here; ${mayBeMeant(near).en}--help lists them all.`,
        `Er is hier geen optie ${given}; ${mayBeMeant(near).nl}--help noemt ze alle.`,
        { given, nearest: near },
      );
    }
    case 'commander.optionMissingArgument':
      return usage(
        'OptionWithoutValue',
        `The option ${given} needs a value; give one behind it.`,
        `De optie ${given} vraagt een waarde; zet die erachter.`,
        { option: given },
      );
    case 'commander.missingArgument':
      return usage(
        'MissingArgument',
        `The argument ${given.toUpperCase()} is missing; --help shows how the command is called.`,
        `Het argument ${placeholderIn('nl', given).toUpperCase()} ontbreekt; --help toont hoe de opdracht wordt aangeroepen.`,
        { argument: given },
      );
    case 'commander.excessArguments':
      return usage(
        'TooManyArguments',
        'There are more arguments than the command takes; --help shows how it is called.',
        'Er zijn meer argumenten dan de opdracht aanneemt; --help toont hoe zij wordt aangeroepen.',
      );
    case 'commander.help':
      return usage(
        'NoCommand',
        `No command was given; ${known.called} --help lists them all.`,
        `Er is geen opdracht gegeven; ${known.called} --help noemt ze alle.`,
        { commands: known.commands },
      );
    default:
      return usage(
        'WrongUsage',
        `The command line cannot be read (${error.message}); --help shows how the command is called.`,
        `De opdrachtregel is niet te lezen (${error.message}); --help toont hoe de opdracht wordt aangeroepen.`,
      );
  }
};

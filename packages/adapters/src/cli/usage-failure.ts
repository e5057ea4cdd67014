import type { CommanderError } from 'commander';
import { type Failure, usage } from './failure.js';
import { meant, nearestNames } from './nearest.js';

/** What there is to choose from, for whoever mistyped. */
export interface Known {
  readonly commands: ReadonlyArray<string>;
  /** long options of the command that was called, and of all */
  readonly options: ReadonlyArray<string>;
}

/** The first name that commander quotes in its message. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

/** What commander found wrong with the command line, in our words and in both languages. */
export const usageFailure = (error: CommanderError, known: Known): Failure => {
  const given = quoted(error.message);
  switch (error.code) {
    case 'commander.unknownCommand': {
      const near = nearestNames(given, known.commands);
      return usage(
        'UnknownCommand',
        `There is no command "${given}"; the nearest is ${near[0]}, and burgernet --help lists them all.`,
        `Er is geen opdracht "${given}"; het dichtst erbij is ${near[0]}, en burgernet --help noemt ze alle.`,
        { given, nearest: near },
      );
    }
    case 'commander.unknownOption': {
      const near = meant(given, known.options);
      return usage(
        'UnknownOption',
        `There is no option ${given} here; ${near === undefined ? '' : `${near} may be meant, and `}--help lists them all.`,
        `Er is hier geen optie ${given}; ${near === undefined ? '' : `misschien is ${near} bedoeld, en `}--help noemt ze alle.`,
        { given, ...(near === undefined ? {} : { nearest: [near] }) },
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
        `Het argument ${given.toUpperCase()} ontbreekt; --help toont hoe de opdracht wordt aangeroepen.`,
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
        'No command was given; burgernet --help lists them all.',
        'Er is geen opdracht gegeven; burgernet --help noemt ze alle.',
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

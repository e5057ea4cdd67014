import { fromEpoch } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { KeptDamage } from '../kept-models/kept-damage.js';
import { commandGroups, commandLines } from './commands.js';
import { type Failure, failureOf } from './failure.js';
import { type GlobalOptions, readGlobalOptions } from './global-options.js';
import { interruptionOf } from './interruption.js';
import { languageNamed, languageOfLocale } from './language.js';
import { parseCommandLine } from './program.js';
import { terminalOf } from './terminal.js';

/** How an error is shown: what must be known also where the command line itself is wrong. */
type Manner = Pick<GlobalOptions, 'language' | 'json' | 'debug'>;

/** The manner as far as a command line that cannot be read tells it. */
const mannerOf = (args: ReadonlyArray<string>, environment: NodeJS.ProcessEnv): Manner => {
  const at = args.lastIndexOf('--lang');
  const named = at < 0 ? args.find((arg) => arg.startsWith('--lang='))?.slice(7) : args[at + 1];
  return {
    language: languageNamed(named ?? '') ?? languageOfLocale(environment),
    json: args.includes('--json'),
    debug: args.includes('--debug'),
  };
};

/** A failure as a person or a program reads it. */
const shown = ({ code, text, details }: Failure, { language, json, debug }: Manner): string => {
  if (json) return JSON.stringify({ error: { code, message: text[language], details } });
  return debug ? `${text[language]}\n${JSON.stringify({ code, details }, null, 2)}` : text[language];
};

/** An exception is a bug of ours: it is said so, and shown to whoever looks for it. */
const bug = (thrown: unknown, debug: boolean): Failure => {
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    status: 1,
    code: 'Bug',
    text: {
      en: `Something went wrong inside burgernet (${what}); run it again with --debug and report what it says.`,
      nl: `Er ging iets mis in burgernet (${what}); voer het nog eens uit met --debug en meld wat er staat.`,
    },
    details: debug && thrown instanceof Error ? { stack: thrown.stack } : {},
  };
};

/**
 * Runs one command line and gives its exit status.
 *
 * @param args what stands behind `burgernet`
 */
export const run = async (args: ReadonlyArray<string>, process: NodeJS.Process): Promise<number> => {
  let manner = mannerOf(args, process.env);
  const fail = (failure: Failure): number => {
    process.stderr.write(`${shown(failure, manner)}\n`);
    return failure.status;
  };
  try {
    const parsed = parseCommandLine(args, commandLines, commandGroups, manner.language);
    if (E.isLeft(parsed)) return fail(parsed.left);
    if (parsed.right === undefined) return 0;
    const { command, given, names } = parsed.right;
    const options = readGlobalOptions(given, process.env);
    if (E.isLeft(options)) return fail(options.left);
    manner = options.right;
    const terminal = terminalOf(process, options.right);
    const carryOut = await command.load();
    const done = await carryOut(
      {
        options: options.right,
        terminal,
        now: () => fromEpoch(Date.now()),
        stdin: process.stdin,
        interruption: () => interruptionOf(process),
      },
      given,
      names,
    )();
    terminal.done();
    return E.isLeft(done) ? fail(done.left) : done.right;
  } catch (thrown) {
    return fail(thrown instanceof KeptDamage ? failureOf(3)(thrown) : bug(thrown, manner.debug));
  }
};

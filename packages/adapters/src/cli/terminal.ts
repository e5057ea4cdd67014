import type { Sentence } from '@burgernet/domain';
import type { GlobalOptions } from './global-options.js';

/** Where a command writes. */
export interface Terminal {
  /** Writes to standard output, and waits where its reader is slower. */
  readonly print: (text: string) => Promise<void>;
  /** Says something on standard error, unless it is to be quiet. */
  readonly note: (sentence: Sentence) => void;
  /** Shows how far a long work is, to a person at a terminal and to nobody else. */
  readonly progress: (sentence: Sentence) => void;
  /** Takes the progress away again. */
  readonly done: () => void;
}

const clearLine = '\r\u001b[K';

/** The terminal of a process. */
export const terminalOf = (
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  { quiet, language }: Pick<GlobalOptions, 'quiet' | 'language'>,
): Terminal => {
  let isShowing = false;
  const done = (): void => {
    if (isShowing) stderr.write(clearLine);
    isShowing = false;
  };
  return {
    print: (text) =>
      new Promise((resolve) => {
        done();
        if (stdout.write(text)) resolve();
        else stdout.once('drain', () => resolve());
      }),
    note: (sentence) => {
      done();
      if (!quiet) stderr.write(`${sentence[language]}\n`);
    },
    progress: (sentence) => {
      if (quiet || stderr.isTTY !== true) return;
      stderr.write(`${clearLine}${sentence[language]}`);
      isShowing = true;
    },
    done,
  };
};

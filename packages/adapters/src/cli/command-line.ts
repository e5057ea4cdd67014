import { both, type Sentence } from '@burgernet/domain';
import type { Run } from './context.js';

/** An option of one command. */
export interface CommandOption {
  /** as commander writes it, such as `--year <year>` */
  readonly flags: string;
  readonly says: Sentence;
}

/** A command of `burgernet`: how it is called, what help says of it, and what it does. */
export interface CommandLine {
  readonly name: string;
  /** as commander writes them, such as `[files...]` */
  readonly takes?: string;
  readonly says: Sentence;
  readonly options: ReadonlyArray<CommandOption>;
  /** its module is loaded only when the command is called: a figure needs no plots */
  readonly load: () => Promise<Run>;
}

/** An option with what help says of it. @param flags as commander writes them */
export const option = (flags: string, en: string, nl: string): CommandOption => ({
  flags,
  says: both(en, nl),
});

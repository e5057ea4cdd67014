import type { Instant } from '@burgernet/domain';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from './failure.js';
import type { Given } from './given.js';
import type { GlobalOptions } from './global-options.js';
import type { Terminal } from './terminal.js';

/** What a command has at hand. */
export interface Context {
  readonly options: GlobalOptions;
  readonly terminal: Terminal;
  readonly now: () => Instant;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** asks to be told when the command is to end; who asked ends by itself, until it lets go */
  readonly interruption: () => { readonly signal: AbortSignal; readonly letGo: () => void };
}

/**
 * The exit status of a command that did what was asked: 1 where a check found something or lines of an
 * import were refused, 2 where lines did not parse.
 */
export type Done = 0 | 1 | 2;

/** What a command does with its arguments and options. */
export type Run = (
  context: Context,
  given: Given,
  names: ReadonlyArray<string>,
) => TE.TaskEither<Failure, Done>;

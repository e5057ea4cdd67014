import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { CommandError, CommandOutcome, CommandRequest } from '../commands/command-request.js';
import { linkTo } from './correlation.js';
import { spanned, tagOf } from './spanned.js';

/** Not answers to the command, but trouble with the store. */
const failures = new Set(['OutcomeUnknown', 'StoreUnavailable', 'StoreUnusable', 'StoreAbsent']);

/**
 * Runs a command within a span that says which command it is, on which kind of stream, and what came of it:
 * `done`, `repeated`, or the tag of the refusal. Nothing of what the command says is in it.
 */
export const tracedCommand = (
  { kind, type, commandId, correlationId = commandId }: CommandRequest,
  run: TE.TaskEither<CommandError, CommandOutcome>,
): TE.TaskEither<CommandError, CommandOutcome> =>
  spanned<CommandError, CommandOutcome>({
    name: 'burgernet.command',
    describe: (span) => {
      if (correlationId !== undefined) linkTo(span, [correlationId]);
      return { 'burgernet.command': type, 'burgernet.stream_kind': kind };
    },
    outcome: (result) => {
      const tag = tagOf(result, ({ repeated }) => (repeated ? 'repeated' : 'done'));
      return {
        attributes: { 'burgernet.outcome': tag },
        ...(failures.has(tag) ? { failed: tag } : {}),
      };
    },
  })(run);

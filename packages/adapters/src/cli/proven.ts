import type { AsOf, ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import type { Task } from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { readKeptCheckpoints } from '../audit/kept-checkpoints/checkpoints-file.js';
import type { Checkpoint } from '../audit/note/checkpoint.js';
import { type Proven, provenBy } from '../audit/proven/proven.js';
import { type AuditFiles, auditFilesOf } from './audit/audit-files.js';
import type { Context } from './context.js';
import type { Failure } from './failure.js';

/** The checkpoints that were kept; none, with a note, where they cannot be read. */
const checkpointsOr =
  (terminal: Context['terminal']) =>
  ({ checkpoints }: AuditFiles): Task<ReadonlyArray<Checkpoint>> =>
    pipe(
      readKeptCheckpoints(checkpoints),
      TE.getOrElse((fault): Task<ReadonlyArray<Checkpoint>> => {
        terminal.note(fault.text);
        return async () => [];
      }),
    );

/**
 * How far an answer as known then is proven; of one as known now nothing is said. Checkpoints that cannot be read
 * prove nothing, which is a note: the answer is what it is.
 */
export const provenOf = (
  context: Pick<Context, 'options' | 'terminal'>,
  asOf: AsOf,
  models: ReadModels,
): TE.TaskEither<Failure, { readonly proven?: Proven }> =>
  asOf === 'latest'
    ? TE.right({})
    : pipe(
        TE.fromEither(auditFilesOf(context.options.store)),
        TE.chainTaskK(checkpointsOr(context.terminal)),
        TE.map((checkpoints) => ({ proven: provenBy(checkpoints, asOf, models) })),
      );

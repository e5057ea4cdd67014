import type { Instant, Region } from '@burgernet/domain';
import { currentDefinitions, isWhen } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import { AuditedLog } from '../../internal-audit/audited-log.js';
import {
  type CheckpointOfYear,
  checkpointOf,
  withoutCheckpoint,
} from '../../internal-audit/checkpoints-of-year.js';
import type { InternalAudit } from '../../internal-audit/internal-audit.js';
import type { AccessRecord } from '../../vault/port.js';
import { checkedLog } from '../checked-log.js';
import { restatedOf } from '../commands/restate.js';
import type { Context } from '../context.js';
import type { Failure } from '../failure.js';
import { findingWords, remarkWords } from '../finding-words.js';
import { type Span, yearSpan } from '../period.js';
import { regionOr } from '../question.js';
import { withStore } from '../reading.js';
import { keptRefusals } from '../recorded-refusals.js';
import { accessRecords } from '../vault/access.js';
import { auditFilesOf } from './audit-files.js';
import { keptCheckpoints, treeOf } from './signing.js';
import { refusedWhen } from './who.js';

/** What an internal audit is asked about. */
export interface AuditQuestion {
  readonly year: number;
  readonly region: Region | undefined;
  /** what came later is left out */
  readonly asOf: Instant;
}

/** The checkpoints of a period, held against the log as it is now. Where there are none, nothing is hashed for it. */
const checkpointsOf = (
  context: Context,
  store: EventStore,
  span: Span,
): TE.TaskEither<Failure, ReadonlyArray<CheckpointOfYear>> =>
  pipe(
    TE.fromEither(auditFilesOf(context.options.store)),
    TE.bindTo('files'),
    TE.bind('kept', ({ files }) => keptCheckpoints(files)),
    TE.chain(({ files, kept }) => {
      const made = kept.filter(({ madeAt }) => isWhen(madeAt, span));
      return made.length === 0
        ? TE.right([])
        : pipe(
            treeOf(context, store, files),
            TE.map((log) => {
              const checkpoints = made.map((checkpoint) => checkpointOf(checkpoint, log.tree));
              log.close();
              return checkpoints;
            }),
          );
    }),
  );

/** Every reading of the vault; `null` where there is no vault. */
const accessesOf = (context: Context): TE.TaskEither<Failure, ReadonlyArray<AccessRecord> | null> =>
  pipe(
    accessRecords(context),
    TE.orElse(
      (failure): TE.TaskEither<Failure, ReadonlyArray<AccessRecord> | null> =>
        failure.code === 'VaultAbsent' ? TE.right(null) : TE.left(failure),
    ),
  );

/** Reads all that the internal audit of a year shows. */
export const readAudit = (
  context: Context,
  { year, region: asked, asOf }: AuditQuestion,
): TE.TaskEither<Failure, InternalAudit> => {
  const { from, to: end } = yearSpan(year);
  const span = { from, to: asOf < end ? asOf : end };
  return pipe(
    withStore(context, 'read', (store) =>
      pipe(
        checkedLog(context, store, new AuditedLog(span)),
        TE.bindTo('log'),
        TE.bind('checkpoints', () => checkpointsOf(context, store, span)),
      ),
    ),
    TE.bind('refusals', () => keptRefusals(context)),
    TE.bind('accesses', () => accessesOf(context)),
    TE.map(({ log: { projection, remarks }, checkpoints, refusals, accesses }): InternalAudit => {
      const { models } = projection.check;
      const region = regionOr(asked, models);
      const moments = { from: { registered: end }, to: { registered: asOf } };
      return {
        year,
        region: region ?? null,
        asOf,
        position: projection.position,
        recorders: projection.who.recorders(),
        unreadable: projection.who.unreadable,
        refusals: { since: refusals?.since ?? null, refused: refusedWhen(refusals, span) },
        checkpoints,
        withoutCheckpoint: withoutCheckpoint(
          year,
          checkpoints.map(({ madeAt }) => madeAt),
          asOf,
        ),
        restated:
          asOf < end ? null : restatedOf(currentDefinitions, moments, { models, query: { year }, region }),
        accesses: accesses?.filter(({ at }) => isWhen(at, span)) ?? null,
        forgotten: projection.forgotten,
        findings: [...projection.check.findings().map(findingWords), ...remarks.map(remarkWords)],
      };
    }),
  );
};

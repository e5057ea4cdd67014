import { both } from '@burgernet/domain';
import type { AsOf } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type WriteBundleError, writeBundle } from '../../audit/bundle/write-bundle.js';
import { certifyAll } from '../../audit/certificate/certify-all.js';
import { isStoreError } from '../../event-store/store-error.js';
import { count } from '../../report/numbers.js';
import type { Done, Run } from '../context.js';
import { type Failure, failureOf } from '../failure.js';
import { text } from '../given.js';
import { readAsOf } from '../question.js';
import { readModelsOf, withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';
import { auditFilesOf } from './audit-files.js';
import { checkpointOver, keptCheckpoints, keyOf } from './signing.js';

const exportFailure =
  (url: string) =>
  (error: WriteBundleError): Failure => {
    if (isStoreError(error)) return storeFailure(url)(error);
    const isOfKeeper = error.tag === 'CheckpointsUnusable' || error.tag === 'CheckpointDamaged';
    return failureOf(isOfKeeper ? 3 : 1)(error);
  };

/**
 * `burgernet audit export FOLDER`: a bundle that an auditor verifies alone: every event, all checkpoints and
 * the certificates of all figures as known now, and as known on a date that is asked.
 */
export const auditExport: Run = (context, given, [folder = '']) =>
  withStore(context, 'read', (store) =>
    pipe(
      TE.Do,
      TE.bind('asOf', () => TE.fromEither(readAsOf(text(given, 'asOf'), undefined))),
      TE.bind('files', () => TE.fromEither(auditFilesOf(context.options.store))),
      TE.bind('key', ({ files }) => keyOf(context, files)),
      // Before the log is read: one that somebody makes meanwhile may be over more events than were read.
      TE.bind('kept', ({ files }) => keptCheckpoints(files)),
      // A certificate names places in the log, so they must be those of all events that there were.
      TE.bind('models', () => readModelsOf(context, store, { asOf: { logged: 0 } })),
      TE.chain(({ asOf, files, key, models, kept }) => {
        const events = models.position;
        const moments: ReadonlyArray<AsOf> = asOf === 'latest' ? ['latest'] : [asOf, 'latest'];
        return pipe(
          writeBundle(folder, {
            store,
            key,
            earlier: kept.filter(({ head }) => head.size !== BigInt(events)),
            events,
            last: (root) =>
              pipe(
                checkpointOver(context, files, key, events, () => root),
                TE.map(({ checkpoint }) => checkpoint),
              ),
            certificates: (root) => certifyAll(models, root, moments),
            onProgress: (events) =>
              context.terminal.progress(
                both(
                  `${count(events, 'en')} events written`,
                  `${count(events, 'nl')} gebeurtenissen geschreven`,
                ),
              ),
          }),
          TE.mapLeft(exportFailure(context.options.store)),
        );
      }),
      TE.chainTaskK((manifest) => async (): Promise<Done> => {
        const { terminal, options } = context;
        const { events, checkpoints, certificates } = {
          ...manifest,
          certificates: manifest.files.filter(({ path }) => path.startsWith('certificates/')).length,
        };
        const said = both(
          `The bundle in ${folder} is written (events: ${count(events, 'en')}, checkpoints: ${checkpoints.length}, certificates: ${certificates}); burgernet audit verify ${folder} verifies it.`,
          `De bundel in ${folder} is geschreven (gebeurtenissen: ${count(events, 'nl')}, controlepunten: ${checkpoints.length}, certificaten: ${certificates}); burgernet audit verify ${folder} controleert hem.`,
        );
        await terminal.print(
          options.json
            ? `${JSON.stringify({ folder, events, checkpoints, certificates })}\n`
            : `${said[options.language]}\n`,
        );
        return 0;
      }),
    ),
  );

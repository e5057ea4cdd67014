import { type Instant, retentionStage } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { derivedId } from '../commands/event-id.js';
import { systemActor } from '../commands/system-actor.js';
import { decideToForget, type ForgetDeps, type ForgetError, forgettingOf, tellAll } from './forget-text.js';
import type { Forgetting, KeptText, Vault, VaultError } from './port.js';

/** What the law's times come to for what a vault keeps, at one moment. */
export interface Retention {
  /** kept so long that it is to be destroyed, the longest first */
  readonly over: ReadonlyArray<KeptText>;
  /** out of sight: nobody reads it but to answer a complaint or to account for it */
  readonly outOfSight: ReadonlyArray<KeptText>;
  /** forgotten, and not known to stand in the log yet */
  readonly untold: ReadonlyArray<Forgetting>;
}

/** Looks at what is kept and changes nothing (domain: "Personal data"). */
export const lookAtRetention = (vault: Vault, now: Instant): TE.TaskEither<VaultError, Retention> =>
  pipe(
    TE.Do,
    TE.bind('kept', () => vault.kept),
    TE.bind('untold', () => vault.unsettled),
    TE.map(({ kept, untold }) => {
      const at = (stage: ReturnType<typeof retentionStage>) =>
        kept.filter(({ keptSince }) => retentionStage(keptSince, now) === stage);
      return { over: at('over'), outOfSight: at('out-of-sight'), untold };
    }),
  );

/** The command by which a text is forgotten when its time is over: the same one whoever runs the clock, and when. */
const whenOver =
  (now: Instant) =>
  (text: KeptText): Forgetting =>
    forgettingOf(text, systemActor, {
      reason: 'retention',
      recordedAt: now,
      commandId: derivedId(`retention/${text.reference}`),
    });

/**
 * The policy by which personal data goes when its time is over: destroys all of it, tells the log, and tells
 * it of what was forgotten before and not told. It may be run time and again, by any number of processes: what
 * is gone is gone once.
 *
 * @returns what it found and did
 */
export const runRetention =
  (deps: ForgetDeps) =>
  (now: Instant): TE.TaskEither<ForgetError, Retention> =>
    pipe(
      lookAtRetention(deps.vault, now),
      TE.bindTo('found'),
      TE.let('these', ({ found }) => found.over.map(whenOver(now))),
      TE.chainFirstW(({ these }) => pipe(these, TE.traverseSeqArray(decideToForget(deps)))),
      TE.chainFirstW(({ these }) => deps.vault.forget(these)),
      TE.chainFirstW(() => tellAll(deps)),
      TE.map(({ found }) => found),
    );

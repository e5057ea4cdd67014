import { both, destroyFrom, domainRegistry, local, outOfSightFrom, type Sentence } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { count } from '../../report/numbers.js';
import type { KeptText } from '../../vault/port.js';
import { lookAtRetention, type Retention, runRetention } from '../../vault/retention.js';
import { actsAsSystem } from '../acts-as-system.js';
import type { Context, Done, Run } from '../context.js';
import { readEvery, untilInterrupted } from '../every.js';
import { type Failure, optional } from '../failure.js';
import { text } from '../given.js';
import { newId } from '../new-id.js';
import { withStore } from '../reading.js';
import { vaultFailure, withKeptVault } from '../with-vault.js';
import { failureOfVault } from './vault-failure.js';

const words = {
  nothing: both(
    'Nothing in the vault has been kept longer than it may.',
    'In de kluis wordt niets langer bewaard dan mag.',
  ),
  would: both('To be destroyed:', 'Te vernietigen:'),
  did: both('Destroyed:', 'Vernietigd:'),
  until: both('time for keeping over at', 'bewaartijd voorbij op'),
};

const outOfSight = (texts: ReadonlyArray<KeptText>): Sentence =>
  both(
    `Out of sight, read only for complaints and accountability: ${count(texts.length, 'en')}.`,
    `Uit het zicht, alleen te lezen voor klachten en verantwoording: ${count(texts.length, 'nl')}.`,
  );
const toTell = (texts: number): Sentence =>
  both(
    `Forgotten before, of which the log tells now: ${count(texts, 'en')}.`,
    `Eerder vergeten, waarvan het log nu vertelt: ${count(texts, 'nl')}.`,
  );

const json = ({ over, outOfSight: hidden, untold }: Retention, isDryRun: boolean) => ({
  dryRun: isDryRun,
  destroyed: over.map(({ reference, kind, keptSince }) => ({
    reference,
    kind,
    keptSince,
    destroyFrom: destroyFrom(keptSince),
  })),
  outOfSight: hidden.map(({ reference, kind, keptSince }) => ({
    reference,
    kind,
    keptSince,
    outOfSightFrom: outOfSightFrom(keptSince),
  })),
  told: untold.map(({ reference }) => reference),
});

const print = ({ options, terminal }: Context, found: Retention, isDryRun: boolean): Promise<void> => {
  const { language } = options;
  const { over, outOfSight: hidden, untold } = found;
  const lineOf = ({ reference, kind, keptSince }: KeptText): string =>
    `${reference}  ${kind}, ${words.until[language]} ${local(destroyFrom(keptSince))}`;
  const lines = [
    ...(over.length === 0
      ? [words.nothing[language]]
      : [(isDryRun ? words.would : words.did)[language], ...over.map(lineOf)]),
    ...(hidden.length === 0 ? [] : [outOfSight(hidden)[language]]),
    ...(untold.length === 0 ? [] : [toTell(untold.length)[language]]),
  ];
  return terminal.print(
    options.json ? `${JSON.stringify(json(found, isDryRun))}\n` : `${lines.join('\n')}\n`,
  );
};

/** One run of the clock. Where there is nothing to do, the store is not opened. */
const pass = (context: Context, isDryRun: boolean): TE.TaskEither<Failure, Retention> =>
  withKeptVault(context, isDryRun ? 'read' : 'write', (vault) =>
    pipe(
      lookAtRetention(vault, context.now()),
      TE.mapLeft(vaultFailure),
      TE.chain((found) =>
        isDryRun || found.over.length + found.untold.length === 0
          ? TE.right(found)
          : withStore(context, 'write', (store) =>
              pipe(
                runRetention({ store, vault, registry: domainRegistry(), newId })(context.now()),
                TE.mapLeft(failureOfVault(context.options.store)),
              ),
            ),
      ),
    ),
  );

/** Says what a run did, where it did something. */
const quietly = (context: Context): TE.TaskEither<Failure, void> =>
  pipe(
    pass(context, false),
    TE.chainTaskK((found) => async (): Promise<void> => {
      if (found.over.length + found.untold.length > 0) await print(context, found, false);
    }),
  );

/**
 * `burgernet vault retention`: destroys what has been kept as long as it may, once or time and again; any
 * number of processes may do so.
 */
export const vaultRetention: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('every', () => TE.fromEither(optional(text(given, 'every'), readEvery))),
    TE.chainFirst(() => TE.fromEither(actsAsSystem('vault retention', context.options))),
    TE.chain(({ every }): TE.TaskEither<Failure, Done> => {
      const isDryRun = given['dryRun'] === true;
      if (every !== undefined && !isDryRun) return untilInterrupted(context, every, quietly);
      return pipe(
        pass(context, isDryRun),
        TE.chainTaskK((found) => () => print(context, found, isDryRun)),
        TE.map((): Done => 0),
      );
    }),
  );

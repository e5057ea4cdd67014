import { Uuid } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Vault } from '../../vault/port.js';
import { refuseReference } from '../../vault/vault-rejection.js';
import { type Failure, failureOf, refusal } from '../failure.js';
import { vaultFailure } from '../with-vault.js';

/** How many candidates are named. */
const most = 5;

/**
 * The reference that a unique beginning names. A whole one is taken as it is: whether something is kept
 * under it the vault says, and one that was forgotten is only named whole.
 */
export const referenceOf = (vault: Vault, given: string): TE.TaskEither<Failure, Uuid> => {
  const start = given.toLowerCase();
  if (Uuid.is(start)) return TE.right(start);
  return pipe(
    vault.kept,
    TE.mapLeft(vaultFailure),
    TE.chain((kept) => {
      const ids = kept.map(({ reference }) => reference).filter((id) => id.startsWith(start));
      const [first, second] = ids;
      if (first === undefined || !Uuid.is(first))
        return TE.left(failureOf(1)(refuseReference('NothingKept', { reference: given })));
      if (second === undefined) return TE.right(first);
      const candidates = ids.slice(0, most);
      return TE.left(
        refusal(
          'AmbiguousId',
          `More than one reference of the vault begins with "${given}"; give more of it: ${candidates.join(', ')}.`,
          `Meer dan één verwijzing van de kluis begint met "${given}"; geef er meer van: ${candidates.join(', ')}.`,
          { given, candidates },
        ),
      );
    }),
  );
};

import { both, type Instant, type StreamKind } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { NamedActor } from '../commands/named-actor.js';
import { systemActor } from '../commands/system-actor.js';
import type { StoreError } from '../event-store/port.js';
import { parseStoreUrl } from '../event-store/store-url.js';
import type { KeptRefusals, RefusalRecord, Refusals } from '../refusals/port.js';
import { refusalsFileOfStore } from '../refusals/refusals-file.js';
import { openSqliteRefusals } from '../refusals/sqlite-refusals.js';
import type { Mode } from '../sqlite/format.js';
import type { Context } from './context.js';
import { type Failure, failureOf } from './failure.js';
import { storeFailure } from './store-failure.js';
import { vaultFailure, withKeptVault } from './with-vault.js';

type Recording = Pick<Context, 'options' | 'now'>;

/** Uses the record of refusals beside the store and closes it again; `undefined` where there is none to read. */
const withRefusals = <A>(
  { options, now }: Recording,
  mode: Mode,
  use: (refusals: Refusals) => TE.TaskEither<StoreError, A>,
): TE.TaskEither<Failure, A | undefined> =>
  pipe(
    TE.fromEither(parseStoreUrl(options.store)),
    TE.mapLeft(storeFailure(options.store)),
    TE.chain((address) =>
      pipe(
        openSqliteRefusals(refusalsFileOfStore(address), { mode, now }),
        TE.chain(
          (refusals) => (): Promise<Awaited<ReturnType<ReturnType<typeof use>>>> =>
            use(refusals)().finally(refusals.close),
        ),
        TE.orElse(
          (error): TE.TaskEither<StoreError, A | undefined> =>
            error.tag === 'StoreAbsent' ? TE.right(undefined) : TE.left(error),
        ),
        TE.mapLeft(failureOf(3)),
      ),
    ),
  );

/** What was refused on the store; `undefined` where nothing says so yet. */
export const keptRefusals = (context: Recording): TE.TaskEither<Failure, KeptRefusals | undefined> =>
  withRefusals(context, 'read', ({ all }) => all);

/** Begins to record what is refused, where that was not done yet: before the first command, so that none is missed. */
export const beginRefusals = (context: Recording): TE.TaskEither<Failure, void> =>
  pipe(
    withRefusals(context, 'read', () => TE.right(true)),
    TE.chain((isThere) =>
      isThere === true ? TE.right(undefined) : withRefusals(context, 'write', () => TE.right(undefined)),
    ),
  );

/** The id of who acts, where the vault has one. Whose name it does not have, gets none for being refused. */
const actorIdOf = (context: Recording, { role, name }: NamedActor): TE.TaskEither<Failure, string | null> =>
  name === undefined
    ? TE.right(systemActor.id)
    : pipe(
        withKeptVault(context, 'read', (vault) =>
          pipe(vault.knownActor(role, name), TE.mapLeft(vaultFailure)),
        ),
        TE.map((id) => id ?? null),
        TE.orElse((failure) => (failure.code === 'VaultAbsent' ? TE.right(null) : TE.left(failure))),
      );

/** What somebody asked that may be refused. */
export interface Attempted {
  readonly by: NamedActor;
  readonly command: string;
  readonly kind: StreamKind;
  readonly id: string;
}

const recordOf = (
  at: Instant,
  { by, command, kind, id }: Attempted,
  { code: rule }: Failure,
  actorId: string | null,
): RefusalRecord => ({
  at,
  role: by.role,
  actorId,
  municipality: by.role === 'municipality' ? by.name : null,
  command,
  kind,
  id,
  rule,
});

const unrecorded = (refused: Failure, why: Failure): Failure => ({
  ...refused,
  text: both(
    `${refused.text.en} That it was refused could not be recorded: ${why.text.en}`,
    `${refused.text.nl} Dat het geweigerd is, kon niet worden vastgelegd: ${why.text.nl}`,
  ),
  details: { ...refused.details, unrecorded: why.code },
});

/**
 * Records it where a rule refuses something, and lets the refusal stand. Wrong usage and a store that cannot
 * be reached are none: nothing was decided.
 */
export const recordingRefusal =
  (context: Recording, attempted: Attempted) =>
  <A>(work: TE.TaskEither<Failure, A>): TE.TaskEither<Failure, A> =>
    pipe(
      work,
      TE.orElse((failure) =>
        failure.status !== 1
          ? TE.left(failure)
          : pipe(
              actorIdOf(context, attempted.by),
              TE.chain((actorId) =>
                withRefusals(context, 'write', ({ record }) =>
                  record(recordOf(context.now(), attempted, failure, actorId)),
                ),
              ),
              TE.mapLeft((why) => unrecorded(failure, why)),
              TE.chain(() => TE.left(failure)),
            ),
      ),
    );

import { type Instant, plus } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { isStorable } from '../sqlite/text.js';
import type { MasterKey } from './master-key.js';
import type { AccessRecord, Forgetting, Known, TextToKeep, Vault, VaultError } from './port.js';
import { openText, sealText } from './sealed-text.js';
import { closed, doesNotOpen, otherText, unstorable, wasForgotten } from './vault-error.js';
import type { VaultAccess, VaultTables } from './vault-tables.js';

const day = 86_400_000;

type Result<A> = E.Either<VaultError, A>;

/** The text under a reference; `undefined` where there is none. */
const opened = (
  master: MasterKey,
  { textUnder }: VaultTables,
  reference: string,
): Result<string | undefined> => {
  const kept = textUnder(reference);
  return kept === undefined
    ? E.right(undefined)
    : E.fromNullable(doesNotOpen(reference))(openText(master, kept));
};

/** Puts a text under a reference that is free or has this very text. */
const put = (master: MasterKey, tables: VaultTables, text: TextToKeep): Result<void> => {
  const { reference } = text;
  if (tables.forgettingOf(reference) !== undefined) return E.left(wasForgotten(reference));
  return pipe(
    opened(master, tables, reference),
    E.chain((kept) => {
      if (kept === undefined) tables.putText(sealText(master, text));
      return kept === undefined || kept === text.text ? E.right(undefined) : E.left(otherText(reference));
    }),
  );
};

const putActor = (
  master: MasterKey,
  tables: VaultTables,
  role: string,
  name: string,
  at: Instant,
  fresh: () => string,
): Result<string> => {
  const mark = master.nameMark(role, name);
  const known = tables.actorMarked(mark);
  if (known !== undefined) {
    tables.keepSince(known, at);
    return E.right(known);
  }
  const reference = fresh();
  const place = { eventId: null, stream: null, field: 'name' };
  return pipe(
    put(master, tables, { reference, kind: 'name', place, keptSince: at, text: name }),
    E.map(() => {
      tables.putActor(mark, reference);
      return reference;
    }),
  );
};

/** Who acts, where nothing has to be written for it: known, and acted this very day. */
const actedToday = (
  { actorMarked, textUnder }: VaultTables,
  mark: string,
  at: Instant,
): string | undefined => {
  const known = actorMarked(mark);
  const keptSince = known === undefined ? undefined : textUnder(known)?.text.keptSince;
  return keptSince !== undefined && at < plus(keptSince, day) ? known : undefined;
};

const aboutOf = ({ textUnder, forgettingOf }: VaultTables, reference: string): Known | undefined => {
  const forgetting = forgettingOf(reference);
  if (forgetting !== undefined) return { tag: 'forgotten', forgetting };
  const kept = textUnder(reference);
  if (kept === undefined) return undefined;
  const { kind, place, keptSince } = kept.text;
  return { tag: 'kept', text: { reference, kind, place, keptSince } };
};

/** Records the reading of a text that opens, and gives it. */
const consulted = (
  master: MasterKey,
  tables: VaultTables,
  access: Omit<AccessRecord, 'kind'>,
): Result<string | undefined> =>
  pipe(
    opened(master, tables, access.reference),
    E.map((text) => {
      const kept = tables.textUnder(access.reference);
      if (kept !== undefined) tables.putAccess({ ...access, kind: kept.text.kind });
      return text;
    }),
  );

const forgetAll = (tables: VaultTables, these: ReadonlyArray<Forgetting>): void => {
  for (const forgetting of these) {
    const { reference, data } = forgetting;
    const kept = tables.textUnder(reference);
    if (kept === undefined) continue;
    // Somebody acted under this name again since its time was found to be over.
    if (data.reason.code === 'retention' && kept.text.keptSince !== data.keptSince) continue;
    tables.putForgetting(forgetting);
    tables.dropText(reference);
  }
};

/** Makes a vault of tables in this process. */
export const embeddedVault = (master: MasterKey, given: VaultAccess): Vault => {
  // Let go of when closed: an SQLite file stays open until its statements are garbage.
  let access: VaultAccess | undefined = given;
  const whileOpen = async <A>(ask: (access: VaultAccess) => Result<A>): Promise<Result<A>> =>
    access === undefined ? E.left(closed) : ask(access);
  const read =
    <A>(work: (tables: VaultTables) => A) =>
    () =>
      whileOpen(({ reading }) => reading(work));

  return {
    keep: (text) => () =>
      whileOpen(({ writing }) =>
        isStorable(text.reference) && text.text.isWellFormed()
          ? E.flatten(writing((tables) => put(master, tables, text)))
          : E.left(unstorable),
      ),
    actor: (role, name, at, fresh) => () =>
      whileOpen(({ reading, writing }) => {
        if (![role, name].every((one) => one.isWellFormed())) return E.left(unstorable);
        // Nearly always known: then nobody needs to wait for the right to write.
        const known = reading((tables) => actedToday(tables, master.nameMark(role, name), at));
        if (E.isLeft(known)) return known;
        return known.right === undefined
          ? E.flatten(writing((tables) => putActor(master, tables, role, name, at, fresh)))
          : E.right(known.right);
      }),
    knownActor: (role, name) => read(({ actorMarked }) => actorMarked(master.nameMark(role, name))),
    about: (reference) => read((tables) => aboutOf(tables, reference)),
    consult: (record) => () =>
      whileOpen(({ writing }) => E.flatten(writing((tables) => consulted(master, tables, record)))),
    kept: read(({ texts }) => texts()),
    accesses: read(({ accesses }) => accesses()),
    forget: (these) => () =>
      whileOpen(({ writing, wipe }) =>
        pipe(
          writing((tables) => forgetAll(tables, these)),
          E.chain(wipe),
        ),
      ),
    unsettled: read(({ unsettled }) => unsettled()),
    settle: (references) => () =>
      whileOpen(({ writing }) => writing(({ settle }) => references.forEach(settle))),
    close: async () => {
      access?.close();
      access = undefined;
    },
  };
};

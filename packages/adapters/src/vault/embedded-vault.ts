import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { isStorable } from '../sqlite/text.js';
import type { Subject, Vault, VaultError } from './port.js';

/** Where a vault that lives in this process has its texts and its actors. */
export interface VaultTables {
  readonly textUnder: (reference: string) => string | undefined;
  readonly putText: (reference: string, subject: Subject, text: string) => void;
  readonly actorOf: (role: string, name: string) => string | undefined;
  readonly putActor: (role: string, name: string, reference: string) => void;
}

/** How a vault gets at its tables. */
export interface VaultAccess {
  readonly reading: <A>(work: (tables: VaultTables) => A) => E.Either<VaultError, A>;
  /** runs work while nobody else writes; what it throws undoes what it wrote */
  readonly writing: <A>(work: (tables: VaultTables) => A) => E.Either<VaultError, A>;
  readonly close: () => void;
}

/** What a vault answers where it cannot do what is asked. */
export const vaultError = (text: Sentence): VaultError => ({ tag: 'VaultError', text });

/** Says nothing of the texts themselves: messages end in logs. */
const unstorable = vaultError(
  both(
    'A text for the vault holds a lone surrogate or a NUL character; leave it out.',
    'Een tekst voor de kluis bevat een losse surrogaat of een NUL-teken; laat het weg.',
  ),
);

/** Puts a text under a reference that is free or has this very text. */
const put = (
  tables: VaultTables,
  reference: string,
  subject: Subject,
  text: string,
): E.Either<VaultError, string> => {
  const kept = tables.textUnder(reference);
  if (kept === undefined) tables.putText(reference, subject, text);
  return kept === undefined || kept === text
    ? E.right(reference)
    : E.left(
        vaultError(
          both(
            `Another text is kept under reference ${reference}; make a new reference for this one.`,
            `Onder verwijzing ${reference} staat een andere tekst; maak voor deze een nieuwe verwijzing.`,
          ),
        ),
      );
};

const putActor = (
  tables: VaultTables,
  role: string,
  name: string,
  fresh: () => string,
): E.Either<VaultError, string> => {
  const known = tables.actorOf(role, name);
  if (known !== undefined) return E.right(known);
  const kept = put(tables, fresh(), 'name', name);
  if (E.isRight(kept)) tables.putActor(role, name, kept.right);
  return kept;
};

/** Makes a vault of tables in this process. */
export const embeddedVault = (given: VaultAccess): Vault => {
  // Let go of when closed: an SQLite file stays open until its statements are garbage.
  let access: VaultAccess | undefined = given;
  const whileOpen = async <A>(
    ask: (access: VaultAccess) => E.Either<VaultError, A>,
  ): Promise<E.Either<VaultError, A>> =>
    access === undefined
      ? E.left(vaultError(both('The vault was closed.', 'De kluis is gesloten.')))
      : ask(access);

  return {
    keep: (reference, subject, text) => () =>
      whileOpen(({ writing }) =>
        [reference, text].every(isStorable)
          ? E.map(() => undefined)(E.flatten(writing((tables) => put(tables, reference, subject, text))))
          : E.left(unstorable),
      ),
    look: (reference) => () => whileOpen(({ reading }) => reading(({ textUnder }) => textUnder(reference))),
    actor: (role, name, fresh) => () =>
      whileOpen(({ reading, writing }) => {
        if (![role, name].every(isStorable)) return E.left(unstorable);
        // Nearly always known: then nobody needs to wait for the right to write.
        const known = reading(({ actorOf }) => actorOf(role, name));
        if (E.isLeft(known)) return known;
        return known.right === undefined
          ? E.flatten(writing((tables) => putActor(tables, role, name, fresh)))
          : E.right(known.right);
      }),
    close: async () => {
      access?.close();
      access = undefined;
    },
  };
};

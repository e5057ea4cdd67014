import * as E from 'fp-ts/lib/Either.js';
import { embeddedVault, type VaultTables } from './embedded-vault.js';
import type { Vault } from './port.js';

/** A vault that lives as long as the process, for tests and examples. */
export const memoryVault = (): Vault => {
  const texts = new Map<string, string>();
  const actors = new Map<string, string>();
  const keyOf = (role: string, name: string): string => JSON.stringify([role, name]);
  const tables: VaultTables = {
    textUnder: (reference) => texts.get(reference),
    putText: (reference, _subject, text) => {
      texts.set(reference, text);
    },
    actorOf: (role, name) => actors.get(keyOf(role, name)),
    putActor: (role, name, reference) => {
      actors.set(keyOf(role, name), reference);
    },
  };
  return embeddedVault({
    reading: (work) => E.right(work(tables)),
    writing: (work) => E.right(work(tables)),
    close: () => undefined,
  });
};

import { later } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { embeddedVault } from './embedded-vault.js';
import { newMasterKey } from './master-key.js';
import type { AccessRecord, Forgetting, Vault } from './port.js';
import type { TextWithKey } from './sealed-text.js';
import type { VaultTables } from './vault-tables.js';

/** A vault that lives as long as the process, for tests and examples. */
export const memoryVault = (): Vault => {
  const texts = new Map<string, TextWithKey>();
  const actors = new Map<string, string>();
  const forgotten = new Map<string, Forgetting>();
  const settled = new Set<string>();
  const accesses: AccessRecord[] = [];
  const tables: VaultTables = {
    textUnder: (reference) => texts.get(reference),
    putText: (text) => {
      texts.set(text.text.reference, text);
    },
    dropText: (reference) => {
      texts.delete(reference);
      for (const [mark, of] of actors) if (of === reference) actors.delete(mark);
    },
    keepSince: (reference, at) => {
      const kept = texts.get(reference);
      if (kept === undefined) return;
      const keptSince = later(kept.text.keptSince, at);
      texts.set(reference, { ...kept, text: { ...kept.text, keptSince } });
    },
    texts: () =>
      [...texts.values()]
        .map(({ text: { reference, kind, place, keptSince } }) => ({ reference, kind, place, keptSince }))
        .sort((a, b) => (a.keptSince < b.keptSince ? -1 : a.keptSince > b.keptSince ? 1 : 0)),
    actorMarked: (mark) => actors.get(mark),
    putActor: (mark, reference) => {
      actors.set(mark, reference);
    },
    forgettingOf: (reference) => forgotten.get(reference),
    putForgetting: (forgetting) => {
      forgotten.set(forgetting.reference, forgetting);
    },
    unsettled: () => [...forgotten.values()].filter(({ reference }) => !settled.has(reference)),
    settle: (reference) => {
      settled.add(reference);
    },
    accesses: () => [...accesses],
    putAccess: (access) => {
      accesses.push(access);
    },
  };
  return embeddedVault(newMasterKey(), {
    reading: (work) => E.right(work(tables)),
    writing: (work) => E.right(work(tables)),
    wipe: () => E.right(undefined),
    close: () => undefined,
  });
};

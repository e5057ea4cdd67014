import { format, parse } from 'node:path';
import type { StoreAddress } from '../event-store/store-url.js';

/** The file of the vault beside a store's file: `burgernet.db` has `burgernet.vault.db`. */
export const vaultFileOf = (storeFile: string): string => {
  const { dir, root, name, ext } = parse(storeFile);
  return format({ dir, root, name: `${name}.vault`, ext: ext === '' ? '.db' : ext });
};

/** The file of the vault that belongs to a store: beside its file, or in the current folder for one on a server. */
export const vaultFileBeside = (address: StoreAddress): string =>
  address.scheme === 'sqlite' ? vaultFileOf(address.file) : 'burgernet.vault.db';

/** The file of the key of a vault, beside it: `burgernet.vault.db` has `burgernet.vault.key`. */
export const vaultKeyFileOf = (vaultFile: string): string => {
  const { dir, root, name } = parse(vaultFile);
  return format({ dir, root, name, ext: '.key' });
};

import { format, parse } from 'node:path';

/** The file of the vault beside a store's file: `burgernet.db` has `burgernet.vault.db`. */
export const vaultFileOf = (storeFile: string): string => {
  const { dir, root, name, ext } = parse(storeFile);
  return format({ dir, root, name: `${name}.vault`, ext: ext === '' ? '.db' : ext });
};

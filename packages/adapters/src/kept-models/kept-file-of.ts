import { format, parse } from 'node:path';

/** The file of kept read models beside a store's file: `burgernet.db` has `burgernet.models.db`. */
export const keptFileOf = (storeFile: string): string => {
  const { dir, root, name, ext } = parse(storeFile);
  return format({ dir, root, name: `${name}.models`, ext: ext === '' ? '.db' : ext });
};

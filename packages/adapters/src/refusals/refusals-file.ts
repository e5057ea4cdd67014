import { format, parse } from 'node:path';
import type { StoreAddress } from '../event-store/store-url.js';
import { keptFileOfStore } from '../kept-models/kept-file-of.js';

/** The file of what was refused on a store: beside that of its read models, `burgernet.refusals.db`. */
export const refusalsFileOfStore = (address: StoreAddress): string => {
  const { dir, root, name, ext } = parse(keptFileOfStore(address));
  return format({ dir, root, name: `${name.replace(/\.models$/, '')}.refusals`, ext });
};

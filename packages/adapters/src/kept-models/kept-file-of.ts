import { format, parse } from 'node:path';
import type { StoreAddress } from '../event-store/store-url.js';

/** The file of kept read models beside a store's file: `burgernet.db` has `burgernet.models.db`. */
export const keptFileOf = (storeFile: string): string => {
  const { dir, root, name, ext } = parse(storeFile);
  return format({ dir, root, name: `${name}.models`, ext: ext === '' ? '.db' : ext });
};

/**
 * The file of kept read models of a store: beside a store that is a file, in the current folder for one on
 * a server, named by its hosts: `burgernet.localhost-2113.models.db`.
 */
export const keptFileOfStore = (address: StoreAddress): string => {
  if (address.scheme === 'sqlite') return keptFileOf(address.file);
  const hosts = address.server.hosts.map(({ address: host, port }) => `${host}-${port}`).sort();
  return `burgernet.${hosts.join('.').replaceAll(/[^A-Za-z0-9.-]/g, '_')}.models.db`;
};

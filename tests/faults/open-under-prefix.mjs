import { openEventStoreDb, openSqlite, parseStoreUrl } from '@burgernet/adapters';

/**
 * Opens a store for the streams of one prefix: on a server those of other runs stand beside them.
 *
 * @param {string} url
 * @param {{ mode: import('@burgernet/adapters').Mode, prefix: string,
 *   onStatus?: (status: import('@burgernet/adapters').StoreStatus) => void }} options
 * @returns {Promise<import('@burgernet/adapters').EventStore>}
 * @throws {Error} where it cannot be opened
 */
export const openUnderPrefix = async (url, options) => {
  const parsed = parseStoreUrl(url);
  if (parsed._tag === 'Left') throw new Error(parsed.left.text.en);
  const address = parsed.right;
  const opened = await (address.scheme === 'sqlite'
    ? openSqlite(address.file, options)
    : openEventStoreDb(address.server, options))();
  if (opened._tag === 'Left') throw new Error(opened.left.text.en);
  return opened.right;
};

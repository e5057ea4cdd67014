import { both } from '@burgernet/domain';
import type { Format } from '../../sqlite/format.js';

/** The file of a kept tree, format 1. All of it can be made anew from the log. */
export const treeFormat: Format = {
  what: both('a kept Merkle tree', 'bewaarde Merkle-boom'),
  applicationId: 0x424e_7472,
  version: 1,
  schema: [
    `CREATE TABLE kept(
  only INTEGER PRIMARY KEY CHECK (only = 1),
  size INTEGER NOT NULL,
  token TEXT NOT NULL,
  last_event TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT`,
    `CREATE TABLE parts(
  level INTEGER NOT NULL,
  part INTEGER NOT NULL,
  hashes BLOB NOT NULL,
  sum BLOB NOT NULL,
  PRIMARY KEY(level, part)
) STRICT`,
  ],
  secret: false,
  fill: () => undefined,
};

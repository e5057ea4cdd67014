import { both, type Instant } from '@burgernet/domain';
import type { Format } from '../sqlite/format.js';

/**
 * The file of what was refused, format 1. Only its owner may read it, and the triggers keep the records
 * growing whoever writes to the file.
 *
 * @param now since when a new file records
 */
export const refusalsFormat = (now: () => Instant): Format => ({
  what: both('a record of refusals', 'register van weigeringen'),
  applicationId: 0x424e_7265,
  version: 1,
  schema: [
    `CREATE TABLE recording(
  only INTEGER PRIMARY KEY CHECK (only = 1),
  since TEXT NOT NULL
) STRICT`,
    `CREATE TABLE refusals(
  number INTEGER PRIMARY KEY,
  refusal TEXT NOT NULL
) STRICT`,
    `CREATE TRIGGER refusals_stay BEFORE UPDATE ON refusals
BEGIN SELECT RAISE(ABORT, 'a refusal that was recorded is never changed'); END`,
    `CREATE TRIGGER refusals_remain BEFORE DELETE ON refusals
BEGIN SELECT RAISE(ABORT, 'a refusal that was recorded is never deleted'); END`,
  ],
  secret: true,
  fill: (db) => {
    db.prepare('INSERT INTO recording(only, since) VALUES (1, ?)').run(now());
  },
});

import type { ActionType, MunicipalityCode } from '@burgernet/domain';
import type { Key } from '../ledger/posting.js';

/** What part of a year is asked: absent is all of it, `null` is what is not attributed or not recorded. */
export interface Query {
  readonly year: number;
  /** 1 to 12 */
  readonly month?: number;
  readonly municipality?: MunicipalityCode | null;
  readonly type?: ActionType | null;
}

/** Whether a key lies in what was asked. */
export const isAsked = (key: Key, query: Query): boolean =>
  (query.month === undefined || key.month === query.month) &&
  (query.municipality === undefined || key.municipality === query.municipality) &&
  (query.type === undefined || key.type === query.type);

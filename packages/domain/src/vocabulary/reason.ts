import { type ClosedType, closed, oneOf } from '../codec/closed.js';
import { Reference } from './identifiers.js';

/** Why something was done: a code, and under a reference of the vault what somebody wrote about it. */
export type Reason<K extends string> = {
  readonly code: K;
  /** of the text in the vault; never the text itself */
  readonly note?: Reference;
};

/**
 * A reason is a code; what somebody wrote about it stands in the vault under a reference.
 * (Domain: "Personal data".)
 */
export const reason = <K extends string>(name: string, ...codes: ReadonlyArray<K>): ClosedType<Reason<K>> =>
  closed(name, { code: oneOf(name, ...codes) }, { note: Reference });

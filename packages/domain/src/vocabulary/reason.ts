import { closed, oneOf } from '../codec/closed.js';
import { Reference } from './identifiers.js';

/**
 * A reason is a code; what somebody wrote about it stands in the vault under a reference.
 * (Domain: "Personal data".)
 */
export const reason = <K extends string>(name: string, ...codes: ReadonlyArray<K>) =>
  closed(name, { code: oneOf(`${name} code`, ...codes) }, { note: Reference });

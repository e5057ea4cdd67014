import { Uuid } from '../vocabulary/identifiers.js';
import { valid } from './valid.js';

const spaces = {
  action: 'a0000000',
  mailing: 'b0000000',
  command: 'c0000000',
  actor: 'd0000000',
  event: 'e0000000',
  publication: 'f0000000',
  response: '10000000',
  success: '20000000',
  text: '30000000',
};

/** What the ids of a generated history name. */
export type IdSpace = keyof typeof spaces;

/**
 * The id of the nth thing of its kind in a generated history: the same at every run, and easy to tell
 * apart by eye (`a0000000-...` an action, `e0000000-...` an event).
 */
export const idOf = (space: IdSpace, n: number): Uuid =>
  valid(Uuid, `${spaces[space]}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`);

import * as E from 'fp-ts/lib/Either.js';
import type { Role } from '../vocabulary/codes.js';
import type { PublicationCommand } from './command.js';
import { conflictOf } from './conflict.js';
import type { PublicationEvent } from './event.js';
import { type PublicationRejection, refuse } from './rejection.js';
import type { PublicationState } from './state.js';

const roles: ReadonlyArray<Role> = ['coordinator', 'system'];

/**
 * Decides to record what was published (domain: "Publication").
 *
 * @param command the command, with who gives it and when it is recorded
 * @param state the publication so far; `undefined` where there is none
 * @returns the event to append, or the rule that refuses it. A refusal leaves no event.
 */
export const decide = (
  command: PublicationCommand,
  state: PublicationState | undefined,
): E.Either<PublicationRejection, ReadonlyArray<PublicationEvent>> => {
  const event: PublicationEvent = { type: 'FiguresPublished', data: command.data };
  const { role } = command.by;
  const refusal = roles.includes(role)
    ? conflictOf(state, event)
    : refuse('RoleNotAllowed', { command: command.type, role, allowed: roles });
  return refusal === undefined ? E.right([event]) : E.left(refusal);
};

import * as E from 'fp-ts/lib/Either.js';
import type { Role } from '../vocabulary/codes.js';
import type { VaultCommand } from './command.js';
import { conflictOf } from './conflict.js';
import type { VaultEvent } from './event.js';
import { refuse, type VaultRejection } from './rejection.js';
import { destroyFrom } from './retention.js';
import type { VaultState } from './state.js';

/** The clock forgets what was kept long enough; for every other reason a person answers for it. */
const allowedFor = ({ data }: VaultCommand): ReadonlyArray<Role> =>
  data.reason.code === 'retention' ? ['system'] : ['coordinator'];

const refusalOf = (command: VaultCommand, state: VaultState | undefined): VaultRejection | undefined => {
  const { by, data, recordedAt, type } = command;
  const allowed = allowedFor(command);
  if (!allowed.includes(by.role)) return refuse('RoleNotAllowed', { command: type, role: by.role, allowed });
  const until = destroyFrom(data.keptSince);
  if (data.reason.code === 'retention' && recordedAt < until) return refuse('RetentionNotOver', { until });
  return conflictOf(state);
};

/**
 * Decides to forget what the vault keeps under one reference (domain: "Personal data").
 *
 * @param command the command, with who gives it and when it is recorded
 * @param state `undefined` where nothing was forgotten under this reference
 * @returns the event to append, or the rule that refuses it. A refusal leaves no event.
 */
export const decide = (
  command: VaultCommand,
  state: VaultState | undefined,
): E.Either<VaultRejection, ReadonlyArray<VaultEvent>> => {
  const refusal = refusalOf(command, state);
  return refusal === undefined
    ? E.right([{ type: 'PersonalDataForgotten', data: command.data }])
    : E.left(refusal);
};

import { both, type Role } from '@burgernet/domain';
import { clause } from '../commands/clause.js';
import type { CommandError } from '../commands/command-request.js';
import { type Failure, failureOf } from './failure.js';
import { storeFailure } from './store-failure.js';

const asRole = (role: Role): string => {
  if (role === 'system') return '--as system';
  return role === 'municipality' ? '--as municipality:GM0344' : `--as ${role}:NAME`;
};

/** Why a command is refused, with what the command line can do about it. */
export const commandFailure =
  (store: string) =>
  (error: CommandError): Failure => {
    switch (error.tag) {
      case 'StoreAbsent':
      case 'StoreUnavailable':
      case 'StoreUnusable':
      case 'OutcomeUnknown':
        return storeFailure(store)(error);
      case 'CommandMalformed':
      case 'CommandUnknown':
      case 'IdMalformed':
        return failureOf(2)(error);
      case 'RoleNotAllowed': {
        const how = error.facts.allowed.map(asRole);
        const { en, nl } = error.text;
        const text = both(
          `${clause(en)}, or act as one with ${how.join(' or ')}.`,
          `${clause(nl)}, of handel als zodanig met ${how.join(' of ')}.`,
        );
        return failureOf(1)({ ...error, text });
      }
      default:
        return failureOf(1)(error);
    }
  };

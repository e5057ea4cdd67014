import { both, type Role } from '@burgernet/domain';
import { clause } from '../commands/clause.js';
import type { CommandError } from '../commands/command-request.js';
import { type Failure, failureOf } from './failure.js';
import { storeFailure } from './store-failure.js';

/** How somebody in this role is named on the command line. */
const asRole =
  (name: string) =>
  (role: Role): string => {
    if (role === 'system') return '--as system';
    return role === 'municipality' ? '--as municipality:GM0344' : `--as ${role}:${name}`;
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
        const { allowed } = error.facts;
        const { en, nl } = error.text;
        const text = both(
          `${clause(en)}, or act as one with ${allowed.map(asRole('NAME')).join(' or ')}.`,
          `${clause(nl)}, of handel zelf in die rol met ${allowed.map(asRole('NAAM')).join(' of ')}.`,
        );
        return failureOf(1)({ ...error, text });
      }
      default:
        return failureOf(1)(error);
    }
  };

import * as E from 'fp-ts/lib/Either.js';
import { type Failure, refusal } from './failure.js';
import type { GlobalOptions } from './global-options.js';

/**
 * Some commands act as the system itself, whoever calls them: refused where somebody says on the command
 * line that another role acts.
 */
export const actsAsSystem = (
  command: string,
  { as, asGiven }: Pick<GlobalOptions, 'as' | 'asGiven'>,
): E.Either<Failure, void> =>
  as === undefined || as.role === 'system' || !asGiven
    ? E.right(undefined)
    : E.left(
        refusal(
          'RoleNotAllowed',
          `${command} acts as system and not as ${as.role}; leave --as out.`,
          `${command} handelt als system en niet als ${as.role}; laat --as weg.`,
          { command, role: as.role, allowed: ['system'] },
        ),
      );

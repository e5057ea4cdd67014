import * as E from 'fp-ts/lib/Either.js';
import type { DealtAction } from './deal-responses.js';
import { drawnOrder } from './identity.js';
import { fileOf } from './published-year.js';
import { mistake, type TablesError } from './tables-error.js';
import type { Totals } from './totals.js';

/** How an action came to its success: ticked in the portal in time, or registered late. */
export type Success = 'portal' | 'late';

const file = fileOf('headline');
const nameOf = ({ name }: DealtAction): string => name;

/**
 * Draws the actions with a success: as many ticks of the portal as published, each in an action with a
 * call to 0800-0011, and late successes in other actions up to all that were published.
 *
 * @returns the success by the name of its action
 */
export const chooseSuccesses = (
  actions: ReadonlyArray<DealtAction>,
  totals: Totals,
): E.Either<TablesError, ReadonlyMap<string, Success>> => {
  const ticks = totals.portal ?? 0;
  const full = totals.full ?? ticks;
  const withCall = actions.filter(({ calls }) => calls.length > 0);
  if (ticks > withCall.length)
    return E.left(mistake('TooFewActionsWithCall', { file, ticks, actions: withCall.length }));
  const exceeds = (part: string, ofPart: number, whole: string, ofWhole: number) =>
    E.left(mistake('PartExceedsWhole', { file, part, ofPart, whole, ofWhole }));
  if (ticks > full) return exceeds('success.portal', ticks, 'success.full', full);
  if (full > actions.length) return exceeds('success.full', full, 'actions', actions.length);
  const successes = new Map<string, Success>();
  for (const { name } of drawnOrder(withCall, nameOf, 'tick').slice(0, ticks)) successes.set(name, 'portal');
  const others = actions.filter(({ name }) => !successes.has(name));
  for (const { name } of drawnOrder(others, nameOf, 'late').slice(0, full - ticks))
    successes.set(name, 'late');
  return E.right(successes);
};

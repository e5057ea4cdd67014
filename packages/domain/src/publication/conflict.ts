import type { PublicationEvent } from './event.js';
import { type PublicationRejection, refuse } from './rejection.js';
import type { PublicationState } from './state.js';

/**
 * Whether a table contradicts the publication it would follow (domain: "Publication").
 *
 * @returns the broken rule, or `undefined` where there is none
 */
export const conflictOf = (
  state: PublicationState | undefined,
  { data }: PublicationEvent,
): PublicationRejection | undefined => {
  if (state !== undefined && state.region !== data.region)
    return refuse('OtherRegion', { stream: state.region, given: data.region });
  if (state !== undefined && state.title !== data.title)
    return refuse('OtherTitle', { stream: state.title, given: data.title });
  for (const { figure, kind, value } of data.rows) {
    if (kind !== 'not-stated' && value === undefined) return refuse('ValueMissing', { figure });
    if (kind === 'not-stated' && value !== undefined) return refuse('ValueNotStated', { figure, value });
  }
  return undefined;
};

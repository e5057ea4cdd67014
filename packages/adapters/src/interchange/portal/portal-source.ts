import { Label, type Source } from '@burgernet/domain';
import { known } from '../tables/known.js';

/** What the source of an event says that the portal's row gave as it is. */
export const asSaid = known(Label, 'portal row');

/** What the source of an event says whose moment the portal's row does not give. */
export const momentAssumed = known(Label, 'portal row, moment assumed');

/** Whether a moment of an event is assumed: it was made of totals, or of a row that does not give it. */
export const isMomentAssumed = ({ kind, name, reconstructed }: Source): boolean =>
  reconstructed === true || (kind === 'portal' && name === momentAssumed);

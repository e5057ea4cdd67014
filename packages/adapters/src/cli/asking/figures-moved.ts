import { both, type StoredEvent } from '@burgernet/domain';
import {
  type FigureValue,
  isReclassifiedSince,
  type Moved,
  movedSince,
  type ReadModels,
} from '@burgernet/projections';
import { movedLine } from '../../report/text/moved-text.js';
import type { Language } from '../language.js';

/** What some events moved in the figures. */
export interface FiguresMoved {
  readonly moved: ReadonlyArray<Moved>;
  /** whether they changed what is counted under which municipality or type and no figure of a whole year */
  readonly isDividedAnew: boolean;
  /** whether the store knows figures of more than one region */
  readonly isOfSeveral: boolean;
}

/** What events moved, where read models have them; they are among the last, wherever a store says that they stand. */
export const figuresMovedBy = (models: ReadModels, events: ReadonlyArray<StoredEvent>): FiguresMoved => {
  const ids = new Set(events.map(({ eventId }) => eventId));
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (let row = models.events.length - 1, left = ids.size; row >= 0 && left > 0; row--) {
    const { eventId, position } = models.events.event(row);
    if (!ids.has(eventId)) continue;
    left -= 1;
    first = Math.min(first, position);
    last = Math.max(last, position);
  }
  const moved = last === 0 ? [] : movedSince(models, first - 1, last);
  return {
    moved,
    isDividedAnew: last > 0 && moved.length === 0 && isReclassifiedSince(models, first - 1, last),
    isOfSeveral: models.ledger.regions().length > 1,
  };
};

/** What a figure counts, without what it is divided by. */
const counted = (value: FigureValue): string => {
  switch (value.kind) {
    case 'value':
      return String(value.value);
    case 'ratio':
      return String(value.numerator);
    case 'by-method':
      return JSON.stringify(value.rows);
  }
};

/** Whether somebody would look for it: a share of actions or inquiries also moves with every one of those. */
const isOfInterest = ({ definition, before, after }: Moved): boolean =>
  definition.name !== 'success.class.none' &&
  (definition.kind === 'stock' || counted(before) !== counted(after));

const nothing = both('No figure changed.', 'Er veranderde geen cijfer.');
const dividedAnew = both(
  'No figure of the whole year changed, only what counts under which municipality or type.',
  'Geen cijfer van het hele jaar veranderde, alleen wat onder welke gemeente of soort telt.',
);
const portalUnchanged = both('; portal unchanged', '; portaal ongewijzigd');

/**
 * The figures that moved, a line each. Where a success came or went and the portal's figure did not move,
 * that is said too. Shares that moved only by what they are divided by are left out, and so is the class of
 * actions without a success, which is the rest.
 */
export const figuresMovedText = (
  { moved, isDividedAnew, isOfSeveral }: FiguresMoved,
  language: Language,
): ReadonlyArray<string> => {
  const lines = moved.filter(isOfInterest);
  if (lines.length === 0) return [(isDividedAnew ? dividedAnew : nothing)[language]];
  const portalMoved = lines.some(({ definition }) => definition.name === 'success.portal');
  return lines.map((one) => {
    const isFull = one.definition.name === 'success.full';
    return `${movedLine(one, language, isOfSeveral)}${isFull && !portalMoved ? portalUnchanged[language] : ''}`;
  });
};

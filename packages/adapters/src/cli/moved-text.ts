import type { FigureValue, Moved } from '@burgernet/projections';
import { figureLabel } from '../report/labels/figures.js';
import { regionLabel } from '../report/labels/vocabulary.js';
import { count, notStated, percent } from '../report/numbers.js';
import type { Language } from './language.js';

/** What a figure counts, without what it is divided by. */
const counted = (value: FigureValue, language: Language): string => {
  switch (value.kind) {
    case 'value':
      return count(value.value, language);
    case 'ratio':
      return count(value.numerator, language);
    case 'by-method':
      return value.rows.length === 0
        ? notStated
        : value.rows.map((row) => `${row.method}: ${count(row.value, language)}`).join(', ');
  }
};

/** What it is divided by, and what that gives. */
const ofWhat = (value: FigureValue, language: Language): string => {
  if (value.kind !== 'ratio' || value.denominator === null) return '';
  const of = { en: 'of', nl: 'van' }[language];
  return ` ${of} ${count(value.denominator, language)}, ${percent(value.percentage, language)}`;
};

/** Whether somebody would look for it: a share of actions or inquiries also moves with every one of those. */
const isOfInterest = ({ definition, before, after }: Moved): boolean =>
  definition.name !== 'success.class.none' &&
  (definition.kind === 'stock' || counted(before, 'en') !== counted(after, 'en'));

/**
 * The figures that moved, a line each: `All successes that are known 2021: 100 → 101 of 793, 12.7 %`.
 * Where a success moved and the portal's figure did not, that is said too. Shares that moved only by
 * what they are divided by are left out, and so is the class of actions without a success, which is the rest.
 *
 * @param isOneRegion whether the store knows but one region, which need not be named then
 */
export const movedText = (
  moved: ReadonlyArray<Moved>,
  isOneRegion: boolean,
  language: Language,
): ReadonlyArray<string> => {
  const lines = moved.filter(isOfInterest);
  if (lines.length === 0) return [{ en: 'No figure changed.', nl: 'Er veranderde geen cijfer.' }[language]];
  const portalMoved = lines.some(({ definition }) => definition.name === 'success.portal');
  return lines.map((one) => {
    const { definition, region, year, before, after } = one;
    const where = isOneRegion ? '' : ` ${regionLabel(region, language)}`;
    const isCounted = counted(before, 'en') !== counted(after, 'en');
    const was = `${counted(before, language)}${isCounted ? '' : ofWhat(before, language)}`;
    const portal =
      definition.name === 'success.full' && !portalMoved
        ? { en: '; portal unchanged', nl: '; portaal ongewijzigd' }[language]
        : '';
    return `${figureLabel(definition.name, language)}${where} ${year}: ${was} → ${counted(after, language)}${ofWhat(after, language)}${portal}`;
  });
};

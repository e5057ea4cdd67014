import type { FigureValue, Moved } from '@burgernet/projections';
import type { Lang } from '../context.js';
import { figureLabel } from '../labels/figures.js';
import { regionLabel } from '../labels/vocabulary.js';
import { count, notStated, percent } from '../numbers.js';

const ofText = { nl: 'van', en: 'of' };

/** What a figure comes to, without what it is divided by. */
const counted = (value: FigureValue, lang: Lang): string => {
  switch (value.kind) {
    case 'value':
      return count(value.value, lang);
    case 'ratio':
      return count(value.numerator, lang);
    case 'by-method':
      return value.rows.map((row) => `${count(row.value, lang)} (${row.method})`).join(', ');
  }
};

const dividedBy = (value: FigureValue, lang: Lang): string => {
  if (value.kind !== 'ratio' || value.denominator === null) return '';
  const share = value.percentage === null ? '' : `, ${percent(value.percentage, lang)}`;
  return ` ${ofText[lang]} ${count(value.denominator, lang)}${share}`;
};

const denominatorOf = (value: FigureValue): number | null =>
  value.kind === 'ratio' ? value.denominator : null;

/** A figure before and after: `61 → 62 of 793, 7.8 %`; the divisor stands twice where it moved too. */
export const movedValues = ({ before, after }: Pick<Moved, 'before' | 'after'>, lang: Lang): string => {
  const was = counted(before, lang) || notStated;
  const isSameDivisor = denominatorOf(before) === denominatorOf(after);
  return `${was}${isSameDivisor ? '' : dividedBy(before, lang)} → ${counted(after, lang) || notStated}${dividedBy(after, lang)}`;
};

/**
 * A figure that moved, in one line: `All known successes 2021: 100 → 101 of 793, 12.7 %`.
 *
 * @param isRegionShown where figures of several regions stand together
 */
export const movedLine = (moved: Moved, lang: Lang, isRegionShown = false): string => {
  const { definition, region, year } = moved;
  const place = isRegionShown ? `, ${regionLabel(region, lang)}` : '';
  return `${figureLabel(definition.name, lang)} ${year}${place}: ${movedValues(moved, lang)}`;
};

import type { FigureEntry, PublishedBeside } from '@burgernet/projections';
import type { Lang } from './context.js';
import { count, decimal, notStated, percent } from './numbers.js';

/** What a reader must know of a number before quoting it. */
export type Mark = 'assumed' | 'incomplete' | 'differs';

/** The sign behind a number for each mark; a legend explains them. */
export const signs: Readonly<Record<Mark, string>> = { assumed: '*', incomplete: '!', differs: '≠' };

/** What a figure comes to at this part, as digits; `undefined` where it has no such part. */
const digitsAt = (entry: FigureEntry, part: PublishedBeside['part']): string | null | undefined => {
  const value = entry[part];
  return typeof value === 'number' ? String(value) : value;
};

const isSaid = (entry: FigureEntry, { part, value }: PublishedBeside): boolean => {
  const digits = digitsAt(entry, part);
  return digits === undefined || (digits !== null && value !== undefined && Number(digits) === Number(value));
};

const isToTheDigit = ({ kind }: PublishedBeside): boolean => kind === 'exact';

/** The exactly printed numbers of a figure that are others than its own; what is not stated differs from none. */
export const otherwisePrinted = (entry: FigureEntry): ReadonlyArray<PublishedBeside> =>
  (entry.published ?? []).filter(
    (printed) => isToTheDigit(printed) && digitsAt(entry, printed.part) !== null && !isSaid(entry, printed),
  );

/** Whether a publication has an empty cell where the figure stands. */
export const isLeftEmpty = (entry: FigureEntry): boolean =>
  (entry.published ?? []).some(({ kind }) => kind === 'not-stated');

/** The marks of a figure, the most serious first. */
export const marksOf = (entry: FigureEntry): ReadonlyArray<Mark> => [
  ...(entry.incomplete === true ? ['incomplete' as const] : []),
  ...(otherwisePrinted(entry).length > 0 ? ['differs' as const] : []),
  ...(entry.assumed === true ? ['assumed' as const] : []),
];

/** A printed number as a person writes it: `≥ 100`, `≈ 190.000`, `7,7 %`, `–`. */
export const printedText = ({ part, value, kind }: PublishedBeside, lang: Lang): string => {
  if (value === undefined) return notStated;
  const number = part === 'percentage' ? percent(value, lang) : decimal(value, lang);
  switch (kind) {
    case 'at-least':
      return `≥ ${number}`;
    case 'rounded':
      return `≈ ${number}`;
    case 'exact':
    case 'not-stated':
      return number;
  }
};

/**
 * What was printed of a figure and says something else than the figure does: another number, a rounded
 * one, a lower bound, an empty cell. Empty where the figure says it all.
 */
export const besideText = (entry: FigureEntry, lang: Lang): string =>
  (entry.published ?? [])
    .filter((printed) => !(isToTheDigit(printed) && isSaid(entry, printed)))
    .map((printed) => printedText(printed, lang))
    .join(', ');

/** The count of a figure: its value, or the numerator of a ratio. */
export const amountOf = ({ value, numerator }: FigureEntry): number | null => value ?? numerator ?? null;

/** A figure in one line: `61 van 793 = 7,7 %`, `1.121`, `–`. */
export const figureLine = (entry: FigureEntry, lang: Lang): string => {
  if (entry.byMethod !== undefined)
    return entry.byMethod.map(({ method, value }) => `${count(value, lang)} (${method})`).join(', ');
  if (entry.numerator == null) return count(entry.value ?? null, lang);
  const of = { nl: 'van', en: 'of' }[lang];
  return `${count(entry.numerator, lang)} ${of} ${count(entry.denominator, lang)} = ${percent(entry.percentage, lang)}`;
};

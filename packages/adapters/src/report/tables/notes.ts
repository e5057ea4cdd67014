import type { FigureEntry } from '@burgernet/projections';
import { isLeftEmpty, otherwisePrinted, printedText } from '../beside.js';
import type { Lang } from '../context.js';
import { figureLabel } from '../labels/figures.js';

/** A figure with the name of the row in which it stands. */
export interface Placed {
  readonly row: string;
  readonly figure: string;
  readonly entry: FigureEntry;
}

/** Of each figure at most so many rows are named. */
const most = 8;

/** `Acties: Almere 105, Baarn 6; ...`, the figures in the order in which they come. */
const byFigure = (
  placed: ReadonlyArray<Placed>,
  say: (one: Placed) => string,
  lang: Lang,
): string | undefined => {
  const figures = [...new Set(placed.map(({ figure }) => figure))];
  if (figures.length === 0) return undefined;
  return figures
    .map((figure) => {
      const rows = placed.filter((one) => one.figure === figure).map(say);
      const more = rows.length - most;
      const rest = more > 0 ? [{ nl: `en nog ${more}`, en: `and ${more} more` }[lang]] : [];
      return `${figureLabel(figure, lang)}: ${[...rows.slice(0, most), ...rest].join(', ')}`;
    })
    .join('; ');
};

/**
 * Sentences on what a table and the publication say differently: cells that are empty there, and cells
 * that hold another number there. Nothing where they agree.
 */
export const notesOn = (placed: ReadonlyArray<Placed>, lang: Lang): ReadonlyArray<string> => {
  const empty = byFigure(
    placed.filter(({ entry }) => isLeftEmpty(entry)),
    ({ row }) => row,
    lang,
  );
  const other = byFigure(
    placed.filter(({ entry }) => otherwisePrinted(entry).length > 0),
    ({ row, entry }) =>
      `${row} ${otherwisePrinted(entry)
        .map((printed) => printedText(printed, lang))
        .join(' / ')}`,
    lang,
  );
  return [
    ...(empty === undefined
      ? []
      : [{ nl: `Leeg in de publicatie: ${empty}.`, en: `Empty in the publication: ${empty}.` }[lang]]),
    ...(other === undefined
      ? []
      : [
          {
            nl: `Anders in de publicatie (≠): ${other}.`,
            en: `Another number in the publication (≠): ${other}.`,
          }[lang],
        ]),
  ];
};

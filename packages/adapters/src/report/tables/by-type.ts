import { type AnnualReport, type FigureEntry, percentage } from '@burgernet/projections';
import { amountOf, type Mark, printedText } from '../beside.js';
import type { Lang } from '../context.js';
import { regionLabel, typeLabel } from '../labels/vocabulary.js';
import { count } from '../numbers.js';
import { inNameOrder } from './name-order.js';
import { notesOn } from './notes.js';
import { amountCell, type Cell, numeric, plainPercent, type Row, type Table } from './table.js';

const actions = 'actions';

const printedShare = (entry: FigureEntry | undefined) =>
  (entry?.published ?? []).find(({ part }) => part === 'percentage');

/** The figure with what is printed of its count; the printed shares have a note of their own. */
const countAlone = ({ published, ...entry }: FigureEntry): FigureEntry => ({
  ...entry,
  ...(published === undefined ? {} : { published: published.filter(({ part }) => part === 'value') }),
});

const actionsOf = (entry: FigureEntry | undefined): number =>
  entry === undefined ? 0 : (amountOf(entry) ?? 0);

/**
 * Actions by type, with their share of the actions whose type is recorded and of all: a publication may
 * divide by either, so both bases are named.
 */
export const typesTable = (report: AnnualReport, lang: Lang): Table => {
  const all = actionsOf(report.figures[actions]);
  const typed = report.byType
    .filter(({ type }) => type !== null)
    .map(({ type, figures }) => ({ name: typeLabel(type, lang), entry: figures[actions] }))
    .sort((a, b) => actionsOf(b.entry) - actionsOf(a.entry) || inNameOrder(a.name, b.name));
  const base = typed.reduce((sum, { entry }) => sum + actionsOf(entry), 0);
  const share = (entry: FigureEntry | undefined): { readonly cell: Cell; readonly differs: boolean } => {
    const computed = percentage(actionsOf(entry), base);
    const printed = printedShare(entry);
    const differs =
      printed?.kind === 'exact' &&
      printed.value !== undefined &&
      (computed === null || Number(computed) !== Number(printed.value));
    const marks: ReadonlyArray<Mark> = differs ? ['differs'] : [];
    return { cell: plainPercent(computed, marks, lang), differs };
  };
  const row = (name: string, entry: FigureEntry | undefined, ofTyped: Cell): Row => ({
    name,
    cells: [amountCell(entry, lang), ofTyped, plainPercent(percentage(actionsOf(entry), all), [], lang)],
  });
  const none = plainPercent(null, [], lang);
  const unrecorded = report.byType.find(({ type }) => type === null)?.figures[actions];
  const otherShares = typed.flatMap(({ name, entry }) => {
    const printed = printedShare(entry);
    return printed !== undefined && share(entry).differs ? [`${name} ${printedText(printed, lang)}`] : [];
  });
  return {
    id: 'actions-by-type',
    title: { nl: 'Acties per soort', en: 'Actions by type' }[lang],
    rowLabel: { nl: 'Soort', en: 'Type' }[lang],
    columns: [
      numeric({ nl: 'Acties', en: 'Actions' }[lang]),
      numeric({ nl: `% van ${count(base, lang)}`, en: `% of ${count(base, lang)}` }[lang]),
      numeric({ nl: `% van ${count(all, lang)}`, en: `% of ${count(all, lang)}` }[lang]),
    ],
    rows: typed.map(({ name, entry }) => row(name, entry, share(entry).cell)),
    totals: [
      row(typeLabel(null, lang), unrecorded, none),
      row(regionLabel(report.region, lang), report.figures[actions], none),
    ],
    notes: [
      ...(base === all
        ? []
        : [
            {
              nl: `Van ${count(all - base, lang)} van de ${count(all, lang)} acties is geen soort vastgelegd; percentages staan er daarom van beide aantallen.`,
              en: `Of ${count(all - base, lang)} of the ${count(all, lang)} actions no type is recorded; percentages are therefore given of both numbers.`,
            }[lang],
          ]),
      ...notesOn(
        typed.flatMap(({ name, entry }) =>
          entry === undefined ? [] : [{ row: name, figure: actions, entry: countAlone(entry) }],
        ),
        lang,
      ),
      ...(otherShares.length === 0
        ? []
        : [
            {
              nl: `Gepubliceerde percentages die anders zijn (≠): ${otherShares.join('; ')}.`,
              en: `Published percentages that are others (≠): ${otherShares.join('; ')}.`,
            }[lang],
          ]),
    ],
  };
};

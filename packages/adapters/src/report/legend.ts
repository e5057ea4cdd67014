import { type Mark, signs } from './beside.js';
import type { Lang } from './context.js';
import type { Table } from './tables/table.js';

const explained: Readonly<Record<Mark, Readonly<Record<Lang, string>>>> = {
  assumed: {
    nl: 'aangenomen, niet gepubliceerd: geen feit',
    en: 'assumed, not published: not a fact',
  },
  incomplete: {
    nl: 'onvolledig: er hangt iets aan dat niet te lezen is',
    en: 'incomplete: something of it cannot be read',
  },
  differs: {
    nl: 'in de publicatie staat een ander getal',
    en: 'the publication has another number',
  },
};

const printed: ReadonlyArray<{ readonly sign: string; readonly text: Readonly<Record<Lang, string>> }> = [
  { sign: '≥', text: { nl: 'gepubliceerd als ondergrens', en: 'published as a lower bound' } },
  { sign: '≈', text: { nl: 'afgerond gepubliceerd', en: 'published rounded' } },
  { sign: '–', text: { nl: 'niet vermeld', en: 'not stated' } },
];

/** What a mark says of the number before it. */
export const markText = (mark: Mark, lang: Lang): string => explained[mark][lang];

/** A sign and what it means. */
export interface LegendEntry {
  readonly sign: string;
  readonly text: string;
}

/** The signs that stand in these tables, and what each means. */
export const legend = (tables: ReadonlyArray<Table>, lang: Lang): ReadonlyArray<LegendEntry> => {
  const cells = tables.flatMap(({ rows, totals }) => [...rows, ...totals].flatMap((row) => row.cells));
  const marks = new Set(cells.flatMap((cell) => cell.marks));
  const order: ReadonlyArray<Mark> = ['assumed', 'incomplete', 'differs'];
  return [
    ...order
      .filter((mark) => marks.has(mark))
      .map((mark) => ({ sign: signs[mark], text: markText(mark, lang) })),
    ...printed
      .filter(({ sign }) => cells.some(({ text }) => text.startsWith(sign)))
      .map(({ sign, text }) => ({ sign, text: text[lang] })),
  ];
};

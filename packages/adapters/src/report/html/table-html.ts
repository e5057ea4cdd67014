import { signs } from '../beside.js';
import type { Lang } from '../context.js';
import { markText } from '../legend.js';
import { inNameOrder } from '../tables/name-order.js';
import type { Cell, Column, Row, Table } from '../tables/table.js';
import { empty, type Html, html } from './html.js';

const mark = (cell: Cell, lang: Lang): Content =>
  cell.marks.map(
    (one) =>
      html`<span class="mark"><span aria-hidden="true">${signs[one]}</span><span class="spoken"> (${markText(one, lang)})</span></span>`,
  );

type Content = ReadonlyArray<Html>;

const sortValue = (sort: number | string | null): Html =>
  sort === null || sort === '' ? empty : html` data-sort="${sort}"`;

const cellHtml = (cell: Cell, column: Column | undefined, lang: Lang): Html =>
  html`<td${column?.isNumeric === false ? html` class="words"` : empty}${sortValue(cell.sort)}>${cell.text}${mark(cell, lang)}</td>`;

const rowHtml = (row: Row, table: Table, order: number | undefined, lang: Lang): Html =>
  html`<tr><th scope="row"${row.isPart === true ? html` class="part"` : empty}${order === undefined ? empty : sortValue(order)}>${row.name}</th>${row.cells.map((cell, at) => cellHtml(cell, table.columns[at], lang))}</tr>
`;

/** The place of each row in the order of its names. */
const nameOrder = (rows: ReadonlyArray<Row>): ReadonlyArray<number> => {
  const names = rows.map(({ name }) => name).sort(inNameOrder);
  return rows.map(({ name, sort }) => sort ?? names.indexOf(name));
};

/**
 * A table in a box of its own that scrolls where the screen is narrow. What stands below the rows stays
 * there when a script sorts them.
 *
 * @param isSortable whether its rows have no order of their own
 * @param labelledBy the id of the heading that names it
 */
export const tableHtml = (table: Table, isSortable: boolean, labelledBy: string, lang: Lang): Html => {
  const order = isSortable ? nameOrder(table.rows) : [];
  const header = (column: Column): Html =>
    html`<th scope="col"${column.isNumeric ? empty : html` class="words"`}>${column.label}</th>`;
  const isEmpty = table.rows.length + table.totals.length === 0;
  return html`${
    isEmpty
      ? empty
      : html`<div class="box" role="region" tabindex="0" aria-labelledby="${labelledBy}">
<table${isSortable ? html` data-sortable` : empty}>
<caption class="spoken">${table.title}</caption>
<thead><tr><th scope="col" class="words">${table.rowLabel}</th>${table.columns.map(header)}</tr></thead>
<tbody>
${table.rows.map((row, at) => rowHtml(row, table, order[at], lang))}</tbody>
${
  table.totals.length === 0
    ? empty
    : html`<tbody class="totals">
${table.totals.map((row) => rowHtml(row, table, undefined, lang))}</tbody>`
}
</table>
</div>`
  }
${table.notes.map((note) => html`<p class="note">${note}</p>`)}`;
};

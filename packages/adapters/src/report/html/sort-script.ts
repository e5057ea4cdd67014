/**
 * Sorting for those who have scripts on: each column's heading becomes a button. Without scripts the
 * tables stand as they are. It reads only `data-sort`, which this program wrote. On paper the buttons are
 * taken away: a browser repeats no heading that holds one on the next sheet.
 */
export const sortScript = `
const sortable = [];
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const sort = (at, direction) => {
    const value = (row) => row.cells[at].dataset.sort;
    const rows = [...body.rows].sort((a, b) => {
      const x = value(a), y = value(b);
      if (x === undefined || y === undefined) return (x === undefined) - (y === undefined);
      const n = Number(x) - Number(y);
      return direction * (Number.isNaN(n) ? (x < y ? -1 : x > y ? 1 : 0) : n);
    });
    body.append(...rows);
    heads.forEach((head, one) => {
      if (one === at) head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    });
  };
  heads.forEach((head, at) => {
    const button = document.createElement('button');
    const first = head.classList.contains('words') ? 1 : -1;
    button.type = 'button';
    button.addEventListener('click', () => {
      const now = head.getAttribute('aria-sort');
      sort(at, now === null ? first : now === 'ascending' ? -1 : 1);
    });
    sortable.push({ head, button });
  });
}
const wrap = () => {
  for (const { head, button } of sortable) {
    button.append(...head.childNodes);
    head.append(button);
  }
};
const unwrap = () => {
  for (const { head, button } of sortable) head.replaceChildren(...button.childNodes);
};
wrap();
addEventListener('beforeprint', unwrap);
addEventListener('afterprint', wrap);
`;

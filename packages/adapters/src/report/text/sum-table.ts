import { left, lineWidth, right, width } from './width.js';
import { wrap } from './wrap.js';

/** A row of a sum. */
export interface SumRow {
  readonly label: string;
  /** what stands before the label, which is set in for it; absent: the row is no part of the one above it */
  readonly before?: string;
  /** the numbers, as many at most as there are columns for */
  readonly cells: ReadonlyArray<string>;
}

const gap = '  ';
/** As wide as a moment. */
const beforeWidth = '2021-05-14 20:03'.length;

/**
 * A sum in lines of at most 80 columns: blocks of rows with a rule between them, each label broken into as
 * many lines as it takes.
 *
 * @param headers of the columns with numbers
 */
export const sumTable = (
  headers: ReadonlyArray<string>,
  blocks: ReadonlyArray<ReadonlyArray<SumRow>>,
): ReadonlyArray<string> => {
  const rows = blocks.flat();
  const widths = headers.map((header, at) =>
    Math.max(width(header), ...rows.map(({ cells }) => width(cells[at] ?? ''))),
  );
  const room = lineWidth - widths.reduce((sum, one) => sum + gap.length + one, 0);
  const numbers = (cells: ReadonlyArray<string>): string =>
    widths.map((columns, at) => `${gap}${right(cells[at] ?? '', columns)}`).join('');
  const lines = ({ label, before, cells }: SumRow): ReadonlyArray<string> => {
    const first = before === undefined ? '' : `${gap}${left(before, beforeWidth)}${gap}`;
    return wrap(label, ' '.repeat(width(first)), room).map((line, at) =>
      at === 0 ? `${left(`${first}${line.trimStart()}`, room)}${numbers(cells)}`.trimEnd() : line,
    );
  };
  const rule = '─'.repeat(lineWidth);
  return [
    `${left('', room)}${numbers(headers)}`,
    ...blocks
      .filter((block) => block.length > 0)
      .flatMap((block, at) => [...(at === 0 ? [] : [rule]), ...block.flatMap(lines)]),
  ];
};

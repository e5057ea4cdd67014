import type { Spec } from 'vega';
import { cut } from '../text/width.js';
import { colours, type PlotValue, surface, type Width, widths } from './plot.js';

const font = { wide: 13, narrow: 12.5 } as const;
/** How wide a letter is at most on average, whatever font a system has. */
const letter = { wide: 7.4, narrow: 7.1 } as const;
/** Room for the number after the longest bar. */
const after = 72;

/** Where the names stand: before the bars, or above them where they are long and the room is little. */
export type NamesAt = 'before' | 'above';

/**
 * Lying bars, one below the other in the order given.
 *
 * @param width for a page or for a phone
 * @param namesAt where the names stand
 */
export const bars = (values: ReadonlyArray<PlotValue>, width: Width, namesAt: NamesAt): Spec => {
  const isAbove = namesAt === 'above';
  const most = Math.floor((widths[width] * (isAbove ? 0.95 : 0.45)) / letter[width]);
  const rows = values.map((value, at) => ({ ...value, at, name: cut(value.name, most) }));
  const longest = Math.max(0, ...rows.map(({ name }) => name.length));
  const left = isAbove ? 0 : Math.ceil(longest * letter[width]) + 14;
  const step = isAbove ? 38 : 23;
  const thick = isAbove ? 12 : 13;
  const height = rows.length * step;
  const fontSize = { value: font[width] };
  const middle = isAbove ? 27 : step / 2;
  const y = (offset: number) => ({ field: 'at', mult: step, offset });
  return {
    ...surface(widths[width], height, { left, right: after, top: 0, bottom: 0 }),
    data: [{ name: 'rows', values: rows }],
    scales: [
      { name: 'x', type: 'linear', domain: { data: 'rows', field: 'value' }, range: 'width', zero: true },
    ],
    marks: [
      {
        type: 'rect',
        aria: false,
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'value' },
            y: y(middle - thick / 2),
            height: { value: thick },
            cornerRadiusTopRight: { value: 2 },
            cornerRadiusBottomRight: { value: 2 },
            fill: [{ test: 'datum.isQuiet', value: colours.quiet }, { value: colours.bar }],
          },
        },
      },
      {
        type: 'text',
        aria: false,
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { value: isAbove ? 0 : -10 },
            y: y(isAbove ? 14 : middle + 4.5),
            align: { value: isAbove ? 'left' : 'right' },
            text: { field: 'name' },
            fontSize,
            fill: { value: colours.ink },
          },
        },
      },
      {
        type: 'text',
        aria: false,
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'value', offset: 7 },
            y: y(middle + 4.5),
            text: { field: 'text' },
            fontSize,
            fill: { value: colours.muted },
          },
        },
      },
    ],
  };
};

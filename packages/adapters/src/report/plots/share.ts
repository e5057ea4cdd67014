import type { Spec } from 'vega';
import { colours, surface, type Width, widths } from './plot.js';

/** A part of a whole, with its colour. */
export interface Share {
  readonly value: number;
  readonly colour: keyof typeof colours;
}

/** One bar that is parted: what portion of the whole each part is. */
export const share = (shares: ReadonlyArray<Share>, width: Width): Spec => {
  const rows = shares.map(({ colour }, at) => ({
    from: shares.slice(0, at).reduce((sum, one) => sum + one.value, 0),
    to: shares.slice(0, at + 1).reduce((sum, one) => sum + one.value, 0),
    fill: colours[colour],
  }));
  return {
    ...surface(widths[width], 28, { left: 0, right: 0, top: 0, bottom: 0 }),
    data: [{ name: 'rows', values: rows }],
    scales: [
      { name: 'x', type: 'linear', domain: { data: 'rows', field: 'to' }, range: 'width', zero: true },
    ],
    marks: [
      {
        type: 'rect',
        aria: false,
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'from' },
            x2: { scale: 'x', field: 'to' },
            y: { value: 0 },
            height: { value: 28 },
            fill: { field: 'fill' },
          },
        },
      },
    ],
  };
};

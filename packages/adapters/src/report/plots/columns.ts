import type { Spec } from 'vega';
import { colours, type PlotValue, surface, widths } from './plot.js';

const margins = { left: 0, right: 0, top: 24, bottom: 26 };
const height = 230;

/** Standing bars beside each other in the order given, for what goes on in time. For a page only. */
export const columns = (values: ReadonlyArray<PlotValue>): Spec => ({
  ...surface(widths.wide, height, margins),
  data: [{ name: 'rows', values: values.map((value, at) => ({ ...value, at })) }],
  scales: [
    { name: 'x', type: 'band', domain: { data: 'rows', field: 'at' }, range: 'width', padding: 0.28 },
    { name: 'y', type: 'linear', domain: { data: 'rows', field: 'value' }, range: 'height', zero: true },
  ],
  marks: [
    {
      type: 'rect',
      aria: false,
      from: { data: 'rows' },
      encode: {
        enter: {
          x: { scale: 'x', field: 'at' },
          width: { scale: 'x', band: 1 },
          y: { scale: 'y', field: 'value' },
          y2: { scale: 'y', value: 0 },
          cornerRadiusTopLeft: { value: 2 },
          cornerRadiusTopRight: { value: 2 },
          fill: { value: colours.bar },
        },
      },
    },
    {
      type: 'rule',
      aria: false,
      encode: {
        enter: {
          x: { value: 0 },
          x2: { signal: 'width' },
          y: { signal: 'height' },
          stroke: { value: colours.rule },
        },
      },
    },
    {
      type: 'text',
      aria: false,
      from: { data: 'rows' },
      encode: {
        enter: {
          x: { scale: 'x', field: 'at', band: 0.5 },
          y: { scale: 'y', field: 'value', offset: -7 },
          align: { value: 'center' },
          text: { field: 'text' },
          fontSize: { value: 12.5 },
          fill: { value: colours.muted },
        },
      },
    },
    {
      type: 'text',
      aria: false,
      from: { data: 'rows' },
      encode: {
        enter: {
          x: { scale: 'x', field: 'at', band: 0.5 },
          y: { signal: 'height + 18' },
          align: { value: 'center' },
          text: { field: 'name' },
          fontSize: { value: 13 },
          fill: { value: colours.ink },
        },
      },
    },
  ],
});

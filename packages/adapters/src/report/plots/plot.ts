import type { Spec } from 'vega';
import type { Lang } from '../context.js';
import { type Html, html, markup } from '../html/html.js';

/** The drawing library, loaded where a page is asked and not before: it takes its time. */
export type Vega = typeof import('vega');

/** How wide a drawing is, in pixels at its natural size: for a page, and for a phone. */
export const widths = { wide: 640, narrow: 320 } as const;
/** One of {@link widths}. */
export type Width = keyof typeof widths;

/** A plot in both widths, with what it says in words. */
export interface Plot {
  readonly wide: Spec;
  readonly narrow: Spec;
  /** what somebody who cannot see it gets to know */
  readonly description: string;
}

/** Colours follow the page, light or dark: they are names of its custom properties. */
export const colours = {
  bar: 'var(--bar)',
  quiet: 'var(--quiet)',
  late: 'var(--late)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  rule: 'var(--rule)',
} as const;

/**
 * A drawing surface of which every margin is given, so that nothing depends on how wide a machine finds
 * a text.
 */
export const surface = (
  width: number,
  height: number,
  margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): Pick<Spec, 'width' | 'height' | 'padding' | 'autosize'> => ({
  width: width - margins.left - margins.right,
  height: height - margins.top - margins.bottom,
  padding: margins,
  autosize: 'none',
});

/** One number of a plot. */
export interface PlotValue {
  readonly name: string;
  readonly value: number;
  /** as it is written beside the bar, with its marks */
  readonly text: string;
  /** a bucket, which is no category like the others */
  readonly isQuiet?: boolean;
}

const described = ({ name, text }: PlotValue): string => `${name} ${text}`;

/** A plot's numbers in a sentence; of many, the first ones. */
export const description = (title: string, values: ReadonlyArray<PlotValue>, lang: Lang): string => {
  const most = 12;
  const shown = values.slice(0, most).map(described).join(', ');
  const more = values.length - most;
  const rest =
    more <= 0
      ? ''
      : { nl: `; nog ${more} staan in de tabel`, en: `; another ${more} stand in the table` }[lang];
  return `${title}: ${shown}${rest}.`;
};

const opening = /^<svg[^>]*>/;

const drawn = async (vega: Vega, spec: Spec, width: Width, label: string): Promise<Html> => {
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const [tag = ''] = opening.exec(svg) ?? [];
  const box = /viewBox="[^"]*"/.exec(tag)?.[0] ?? '';
  const size = /width="([0-9.]+)" height="([0-9.]+)"/.exec(tag)?.[0] ?? '';
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="plot ${width}" ${markup(size)} ${markup(box)} role="img" aria-label="${label}">${markup(svg.slice(tag.length))}`;
};

/** Draws a plot in both widths; a style sheet shows one of them. */
export const drawPlot = async (vega: Vega, { wide, narrow, description: label }: Plot): Promise<Html> =>
  html`${await drawn(vega, wide, 'wide', label)}${await drawn(vega, narrow, 'narrow', label)}`;

import { printable } from '../printable.js';

/** A piece of a page that is markup already. Only {@link html} and {@link markup} make one. */
export interface Html {
  readonly markup: string;
}

/** What can stand in a page: text, which is escaped, and markup. */
export type Content = string | number | Html | ReadonlyArray<Content>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (one) => entities[one] ?? one);

const isHtml = (content: Html | ReadonlyArray<Content>): content is Html => 'markup' in content;

const drawn = (content: Content): string => {
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return isHtml(content) ? content.markup : content.map(drawn).join('');
};

/** Markup that this program wrote itself: a style sheet, a script, a drawing. Never text of an event. */
export const markup = (text: string): Html => ({ markup: text });

/** Nothing. */
export const empty = markup('');

/**
 * Markup with values in it. Every text is escaped, for elements and for quoted attributes alike; what an
 * event says is data and stays it.
 */
export const html = (strings: TemplateStringsArray, ...values: ReadonlyArray<Content>): Html =>
  markup(strings.map((part, at) => `${part}${drawn(values[at] ?? '')}`).join(''));

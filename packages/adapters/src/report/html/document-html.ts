import { createHash } from 'node:crypto';
import type { Lang } from '../context.js';
import { empty, type Html, html, markup } from './html.js';
import { style } from './style.js';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page may use its own style and script and nothing else: no network, no form, no frame. */
const policy = (script: string | undefined): string =>
  [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    ...(script === undefined ? [] : [`script-src ${hash(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** What stands in a page. */
export interface Document {
  readonly lang: Lang;
  readonly title: string;
  /** the link with which a keyboard gets past what stands first */
  readonly skip: { readonly to: string; readonly text: string };
  /** below the title */
  readonly header: Html;
  readonly main: Html;
  /** which is of this program too; the page must work without it */
  readonly script?: string;
}

/** Links to what stands on the page. */
export const contentsHtml = (
  label: string,
  entries: ReadonlyArray<readonly [id: string, title: string]>,
): Html =>
  html`<nav aria-label="${label}"><ul>${entries.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;

/** A page that asks nothing of the network and stands in one file. */
export const documentHtml = ({
  lang,
  title,
  skip,
  header,
  main,
  script,
}: Document): Html => html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${markup(style)}</style>
</head>
<body>
<a class="skip" href="#${skip.to}">${skip.text}</a>
<header>
<h1>${title}</h1>
${header}
</header>
<main>
${main}
</main>
${
  script === undefined
    ? empty
    : html`<script>${markup(script)}</script>
`
}</body>
</html>
`;

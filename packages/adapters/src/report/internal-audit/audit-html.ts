import type { InternalAudit } from '../../internal-audit/internal-audit.js';
import type { Lang } from '../context.js';
import { contentsHtml, documentHtml } from '../html/document-html.js';
import { type Html, html } from '../html/html.js';
import { tableHtml } from '../html/table-html.js';
import { pageWords } from '../labels/page.js';
import type { Table } from '../tables/table.js';
import { auditScope, auditTables, auditTitle } from './audit-tables.js';

const skip = { en: 'To the summary', nl: 'Naar de samenvatting' };

const sectionHtml = (table: Table, lang: Lang): Html =>
  html`<section id="${table.id}">
<h2 id="${table.id}-title">${table.title}</h2>
${tableHtml(table, false, `${table.id}-title`, lang)}
</section>
`;

/** The report of an internal audit as one page that asks nothing of the network and runs no script. */
export const auditHtml = (audit: InternalAudit, lang: Lang): string => {
  const tables = auditTables(audit, { lang, idOf: (id) => id, isPage: true });
  return documentHtml({
    lang,
    title: auditTitle(audit, lang),
    skip: { to: 'summary', text: skip[lang] },
    header: html`<p class="asof">${auditScope(audit, lang)}</p>`,
    main: html`${contentsHtml(
      pageWords[lang].contents,
      tables.map(({ id, title }) => [id, title] as const),
    )}
${tables.map((table) => sectionHtml(table, lang))}`,
  }).markup;
};

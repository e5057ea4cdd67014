import type { InternalAudit } from '../../internal-audit/internal-audit.js';
import type { Lang } from '../context.js';
import { shortIds } from '../text/short-ids.js';
import { tableText } from '../text/table-text.js';
import { underlined } from '../text/underlined.js';
import { wrap } from '../text/wrap.js';
import { auditScope, auditTables, auditTitle } from './audit-tables.js';
import { idsIn } from './ids-in.js';

/** The report of an internal audit for a terminal, in lines of at most 80 columns. */
export const auditText = (audit: InternalAudit, lang: Lang): string => {
  const drawing = { lang, idOf: shortIds(idsIn(audit)), isPage: false };
  const lines = [
    ...underlined(auditTitle(audit, lang), '='),
    ...wrap(auditScope(audit, lang)),
    ...auditTables(audit, drawing).flatMap((table) => {
      const [first = '', ...rest] = tableText(table);
      return ['', ...underlined(table.title, '-'), ...(first === '' ? [] : ['']), first, ...rest];
    }),
  ];
  return `${lines.join('\n')}\n`;
};

import type { InternalAudit } from '../../internal-audit/internal-audit.js';
import type { Lang } from '../context.js';
import { restatedFigureJson } from '../json/restate-json.js';

/** The report of an internal audit as a JSON value; only the sentences of its findings depend on the language. */
export const auditJson = ({ recorders, restated, findings, ...audit }: InternalAudit, lang: Lang) => ({
  ...audit,
  actors: recorders.filter(({ role }) => role !== 'system'),
  system: recorders.filter(({ role }) => role === 'system'),
  restated:
    restated === null
      ? null
      : Object.fromEntries(restated.map((one) => [one.definition.name, restatedFigureJson(one)])),
  findings: findings.map((finding) => finding[lang]),
});

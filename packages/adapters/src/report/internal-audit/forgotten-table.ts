import { local } from '@burgernet/domain';
import type { ForgottenText } from '../../internal-audit/audited-log.js';
import { keptKindLabel, reasonLabel } from '../labels/codes.js';
import type { Table } from '../tables/table.js';
import { type AuditDrawing, actorText } from './drawing.js';
import { recordsTable } from './records-table.js';

const texts = {
  en: {
    title: 'What was forgotten',
    rowLabel: 'When',
    columns: ['Who', 'What', 'Why', 'Kept since', 'Reference'],
    nothing: 'Nothing was forgotten.',
  },
  nl: {
    title: 'Wat is vergeten',
    rowLabel: 'Wanneer',
    columns: ['Wie', 'Wat', 'Waarom', 'Bewaard sinds', 'Verwijzing'],
    nothing: 'Er is niets vergeten.',
  },
};

/** The personal data that was forgotten, as the log tells it. */
export const forgottenTable = (forgotten: ReadonlyArray<ForgottenText>, drawing: AuditDrawing): Table => {
  const { lang, idOf } = drawing;
  const said = texts[lang];
  return recordsTable(
    'forgotten',
    said,
    forgotten.map(({ at, role, actorId, what, reason, keptSince, reference }) => [
      at,
      [
        actorText(role, actorId, null, drawing),
        keptKindLabel(what, lang),
        reasonLabel({ code: reason }, lang),
        local(keptSince),
        idOf(reference),
      ],
    ]),
    forgotten.length === 0 ? [said.nothing] : [],
  );
};

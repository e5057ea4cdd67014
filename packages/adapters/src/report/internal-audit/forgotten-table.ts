import { local } from '@burgernet/domain';
import type { ForgottenText } from '../../internal-audit/audited-log.js';
import { keptKindLabel, reasonLabel } from '../labels/codes.js';
import { type Table, words, wordy } from '../tables/table.js';
import { type AuditDrawing, actorText } from './drawing.js';

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
  return {
    id: 'forgotten',
    title: said.title,
    rowLabel: said.rowLabel,
    columns: said.columns.map(wordy),
    rows: forgotten.map(({ at, role, actorId, what, reason, keptSince, reference }) => ({
      name: local(at),
      cells: [
        words(actorText(role, actorId, null, drawing)),
        words(keptKindLabel(what, lang)),
        words(reasonLabel({ code: reason }, lang)),
        words(local(keptSince)),
        words(idOf(reference)),
      ],
    })),
    totals: [],
    notes: forgotten.length === 0 ? [said.nothing] : [],
  };
};

import { ConsultationReason, Role } from '@burgernet/domain';
import type { AccessRecord } from '../../vault/port.js';
import { consultationLabel, keptKindLabel, roleLabel } from '../labels/codes.js';
import { numeric, plainCount, type Table } from '../tables/table.js';
import { type AuditDrawing, actorText } from './drawing.js';
import { recordsTable } from './records-table.js';

const texts = {
  en: {
    counts: 'Readings of the vault, by reason and role',
    reason: 'Reason',
    total: 'Total',
    lines: {
      title: 'Every reading of the vault',
      rowLabel: 'When',
      columns: ['Who', 'Reason', 'What', 'Reference'],
    },
    nothing: 'Nobody read anything in the vault.',
    noVault: 'There is no vault beside this store.',
  },
  nl: {
    counts: 'Gelezen in de kluis, per reden en rol',
    reason: 'Reden',
    total: 'Totaal',
    lines: {
      title: 'Elke keer dat iets in de kluis is gelezen',
      rowLabel: 'Wanneer',
      columns: ['Wie', 'Reden', 'Wat', 'Verwijzing'],
    },
    nothing: 'Niemand heeft iets in de kluis gelezen.',
    noVault: 'Naast deze opslag staat geen kluis.',
  },
};

/** How often what the vault keeps was read, for what and by whom. */
const countsTable = (
  accesses: ReadonlyArray<AccessRecord>,
  note: string | undefined,
  { lang }: AuditDrawing,
): Table => {
  const said = texts[lang];
  const roles = Role.values.filter((role) => accesses.some((one) => one.role === role));
  const reasons = ConsultationReason.values.filter((reason) => accesses.some((one) => one.reason === reason));
  const cells = (of: ReadonlyArray<AccessRecord>) => [
    ...roles.map((role) => plainCount(of.filter((one) => one.role === role).length, lang)),
    plainCount(of.length, lang),
  ];
  return {
    id: 'access',
    title: said.counts,
    rowLabel: said.reason,
    columns: [...roles.map((role) => roleLabel(role, lang)), said.total].map(numeric),
    rows: reasons.map((reason) => ({
      name: consultationLabel(reason, lang),
      cells: cells(accesses.filter((one) => one.reason === reason)),
    })),
    totals: accesses.length === 0 ? [] : [{ name: said.total, cells: cells(accesses) }],
    notes: note === undefined ? [] : [note],
  };
};

/** Each of them, without the name of who read. */
const linesTable = (
  accesses: ReadonlyArray<AccessRecord>,
  note: string | undefined,
  drawing: AuditDrawing,
): Table => {
  const { lang, idOf } = drawing;
  return recordsTable(
    'readings',
    texts[lang].lines,
    accesses.map(({ at, role, actorId, reason, kind, reference }) => [
      at,
      [
        actorText(role, actorId, null, drawing),
        consultationLabel(reason, lang),
        keptKindLabel(kind, lang),
        idOf(reference),
      ],
    ]),
    note === undefined ? [] : [note],
  );
};

/** What was read in the vault. @param accesses `null` where there is no vault */
export const accessTables = (
  accesses: ReadonlyArray<AccessRecord> | null,
  drawing: AuditDrawing,
): ReadonlyArray<Table> => {
  const said = texts[drawing.lang];
  const note = accesses === null ? said.noVault : accesses.length === 0 ? said.nothing : undefined;
  return [countsTable(accesses ?? [], note, drawing), linesTable(accesses ?? [], note, drawing)];
};

import { local } from '@burgernet/domain';
import type { Recorder } from '@burgernet/projections';
import { count } from '../numbers.js';
import { numeric, plainCount, type Row, type Table, words, wordy } from '../tables/table.js';
import { type AuditDrawing, actorText } from './drawing.js';

const texts = {
  en: {
    title: 'Who recorded what',
    rowLabel: 'Role, id and events',
    columns: ['Events', 'Imported', 'First', 'Last'],
    nobody: 'Nobody recorded anything.',
    noPerson: 'Nobody but the system recorded anything.',
    names: 'Names stand in the vault; burgernet vault show ID --reason CODE reads one, and leaves a record.',
    unreadable: (n: string) =>
      `Events that cannot be read: ${n}. Who recorded them this release does not say; burgernet check names them.`,
  },
  nl: {
    title: 'Wie wat heeft vastgelegd',
    rowLabel: 'Rol, id en gebeurtenissen',
    columns: ['Aantal', 'Import', 'Eerste', 'Laatste'],
    nobody: 'Niemand heeft iets vastgelegd.',
    noPerson: 'Alleen het systeem heeft iets vastgelegd.',
    names:
      'Namen staan in de kluis; burgernet vault show ID --reason CODE leest er een, en dat wordt vastgelegd.',
    unreadable: (n: string) =>
      `Gebeurtenissen die niet te lezen zijn: ${n}. Wie ze vastlegde, zegt deze versie niet; burgernet check noemt ze.`,
  },
};

/** What somebody recorded: a row of sums, and below it one for each type of event. */
const rowsOf = (recorder: Recorder, drawing: AuditDrawing): ReadonlyArray<Row> => {
  const { role, actorId, municipality, events, imported, first, last, byType } = recorder;
  const { lang } = drawing;
  return [
    {
      name: actorText(role, actorId, municipality, drawing),
      cells: [
        plainCount(events, lang),
        plainCount(imported, lang),
        { ...words(local(first)), sort: first },
        { ...words(local(last)), sort: last },
      ],
    },
    ...byType.map(
      (of): Row => ({
        name: of.type,
        isPart: true,
        cells: [plainCount(of.events, lang), words(''), words(''), words('')],
      }),
    ),
  ];
};

/** Who recorded what, in which role; the system stands apart, below everybody else. */
export const whoTable = (
  recorders: ReadonlyArray<Recorder>,
  unreadable: number,
  drawing: AuditDrawing,
): Table => {
  const { lang } = drawing;
  const said = texts[lang];
  const people = recorders.filter(({ role }) => role !== 'system');
  const system = recorders.filter(({ role }) => role === 'system');
  const [events, imported, first, last] = said.columns;
  return {
    id: 'who',
    title: said.title,
    rowLabel: said.rowLabel,
    columns: [numeric(events ?? ''), numeric(imported ?? ''), wordy(first ?? ''), wordy(last ?? '')],
    rows: people.flatMap((one) => rowsOf(one, drawing)),
    totals: system.flatMap((one) => rowsOf(one, drawing)),
    notes: [
      ...(recorders.length === 0 ? [said.nobody] : people.length === 0 ? [said.noPerson] : [said.names]),
      ...(unreadable === 0 ? [] : [said.unreadable(count(unreadable, lang))]),
    ],
  };
};

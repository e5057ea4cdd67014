import { type Instant, local } from '@burgernet/domain';
import type { RefusalRecord } from '../../refusals/port.js';
import type { Table } from '../tables/table.js';
import { type AuditDrawing, actorText } from './drawing.js';
import { recordsTable } from './records-table.js';

const texts = {
  en: {
    title: 'What was refused',
    rowLabel: 'When',
    columns: ['Who', 'Asked', 'Rule', 'Of'],
    nothing: 'No refusal is on record.',
    since: (at: string) => `Refusals are recorded since ${at}; what was refused before is not known.`,
    unknown:
      'Unknown is who never acted before: of somebody who is refused no name is kept, and so there is no id.',
    never: 'No record of refusals is kept beside this store yet, so what was refused is not known.',
  },
  nl: {
    title: 'Wat is geweigerd',
    rowLabel: 'Wanneer',
    columns: ['Wie', 'Gevraagd', 'Regel', 'Van'],
    nothing: 'Er is geen weigering vastgelegd.',
    since: (at: string) =>
      `Weigeringen worden vastgelegd sinds ${at}; wat daarvoor is geweigerd, is niet bekend.`,
    unknown:
      'Onbekend is wie nog nooit handelde: van wie geweigerd wordt, wordt geen naam bewaard, en dus is er geen id.',
    never:
      'Naast deze opslag wordt nog geen register van weigeringen bijgehouden; wat is geweigerd, is dus niet bekend.',
  },
};

/**
 * What was refused, in the order in which it was.
 *
 * @param since when refusals are recorded; `undefined` where they never were
 */
export const refusalsTable = (
  refusals: ReadonlyArray<RefusalRecord>,
  since: Instant | undefined,
  drawing: AuditDrawing,
): Table => {
  const said = texts[drawing.lang];
  return recordsTable(
    'refused',
    said,
    refusals.map(({ at, role, actorId, municipality, command, rule, kind, id }) => [
      at,
      [actorText(role, actorId, municipality, drawing), command, rule, `${kind} ${drawing.idOf(id)}`],
    ]),
    [
      ...(since === undefined ? [said.never] : refusals.length === 0 ? [said.nothing] : []),
      ...(refusals.some(({ actorId }) => actorId === null) ? [said.unknown] : []),
      ...(since === undefined ? [] : [said.since(local(since))]),
    ],
  );
};

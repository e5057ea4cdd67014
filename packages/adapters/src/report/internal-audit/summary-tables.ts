import { interval } from '@burgernet/domain';
import { isWhen } from '@burgernet/projections';
import type { InternalAudit } from '../../internal-audit/internal-audit.js';
import { count } from '../numbers.js';
import { numeric, plainCount, type Table } from '../tables/table.js';
import type { AuditDrawing } from './drawing.js';

const texts = {
  en: {
    summary: 'In short',
    what: 'What',
    count: 'Number',
    rows: {
      recorders: 'Ids that recorded something',
      events: 'Events, those of the system too',
      refused: 'Refusals',
      checkpoints: 'Checkpoints',
      broken: 'Not borne out by the log now',
      gaps: 'Days without a checkpoint',
      restated: 'Figures that changed since the end',
      accesses: 'Readings of the vault',
      forgotten: 'Texts and names forgotten',
      findings: 'Findings of the check',
    },
    notStated: '–: not known.',
    check: 'What the check finds',
    nothing: 'Nothing is wrong with the events.',
    more: (n: string) => `And ${n} more; burgernet check names them all.`,
    whole: 'The check looks at the whole log as it is now, of whatever year.',
  },
  nl: {
    summary: 'In het kort',
    what: 'Wat',
    count: 'Aantal',
    rows: {
      recorders: "Id's die iets hebben vastgelegd",
      events: 'Gebeurtenissen, ook van het systeem',
      refused: 'Weigeringen',
      checkpoints: 'Controlepunten',
      broken: 'Niet door het log bevestigd',
      gaps: 'Dagen zonder controlepunt',
      restated: 'Sinds het einde veranderde cijfers',
      accesses: 'Keren dat in de kluis is gelezen',
      forgotten: 'Vergeten teksten en namen',
      findings: 'Bevindingen van de controle',
    },
    notStated: '–: niet bekend.',
    check: 'Wat de controle vindt',
    nothing: 'Er is niets mis met de gebeurtenissen.',
    more: (n: string) => `En nog ${n}; burgernet check noemt ze alle.`,
    whole: 'De controle kijkt naar het hele log zoals het nu is, van welk jaar ook.',
  },
};

/** How many findings are told here. */
const most = 100;

/** Whether refusals were recorded in the year at all. */
const isRefusalKnown = ({ year, refusals: { since } }: InternalAudit): boolean =>
  since !== null && isWhen(since, { to: interval({ year }).end });

/** What matters, in numbers. */
export const summaryTable = (audit: InternalAudit, { lang }: Pick<AuditDrawing, 'lang'>): Table => {
  const said = texts[lang];
  const { recorders, refusals, checkpoints, withoutCheckpoint, restated, accesses, forgotten, findings } =
    audit;
  const changed = restated?.filter(({ restatement }) => restatement.changes.length > 0).length ?? null;
  const numbers: ReadonlyArray<readonly [keyof typeof said.rows, number | null]> = [
    ['recorders', recorders.filter(({ role }) => role !== 'system').length],
    ['events', recorders.reduce((sum, { events }) => sum + events, 0)],
    ['refused', isRefusalKnown(audit) ? refusals.refused.length : null],
    ['checkpoints', checkpoints.length],
    ['broken', checkpoints.filter(({ holds }) => holds !== 'yes').length],
    ['gaps', withoutCheckpoint.reduce((sum, { days }) => sum + days, 0)],
    ['restated', changed],
    ['accesses', accesses === null ? 0 : accesses.length],
    ['forgotten', forgotten.length],
    ['findings', findings.length],
  ];
  return {
    id: 'summary',
    title: said.summary,
    rowLabel: said.what,
    columns: [numeric(said.count)],
    rows: numbers.map(([name, value]) => ({
      name: said.rows[name],
      isPart: name === 'broken',
      cells: [plainCount(value, lang)],
    })),
    totals: [],
    notes: numbers.some(([, value]) => value === null) ? [said.notStated] : [],
  };
};

/** What is wrong with the log, a sentence each. */
export const findingsTable = (
  { findings }: Pick<InternalAudit, 'findings'>,
  { lang }: Pick<AuditDrawing, 'lang'>,
): Table => {
  const said = texts[lang];
  const left = findings.length - most;
  return {
    id: 'check',
    title: said.check,
    rowLabel: '',
    columns: [],
    rows: [],
    totals: [],
    notes: [
      ...(findings.length === 0 ? [said.nothing] : findings.slice(0, most).map((finding) => finding[lang])),
      ...(left > 0 ? [said.more(count(left, lang))] : []),
      said.whole,
    ],
  };
};

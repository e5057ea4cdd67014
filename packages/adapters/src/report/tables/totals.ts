import { Channel, successClasses } from '@burgernet/domain';
import type { AnnualReport, FigureEntry } from '@burgernet/projections';
import { besideText, marksOf } from '../beside.js';
import type { Lang } from '../context.js';
import { figureLabel, partOfRowLabel } from '../labels/figures.js';
import {
  amountCell,
  type Column,
  denominatorCell,
  numeric,
  percentageCell,
  plainCount,
  type Row,
  type Table,
  withoutEmptyColumns,
  words,
  wordy,
} from './table.js';

const columns: Readonly<Record<Lang, ReadonlyArray<Column>>> = {
  nl: [numeric('Aantal'), numeric('van'), numeric('Aandeel'), wordy('Gepubliceerd')],
  en: [numeric('Count'), numeric('of'), numeric('Share'), wordy('Published')],
};
const rowLabel: Readonly<Record<Lang, string>> = { nl: 'Cijfer', en: 'Figure' };

const row = (name: string, entry: FigureEntry, lang: Lang, isPart = false): Row => ({
  name,
  isPart,
  cells: [
    amountCell(entry, lang),
    entry.denominator == null ? words('') : denominatorCell(entry, lang),
    entry.percentage == null ? words('') : percentageCell(entry, lang),
    words(besideText(entry, lang)),
  ],
});

const byMethod = (name: string, entry: FigureEntry, lang: Lang): ReadonlyArray<Row> =>
  (entry.byMethod ?? []).map(({ method, value }) => ({
    name: `${name} (${method})`,
    cells: [{ ...plainCount(value, lang), marks: marksOf(entry) }, words(''), words(''), words('')],
  }));

const isStated = ({ value, numerator, byMethod: methods, published }: FigureEntry): boolean =>
  value != null || numerator != null || methods !== undefined || published !== undefined;

/** The figures of these names, one below the other. */
const rowsOf = (report: AnnualReport, names: ReadonlyArray<string>, lang: Lang): ReadonlyArray<Row> =>
  names.flatMap((name) => {
    const entry = report.figures[name];
    if (entry === undefined) return [];
    const part = partOfRowLabel(name, lang);
    const label = part ?? figureLabel(name, lang);
    if (entry.byMethod !== undefined) return byMethod(label, entry, lang);
    return [row(label, entry, lang, part !== undefined)];
  });

const classes = successClasses.filter((one) => one !== 'none').map((one) => `success.class.${one}`);
const otherChannels: Readonly<Record<Lang, string>> = {
  nl: 'Bereik via andere kanalen',
  en: 'Reached by other channels',
};

const reachRows = (report: AnnualReport, lang: Lang): ReadonlyArray<Row> => {
  const names = Channel.values.map((channel) => `reach.${channel}`);
  const stated = names.filter((name) => isStated(report.figures[name] ?? { version: 1 }));
  return [
    ...rowsOf(report, stated, lang),
    ...(stated.length === names.length ? [] : [row(otherChannels[lang], { version: 1, value: null }, lang)]),
  ];
};

const table = (id: string, title: string, rows: ReadonlyArray<Row>, lang: Lang): Table =>
  withoutEmptyColumns({
    id,
    title,
    rowLabel: rowLabel[lang],
    columns: columns[lang],
    rows,
    totals: [],
    notes: [],
  });

/** Actions, how they were responded to, whom they reached. */
export const actionsTable = (report: AnnualReport, lang: Lang): Table =>
  table(
    'actions',
    { nl: 'Acties, reacties en bereik', en: 'Actions, responses and reach' }[lang],
    [
      ...rowsOf(
        report,
        [
          'actions',
          'actions.with-response',
          'responses.0800-0011',
          'responses.app',
          'responses.112',
          'responses.0900-8844',
          'responses.other',
        ],
        lang,
      ),
      ...reachRows(report, lang),
      ...rowsOf(report, ['shares'], lang),
    ],
    lang,
  );

/** Successes: those of the portal, all that are known, and what they are made of. */
export const successTable = (report: AnnualReport, lang: Lang): Table =>
  table(
    'successes',
    { nl: 'Successen', en: 'Successes' }[lang],
    rowsOf(
      report,
      [
        'success.portal',
        'success.full',
        ...classes,
        'success.late',
        'success.class.none',
        'success.indirect',
        'find.without-burgernet',
        'actions.awaiting-verdict',
        'thanks.due',
      ],
      lang,
    ),
    lang,
  );

/** What was sent by mail: inquiries of police teams, prevention messages of municipalities. */
export const mailingsTable = (report: AnnualReport, lang: Lang): Table =>
  table(
    'mailings',
    { nl: 'Buurtonderzoek en preventie', en: 'Inquiries and prevention' }[lang],
    rowsOf(
      report,
      [
        'inquiries',
        'inquiries.relevant',
        'inquiries.to-the-case',
        'inquiries.teams',
        'prevention',
        'prevention.municipalities',
        'safety-officers.municipalities',
      ],
      lang,
    ),
    lang,
  );

/** Who takes part, in the region as a whole. */
export const participationTable = (report: AnnualReport, lang: Lang): Table =>
  table(
    'participation',
    { nl: 'Deelname', en: 'Participation' }[lang],
    rowsOf(report, ['participants.sms-voice', 'participants.mail', 'app.downloads'], lang),
    lang,
  );

import type { AnnualReport, FiguresByName } from '@burgernet/projections';
import { amountOf } from '../beside.js';
import type { ReportContext } from '../context.js';
import { figureLabel } from '../labels/figures.js';
import { notAttributedLabel, regionLabel } from '../labels/vocabulary.js';
import { inNameOrder } from './name-order.js';
import { notesOn, type Placed } from './notes.js';
import {
  amountCell,
  type Column,
  denominatorCell,
  numeric,
  percentageCell,
  type Row,
  type Table,
} from './table.js';

/** A municipality's row of figures with its name, or the bucket of what belongs to none. */
interface Named {
  readonly name: string;
  readonly figures: FiguresByName;
  readonly isBucket: boolean;
}

const named = (report: AnnualReport, { lang, municipalityName }: ReportContext): ReadonlyArray<Named> =>
  report.byMunicipality.map(({ code, figures }) => ({
    name: code === null ? notAttributedLabel(lang) : municipalityName(code),
    figures,
    isBucket: code === null,
  }));

/** The municipality rows in order of name, then the bucket and the region's total. */
const laidOut = (
  report: AnnualReport,
  context: ReportContext,
  figures: ReadonlyArray<string>,
  rowOf: (name: string, figures: FiguresByName) => Row,
): Pick<Table, 'rows' | 'totals' | 'notes' | 'rowLabel'> => {
  const { lang } = context;
  const all = named(report, context);
  const isStated = ({ figures: row }: Named): boolean =>
    figures.some((name) => {
      const entry = row[name];
      return entry !== undefined && (amountOf(entry) !== null || entry.published !== undefined);
    });
  const isWanted = (one: Named): boolean =>
    isStated(one) &&
    !(one.isBucket && figures.every((name) => amountOf(one.figures[name] ?? { version: 1 }) === 0));
  const municipalities = all
    .filter((one) => !one.isBucket && isWanted(one))
    .sort((a, b) => inNameOrder(a.name, b.name));
  const buckets = all.filter((one) => one.isBucket && isWanted(one));
  const total: Named = { name: regionLabel(report.region, lang), figures: report.figures, isBucket: false };
  const placed = municipalities.flatMap(
    ({ name, figures: row }): ReadonlyArray<Placed> =>
      figures.flatMap((figure) => {
        const entry = row[figure];
        return entry === undefined ? [] : [{ row: name, figure, entry }];
      }),
  );
  return {
    rowLabel: { nl: 'Gemeente', en: 'Municipality' }[lang],
    rows: municipalities.map(({ name, figures: row }) => rowOf(name, row)),
    totals: [...buckets, total].map(({ name, figures: row }) => rowOf(name, row)),
    notes: notesOn(placed, lang),
  };
};

const actions = 'actions';
const responses = [actions, 'actions.with-response', 'responses.0800-0011', 'responses.app'];

/** Actions of each municipality and the responses to them, what is not attributed, and the region. */
export const actionsByMunicipality = (report: AnnualReport, context: ReportContext): Table => {
  const { lang } = context;
  const columns: ReadonlyArray<Column> = {
    nl: [numeric('Acties'), numeric('Met reactie'), numeric('0800-0011'), numeric('Via de app')],
    en: [numeric('Actions'), numeric('Responded'), numeric('0800-0011'), numeric('By the app')],
  }[lang];
  return {
    id: 'actions-by-municipality',
    title: {
      nl: 'Acties en reacties per gemeente',
      en: 'Actions and responses by municipality',
    }[lang],
    columns,
    ...laidOut(report, context, responses, (name, figures) => ({
      name,
      cells: responses.map((figure) => amountCell(figures[figure], lang)),
    })),
  };
};

const successes = ['success.portal', 'success.full'];

/**
 * Successes of each municipality. `undefined` where every one of them would be an assumption: a table
 * of those would only be quoted as facts.
 */
export const successByMunicipality = (report: AnnualReport, context: ReportContext): Table | undefined => {
  const { lang } = context;
  const isKnown = report.byMunicipality.some(({ figures }) =>
    successes.some((name) => figures[name]?.assumed !== true),
  );
  if (!isKnown) return undefined;
  return {
    id: 'successes-by-municipality',
    title: { nl: 'Successen per gemeente', en: 'Successes by municipality' }[lang],
    columns: [
      numeric(figureLabel(actions, lang)),
      numeric({ nl: 'Portaal', en: 'Portal' }[lang]),
      numeric({ nl: 'Aandeel', en: 'Share' }[lang]),
      numeric({ nl: 'Alle bekende', en: 'All known' }[lang]),
      numeric({ nl: 'Aandeel', en: 'Share' }[lang]),
    ],
    ...laidOut(report, context, [actions, ...successes], (name, figures) => ({
      name,
      cells: [
        amountCell(figures[actions], lang),
        ...successes.flatMap((figure) => [
          amountCell(figures[figure], lang),
          percentageCell(figures[figure], lang),
        ]),
      ],
    })),
  };
};

const participants = ['participants.sms-voice', 'participants.mail'];

/** Participants of each municipality and what part of the inhabitants they are. */
export const participantsByMunicipality = (report: AnnualReport, context: ReportContext): Table => {
  const { lang } = context;
  const share = { nl: 'Aandeel', en: 'Share' }[lang];
  return {
    id: 'participants-by-municipality',
    title: { nl: 'Deelnemers per gemeente', en: 'Participants by municipality' }[lang],
    columns: [
      numeric({ nl: 'Inwoners', en: 'Inhabitants' }[lang]),
      numeric({ nl: 'Sms of spraak', en: 'SMS or voice' }[lang]),
      numeric(share),
      numeric({ nl: 'E-mail', en: 'E-mail' }[lang]),
      numeric(share),
    ],
    ...laidOut(report, context, participants, (name, figures) => ({
      name,
      cells: [
        denominatorCell(figures['participants.sms-voice'] ?? figures['participants.mail'], lang),
        ...participants.flatMap((figure) => [
          amountCell(figures[figure], lang),
          percentageCell(figures[figure], lang),
        ]),
      ],
    })),
  };
};

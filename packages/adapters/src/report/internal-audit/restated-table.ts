import { causeLabel } from '../labels/causes.js';
import { figureLabel } from '../labels/figures.js';
import { count, signed } from '../numbers.js';
import { numeric, plainCount, type Row, type Table, words, wordy } from '../tables/table.js';
import { movedValues } from '../text/moved-text.js';
import { marksBeside, type Restated, restateLegend } from '../text/restate-text.js';
import type { AuditDrawing } from './drawing.js';

const texts = {
  en: {
    title: "The year's figures since its end",
    rowLabel: 'Figure and cause',
    columns: ['At its end → now', 'Numerator', 'Denominator', 'Events'],
    notOver: 'The year was not over, so there is nothing to compare.',
    unchanged: (n: string) => `Figures that did not change since the end of the year: ${n}.`,
    events: 'burgernet restate names the events of each cause.',
  },
  nl: {
    title: 'De cijfers van het jaar sinds het einde ervan',
    rowLabel: 'Cijfer en oorzaak',
    columns: ['Aan het einde → nu', 'Teller', 'Noemer', 'Gebeurtenissen'],
    notOver: 'Het jaar was nog niet voorbij; er is dus niets te vergelijken.',
    unchanged: (n: string) => `Cijfers die sinds het einde van het jaar niet veranderden: ${n}.`,
    events: 'burgernet restate noemt de gebeurtenissen van elke oorzaak.',
  },
};

/** A figure that changed: what it was and is, and below it what each cause did. */
const rowsOf = (restated: Restated, { lang }: Pick<AuditDrawing, 'lang'>): ReadonlyArray<Row> => {
  const {
    definition,
    restatement: { from, to, changes },
  } = restated;
  const isRatio = from.kind === 'ratio' || to.kind === 'ratio';
  return [
    {
      name: figureLabel(definition.name, lang),
      cells: [
        { ...words(movedValues({ before: from, after: to }, lang)), marks: marksBeside(restated) },
        words(''),
        words(''),
        words(''),
      ],
    },
    ...changes.map(
      ({ cause, numerator, denominator, events }): Row => ({
        name: causeLabel(cause, lang),
        isPart: true,
        cells: [
          words(''),
          { ...plainCount(numerator, lang), text: signed(numerator, lang) },
          isRatio ? { ...plainCount(denominator, lang), text: signed(denominator, lang) } : words(''),
          plainCount(events.length, lang),
        ],
      }),
    ),
  ];
};

/** What became of the year's figures between its end and now, by cause. */
export const restatedTable = (
  restated: ReadonlyArray<Restated> | null,
  { lang }: Pick<AuditDrawing, 'lang'>,
): Table => {
  const said = texts[lang];
  const changed = (restated ?? []).filter(({ restatement }) => restatement.changes.length > 0);
  const [moved = '', numerator = '', denominator = '', events = ''] = said.columns;
  return {
    id: 'restated',
    title: said.title,
    rowLabel: said.rowLabel,
    columns: [wordy(moved), numeric(numerator), numeric(denominator), numeric(events)],
    rows: changed.flatMap((one) => rowsOf(one, { lang })),
    totals: [],
    notes:
      restated === null
        ? [said.notOver]
        : [
            ...restateLegend(changed, lang),
            said.unchanged(count(restated.length - changed.length, lang)),
            ...(changed.length === 0 ? [] : [said.events]),
          ],
  };
};

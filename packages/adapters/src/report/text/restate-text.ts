import { both, local } from '@burgernet/domain';
import type {
  AsOf,
  Change,
  Definition,
  FigureEntry,
  FigureValue,
  MovingEvent,
  Restatement,
} from '@burgernet/projections';
import { asOfShort } from '../as-of.js';
import { type Mark, marksOf, signs } from '../beside.js';
import type { Lang, ReportContext } from '../context.js';
import { causeLabel } from '../labels/causes.js';
import { figureLabel } from '../labels/figures.js';
import { groupLabel } from '../labels/senders.js';
import { markText } from '../legend.js';
import { count, signed } from '../numbers.js';
import type { Stories } from '../story/steps.js';
import { type Naming, streamTitle } from '../story/stream-head.js';
import { movedValues } from './moved-text.js';
import { type SumRow, sumTable } from './sum-table.js';
import { wrap } from './wrap.js';

/** A figure with what became of it, and with what is said beside it at either date. */
export interface Restated {
  readonly definition: Definition;
  readonly restatement: Restatement;
  readonly from: FigureEntry;
  readonly to: FigureEntry;
}

/** What a restatement is told with. */
export interface RestateTelling {
  readonly from: AsOf;
  readonly to: AsOf;
  /** how many events of a cause are shown */
  readonly most: number;
  /** of the streams of the events that are shown, as known at the later date */
  readonly stories: Stories;
  readonly naming: Naming;
  readonly context: ReportContext;
}

/** What a change of a figure comes to. */
type Amounts = Pick<Change, 'numerator' | 'denominator'>;

/** What a reader must know of a figure before quoting any of this: the marks of either date. */
export const marksBeside = ({ from, to }: Restated): ReadonlyArray<Mark> => [
  ...new Set([from, to].flatMap(marksOf).filter((mark) => mark !== 'differs')),
];

/** The signs that stand in restatements, and what each means. */
export const restateLegend = (all: ReadonlyArray<Restated>, lang: Lang): ReadonlyArray<string> =>
  [...new Set(all.flatMap(marksBeside))].map((mark) => `${signs[mark]} ${markText(mark, lang)}`);

/** The events of a change that a person is told of. */
export const shownMoves = ({ changes }: Restatement, most: number): ReadonlyArray<MovingEvent> =>
  changes.flatMap(({ events }) => events.slice(0, most));

const groupsOf = ({ came = [], went = [] }: MovingEvent, context: ReportContext): ReadonlyArray<string> =>
  [
    ...came.map((name) =>
      both(`${groupLabel(name, context)} came`, `${groupLabel(name, context)} kwam erbij`),
    ),
    ...went.map((name) => both(`${groupLabel(name, context)} went`, `${groupLabel(name, context)} viel weg`)),
  ].map((said) => said[context.lang]);

/** The figure at one of the two dates; one that was counted in several ways has a row for each. */
const standingRows = (
  asOf: AsOf,
  value: FigureValue,
  { context: { lang } }: RestateTelling,
): ReadonlyArray<SumRow> => {
  const label = asOfShort(asOf, lang);
  switch (value.kind) {
    case 'value':
      return [{ label, cells: [count(value.value, lang), ''] }];
    case 'ratio':
      return [{ label, cells: [count(value.numerator, lang), count(value.denominator, lang)] }];
    case 'by-method':
      return value.rows.map((row) => ({
        label: `${label}, ${row.method}`,
        cells: [count(row.value, lang), ''],
      }));
  }
};

const changeRow = ({ numerator, denominator }: Amounts, lang: ReportContext['lang']): SumRow['cells'] => [
  signed(numerator, lang),
  signed(denominator, lang),
];

/** A cause, and under it what its events make of it: those that are not shown together in one row. */
const changeRows = ({ cause, events, ...change }: Change, telling: RestateTelling): ReadonlyArray<SumRow> => {
  const { most, stories, naming, context } = telling;
  const { lang } = context;
  const rest = events.slice(most);
  const sum = (amount: (event: MovingEvent) => number) => rest.reduce((all, one) => all + amount(one), 0);
  const left: Amounts = {
    numerator: sum((one) => one.numerator),
    denominator: sum((one) => one.denominator),
  };
  const more =
    rest.length === 1
      ? both('1 event more; --all shows it', 'nog 1 gebeurtenis; --all toont die')
      : both(
          `${count(rest.length, lang)} events more; --all shows them`,
          `nog ${count(rest.length, lang)} gebeurtenissen; --all toont ze`,
        );
  return [
    { label: causeLabel(cause, lang), cells: changeRow(change, lang) },
    ...events.slice(0, most).map((event): SumRow => {
      const title = streamTitle(event.stream, stories.get(event.stream) ?? [], context, naming);
      return {
        label: [title, ...groupsOf(event, context)].join('; '),
        before: local(event.recordedAt),
        cells: changeRow(event, lang),
      };
    }),
    ...(rest.length === 0 ? [] : [{ label: more[lang], before: '', cells: changeRow(left, lang) }]),
  ];
};

/**
 * A figure as a sum in a table: what it was, a row for every cause with its events under it, and what it
 * is. The causes add up to the difference, and the events of each to the cause.
 */
export const restatedText = (restated: Restated, telling: RestateTelling): string => {
  const { definition, restatement } = restated;
  const { from, to, changes } = restatement;
  const marks = marksBeside(restated)
    .map((mark) => signs[mark])
    .join('');
  const { lang } = telling.context;
  const isRatio = from.kind === 'ratio' || to.kind === 'ratio';
  const headers = [both('count', 'aantal')[lang], ...(isRatio ? [both('of', 'van')[lang]] : [])];
  return [
    ...wrap(
      `${figureLabel(definition.name, lang)} (${definition.name}): ${movedValues({ before: from, after: to }, lang)}${marks}`,
    ),
    ...sumTable(headers, [
      standingRows(telling.from, from, telling),
      changes.flatMap((change) => changeRows(change, telling)),
      standingRows(telling.to, to, telling),
    ]),
  ].join('\n');
};

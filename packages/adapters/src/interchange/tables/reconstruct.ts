import { defaultPrefix, type Instant } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { actionHistory, type PlannedAction, runTimeOf } from './action-history.js';
import { assignTypes } from './assign-types.js';
import { type Calendar, calendarOf } from './calendar.js';
import { chooseSuccesses } from './choose-successes.js';
import { dealResponses } from './deal-responses.js';
import { byText, type Naming, namingOf } from './identity.js';
import { mailingHistory } from './mailing-history.js';
import { municipalityHistory } from './municipality-history.js';
import { publicationFile } from './parse-tables.js';
import { publicationHistory } from './publication-history.js';
import type { PublishedYear } from './published-year.js';
import { type ReconstructedEvent, recordingOf } from './recording.js';
import { spread } from './spread.js';
import { mistake, type TablesError } from './tables-error.js';
import { type Totals, totalsOf } from './totals.js';

/** What is asked of a reconstruction. */
export interface Reconstruction {
  /** the year that the tables must be of */
  readonly year: number;
  /** when the late successes and the publication were registered: after the year */
  readonly registeredAt: Instant;
  /** of the streams, see `defaultPrefix` */
  readonly prefix?: string;
}

const planActions = (
  tables: PublishedYear,
  totals: Totals,
  calendar: Calendar,
  naming: Naming,
): E.Either<TablesError, ReadonlyArray<PlannedAction>> =>
  pipe(
    E.Do,
    E.bind('dealt', () => dealResponses(tables, totals, naming)),
    E.let('actions', ({ dealt }) =>
      dealt.map((action) => ({ ...action, ...runTimeOf(calendar, action.name) })),
    ),
    E.bind('types', ({ actions }) => assignTypes(actions, tables.actionTypes)),
    E.bind('successes', ({ dealt }) => chooseSuccesses(dealt, totals)),
    E.map(({ actions, types, successes }) => {
      const names = actions.map(({ name }) => name);
      const reach = spread(totals.reach, names, 'reach');
      const shares = spread(totals.shares, names, 'shares');
      return actions.map((action) => ({
        ...action,
        type: types.get(action.name),
        success: successes.get(action.name),
        reach: reach.get(action.name),
        shares: shares.get(action.name),
      }));
    }),
  );

/** By the moment of recording, then by stream; within a stream the order stays, for sorting is stable. */
const inLogOrder = (events: ReadonlyArray<ReconstructedEvent>): ReadonlyArray<ReconstructedEvent> =>
  [...events].sort((a, b) => byText(a.event.recordedAt, b.event.recordedAt) || byText(a.stream, b.stream));

/**
 * Makes a history of the published totals of a year: every published figure comes out of its replay to
 * the digit, and what it takes for granted beyond that stands in `assumptions`.
 *
 * The same tables give the same events to the byte, in whatever order their rows stand. Ids follow from
 * region, year, table, row and the ordinal within the row. A changed cell changes the events of its own
 * row and, where a total of the front page is shared out, what the rows leave over of it; of other
 * actions at most a few at the borders of what is drawn change type, success, reach or shares, and none
 * changes its id or its moments.
 *
 * @returns the events in log order: by recordedAt, then by stream, the order within each stream kept;
 *   the late successes and then the publication last. Or why these tables make no such history
 */
export const reconstruct = (
  tables: PublishedYear,
  { year, registeredAt, prefix = defaultPrefix }: Reconstruction,
): E.Either<TablesError, ReadonlyArray<ReconstructedEvent>> => {
  if (tables.year !== year)
    return E.left(mistake('OtherYear', { file: publicationFile, published: tables.year, asked: year }));
  const calendar = calendarOf(year);
  if (registeredAt < calendar.end)
    return E.left(mistake('RegisteredTooEarly', { file: publicationFile, registeredAt, from: calendar.end }));
  const naming = namingOf(tables.region, year);
  const record = recordingOf(tables);
  return pipe(
    E.Do,
    E.bind('totals', () => totalsOf(tables)),
    E.bind('actions', ({ totals }) => planActions(tables, totals, calendar, naming)),
    E.bind('mailings', ({ totals }) => mailingHistory(tables, totals, calendar, naming, record, prefix)),
    E.bind('counts', ({ totals }) => municipalityHistory(tables, totals, calendar, naming, record, prefix)),
    E.map(({ actions, mailings, counts }) =>
      inLogOrder([
        ...actions.flatMap(actionHistory(tables.region, registeredAt, record, prefix)),
        ...mailings,
        ...counts,
        ...publicationHistory(tables, registeredAt, naming, record, prefix),
      ]),
    ),
  );
};

import {
  FigureName,
  type Instant,
  type PublishedKey,
  type PublishedPart,
  type PublishedRow,
  Slug,
  streamOf,
  YearText,
} from '@burgernet/domain';
import { byText, idOf, type Naming } from './identity.js';
import { known } from './known.js';
import { type Cell, type PublishedYear, type Table, tables as tableNames } from './published-year.js';
import type { ReconstructedEvent, Recording } from './recording.js';

const printed =
  (key: PublishedKey) =>
  (figure: string, part: PublishedPart, cell: Cell): PublishedRow => {
    const what = { figure: known(FigureName, figure), key, part };
    return cell === null ? { ...what, kind: 'not-stated' } : { ...what, kind: 'exact', value: cell };
  };

const byMunicipality = <R extends { readonly municipality: string }>(rows: ReadonlyArray<R>) =>
  [...rows].sort((a, b) => byText(a.municipality, b.municipality));

/** The cells of a table as printed, in an order of their own: that of the file means nothing. */
const rowsOf: Readonly<Record<Table, (tables: PublishedYear) => ReadonlyArray<PublishedRow>>> = {
  headline: ({ headline }) =>
    headline
      .map(({ figure, senderKind, part, kind, value }) => ({
        figure,
        key: senderKind === null ? {} : { senderKind },
        part,
        kind,
        ...(value === null ? {} : { value }),
      }))
      .sort(
        (a, b) =>
          byText(a.figure, b.figure) ||
          byText(a.key.senderKind ?? '', b.key.senderKind ?? '') ||
          byText(a.part, b.part),
      ),
  'action-types': ({ actionTypes }) =>
    [...actionTypes]
      .sort((a, b) => byText(a.type, b.type))
      .flatMap(({ type, actions, percentage }) => {
        const row = printed({ type });
        return [row('actions', 'value', actions), row('actions', 'percentage', percentage)];
      }),
  'actions-responses': ({ actionsResponses }) =>
    byMunicipality(actionsResponses).flatMap(({ municipality, ...cells }) => {
      const row = printed({ municipality });
      return [
        row('actions', 'value', cells.actions),
        row('actions.with-response', 'numerator', cells.withResponse),
        row('responses.0800-0011', 'value', cells.calls),
        row('responses.app', 'value', cells.appResponses),
      ];
    }),
  participants: ({ participantRows }) =>
    byMunicipality(participantRows).flatMap(({ municipality, ...cells }) => {
      const row = printed({ municipality });
      return [
        row('participants.sms-voice', 'numerator', cells.smsVoice),
        row('participants.sms-voice', 'denominator', cells.inhabitants),
        row('participants.sms-voice', 'percentage', cells.smsVoicePercentage),
        row('participants.mail', 'numerator', cells.mail),
        row('participants.mail', 'denominator', cells.inhabitants),
        row('participants.mail', 'percentage', cells.mailPercentage),
      ];
    }),
  'app-downloads': ({ appDownloads }) =>
    byMunicipality(appDownloads).flatMap(({ municipality, months, total }) => [
      ...months.map(({ month, count }) => printed({ municipality, month })('app.downloads', 'value', count)),
      printed({ municipality })('app.downloads', 'value', total),
    ]),
};

/** The publication itself: one event a table, every cell as printed, empty ones as not stated. */
export const publicationHistory = (
  tables: PublishedYear,
  registeredAt: Instant,
  naming: Naming,
  record: Recording,
  prefix: string,
): ReadonlyArray<ReconstructedEvent> => {
  const { region, title, source, year, publishedAt } = tables;
  const period = known(YearText, String(year).padStart(4, '0'));
  const stream = streamOf('publication', idOf(`${region}/${year}/publication`), prefix);
  return tableNames.map((table) => ({
    stream,
    event: record(table, naming(table, 'published'), registeredAt, {
      type: 'FiguresPublished',
      data: {
        region,
        title,
        source,
        table: known(Slug, table),
        period,
        rows: rowsOf[table](tables),
        ...(publishedAt === undefined ? {} : { publishedAt }),
      },
    }),
  }));
};

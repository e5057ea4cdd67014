import {
  ActionType,
  explain,
  FigureName,
  monthOf,
  PublishedKind,
  PublishedPart,
  SenderKind,
} from '@burgernet/domain';
import { definitionOf } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { AnyNumber, Filled, orEmpty, Percentage, Whole } from './cell.js';
import { readCsv } from './csv.js';
import { parseMunicipalities, withCodes } from './municipalities.js';
import {
  type ActionsRow,
  type DownloadsRow,
  fileOf,
  type HeadlineRow,
  type Municipality,
  type ParticipantsRow,
  Publication,
  type PublishedYear,
  type Table,
  type TypeRow,
} from './published-year.js';
import { mistake, type TablesError } from './tables-error.js';

type Read<A> = E.Either<TablesError, A>;

/** The texts of a folder's files. */
export type TablesText = Readonly<Record<Table | 'municipalities' | 'publication', string>>;

/** The file that describes the publication. */
export const publicationFile = 'publication.json';

const parsePublication = (text: string): Read<Publication> => {
  const file = publicationFile;
  return pipe(
    E.tryCatch(
      (): unknown => JSON.parse(text.replace(/^\uFEFF/, '')),
      () => mistake('NotJson', { file }),
    ),
    E.chainW((json) =>
      pipe(
        Publication.decode(json),
        E.mapLeft((errors) => mistake('PublicationMalformed', { file, detail: explain(errors) })),
      ),
    ),
  );
};

/** The first row that says again what an earlier one said. */
const noneTwice =
  <R extends { readonly line: number }>(table: Table, what: (row: R) => string) =>
  (rows: ReadonlyArray<R>): Read<ReadonlyArray<R>> => {
    const lines = new Map<string, number>();
    for (const row of rows) {
      const first = lines.get(what(row));
      if (first !== undefined)
        return E.left(mistake('RowTwice', { file: fileOf(table), line: row.line, what: what(row), first }));
      lines.set(what(row), row.line);
    }
    return E.right(rows);
  };

const headlineColumns = t.type({
  figure: FigureName,
  sender_kind: orEmpty(SenderKind),
  part: PublishedPart,
  kind: PublishedKind,
  value: AnyNumber,
});

const checkHeadline = (row: HeadlineRow): Read<HeadlineRow> => {
  const { line, figure, part, kind, value } = row;
  const file = fileOf('headline');
  if (definitionOf(figure) === undefined) return E.left(mistake('UnknownFigure', { file, line, figure }));
  if ((value === null) !== (kind === 'not-stated'))
    return E.left(mistake('ValueContradictsKind', { file, line, figure }));
  return part === 'percentage' || Whole.is(value)
    ? E.right(row)
    : E.left(mistake('NotANumber', { file, line, column: 'value', given: value ?? '' }));
};

const parseHeadline = (text: string): Read<ReadonlyArray<HeadlineRow>> =>
  pipe(
    readCsv(fileOf('headline'), text, headlineColumns),
    E.map((rows) =>
      rows.map(({ line, cells: { sender_kind: senderKind, ...cells } }) => ({ line, senderKind, ...cells })),
    ),
    E.chain(E.traverseArray(checkHeadline)),
    E.chain(noneTwice('headline', ({ figure, senderKind, part }) => `${figure} ${senderKind ?? ''} ${part}`)),
  );

const typeColumns = t.type({ type: ActionType, printed_as: Filled, actions: Whole, percentage: Percentage });

const parseTypes = (text: string): Read<ReadonlyArray<TypeRow>> =>
  pipe(
    readCsv(fileOf('action-types'), text, typeColumns),
    E.map((rows) =>
      rows.map(({ line, cells: { type, printed_as: printedAs, actions, percentage } }) => ({
        line,
        type,
        printedAs,
        actions,
        percentage,
      })),
    ),
    E.chain(noneTwice('action-types', ({ type }) => type)),
  );

const actionsColumns = t.type({
  municipality: Filled,
  actions: Whole,
  with_response: Whole,
  calls_0800_0011: Whole,
  app_responses: Whole,
});

const parseActions = (
  text: string,
  municipalities: ReadonlyArray<Municipality>,
): Read<ReadonlyArray<ActionsRow>> =>
  pipe(
    readCsv(fileOf('actions-responses'), text, actionsColumns),
    E.chain((rows) => withCodes(fileOf('actions-responses'), municipalities, rows)),
    E.map((rows) =>
      rows.map(({ line, code, cells }) => ({
        line,
        municipality: code,
        actions: cells.actions,
        withResponse: cells.with_response,
        calls: cells.calls_0800_0011,
        appResponses: cells.app_responses,
      })),
    ),
  );

const participantsColumns = t.type({
  municipality: Filled,
  sms_voice: Whole,
  sms_voice_percentage: Percentage,
  mail: Whole,
  mail_percentage: Percentage,
  inhabitants: Whole,
});

const parseParticipants = (
  text: string,
  municipalities: ReadonlyArray<Municipality>,
): Read<ReadonlyArray<ParticipantsRow>> =>
  pipe(
    readCsv(fileOf('participants'), text, participantsColumns),
    E.chain((rows) => withCodes(fileOf('participants'), municipalities, rows)),
    E.map((rows) =>
      rows.map(({ line, code, cells }) => ({
        line,
        municipality: code,
        smsVoice: cells.sms_voice,
        smsVoicePercentage: cells.sms_voice_percentage,
        mail: cells.mail,
        mailPercentage: cells.mail_percentage,
        inhabitants: cells.inhabitants,
      })),
    ),
  );

const parseDownloads = (
  text: string,
  year: number,
  municipalities: ReadonlyArray<Municipality>,
): Read<ReadonlyArray<DownloadsRow>> => {
  const months = Array.from({ length: 12 }, (_, i) => monthOf(year, i + 1));
  const monthColumns: Readonly<Record<string, typeof Whole>> = Object.fromEntries(
    months.map((month) => [month, Whole]),
  );
  const columns = t.type({ municipality: Filled, ...monthColumns, total: Whole });
  return pipe(
    readCsv(fileOf('app-downloads'), text, columns),
    E.chain((rows) => withCodes(fileOf('app-downloads'), municipalities, rows)),
    E.map((rows) =>
      rows.map(({ line, code, cells }) => {
        const counts: Readonly<Record<string, unknown>> = cells;
        return {
          line,
          municipality: code,
          months: months.map((month) => {
            const count = counts[month];
            return { month, count: Whole.is(count) ? count : null };
          }),
          total: cells.total,
        };
      }),
    ),
  );
};

/**
 * Reads the texts of a published year. Nothing is corrected, added up or filled in.
 *
 * @returns the tables as printed, or the first mistake with its file and line
 */
export const parseTables = (texts: TablesText): Read<PublishedYear> =>
  pipe(
    E.Do,
    E.bind('publication', () => parsePublication(texts.publication)),
    E.bind('municipalities', () => parseMunicipalities(texts.municipalities)),
    E.bind('headline', () => parseHeadline(texts.headline)),
    E.bind('actionTypes', () => parseTypes(texts['action-types'])),
    E.bind('actionsResponses', ({ municipalities }) =>
      parseActions(texts['actions-responses'], municipalities),
    ),
    E.bind('participantRows', ({ municipalities }) => parseParticipants(texts.participants, municipalities)),
    E.bind('appDownloads', ({ municipalities, publication }) =>
      parseDownloads(texts['app-downloads'], publication.year, municipalities),
    ),
    E.map(({ publication, ...rest }) => ({ ...publication, ...rest })),
  );

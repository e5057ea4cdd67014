import { isUtf8 } from 'node:buffer';
import { both, domainRegistry } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { importPortal as importRows, type PortalImported } from '../interchange/portal/import-portal.js';
import { columnsOf, type PortalField, portalFields } from '../interchange/portal/portal-columns.js';
import { readSheet } from '../interchange/portal/portal-csv.js';
import { type PortalFault, refusePortal } from '../interchange/portal/portal-fault.js';
import { type PortalReading, type PortalRow, readRow } from '../interchange/portal/portal-row.js';
import { count } from '../report/numbers.js';
import type { Context, Done } from './context.js';
import { type Failure, failureOf, usage } from './failure.js';
import { municipalityNames } from './known-municipalities.js';
import { nearest } from './nearest.js';
import { readRegion } from './question.js';
import { readBytes } from './read-bytes.js';
import { withStore } from './reading.js';
import { storeFailure } from './store-failure.js';

const regionNeeded = usage(
  'OptionMissing',
  '--portal also needs --region, such as --region midden-nederland: the portal of one region numbers its actions.',
  '--portal vraagt ook --region, zoals --region midden-nederland: het portaal van een regio nummert haar acties.',
  { option: '--region' },
);

const isField = (name: string): name is PortalField => portalFields.some((field) => field === name);

/** Reads `--columns action=Nummer,start=Begin`. */
const readColumns = (given: string): E.Either<Failure, ReadonlyMap<PortalField, string>> => {
  const named = new Map<PortalField, string>();
  for (const part of given.split(',')) {
    const [, field = '', header = ''] = /^\s*([a-z0-9-]+)=(.+)$/.exec(part) ?? [];
    if (!isField(field))
      return E.left(
        usage(
          'UnknownField',
          `"${part}" names no column; write FIELD=HEADER, of ${portalFields.join(', ')}.`,
          `"${part}" noemt geen kolom; schrijf VELD=KOP, van ${portalFields.join(', ')}.`,
          { given: part, fields: portalFields },
        ),
      );
    named.set(field, header.trim());
  }
  return E.right(named);
};

/** The rows of a file that can be read, and why the others cannot. */
interface Sheet {
  readonly rows: ReadonlyArray<PortalRow>;
  readonly refused: ReadonlyArray<PortalFault>;
}

/** What rows are read with, whatever file they stand in. */
type Reading = Pick<PortalReading, 'municipalities' | 'nearest' | 'now'>;

const sheetIn =
  (named: ReadonlyMap<PortalField, string>, reading: Reading, file: string) =>
  (bytes: Uint8Array): E.Either<PortalFault, Sheet> => {
    if (!isUtf8(bytes)) return E.left(refusePortal('PortalNotUtf8', { file }));
    return pipe(
      readSheet(file, new TextDecoder().decode(bytes)),
      E.chain(({ header, rows, hasDecimalComma }): E.Either<PortalFault, Sheet> => {
        const columns = columnsOf(header, named);
        if ('missing' in columns)
          return E.left(refusePortal('PortalColumnMissing', { file, field: columns.missing }));
        if ('twice' in columns)
          return E.left(refusePortal('PortalColumnTwice', { file, field: columns.twice }));
        const read = rows.map(({ line, cells }) =>
          readRow({ ...reading, file, columns, width: header.length, hasDecimalComma }, line, cells),
        );
        return E.right({
          rows: read.flatMap((row) => (E.isRight(row) ? [row.right] : [])),
          refused: read.flatMap((row) => (E.isLeft(row) ? [row.left] : [])),
        });
      }),
    );
  };

const sheetOf =
  (context: Pick<Context, 'stdin'>, named: ReadonlyMap<PortalField, string>, reading: Reading) =>
  (file: string): TE.TaskEither<Failure, Sheet> =>
    pipe(
      readBytes(context, file),
      TE.chainEitherK((bytes) => pipe(sheetIn(named, reading, file)(bytes), E.mapLeft(failureOf(2)))),
    );

/** Faults of what a row is; all others are of what it asks. */
const doesNotParse: ReadonlySet<PortalFault['tag']> = new Set([
  'PortalCellWrong',
  'PortalMomentWrong',
  'PortalRowTooLong',
]);

const statusOf = (refused: ReadonlyArray<PortalFault>): Done => {
  if (refused.length === 0) return 0;
  return refused.some(({ tag }) => doesNotParse.has(tag)) ? 2 : 1;
};

const print = async ({ options, terminal }: Context, imported: PortalImported): Promise<Done> => {
  const { rows, taken, events, repeated, refused } = imported;
  const n = (value: number): string => count(value, options.language);
  const counts = both(
    `Rows read: ${n(rows)}; taken: ${n(taken)} (events: ${n(events)}); there already: ${n(repeated)}; refused: ${n(refused.length)}.`,
    `Gelezen rijen: ${n(rows)}; overgenomen: ${n(taken)} (gebeurtenissen: ${n(events)}); stonden er al: ${n(repeated)}; geweigerd: ${n(refused.length)}.`,
  )[options.language];
  await terminal.print(
    options.json
      ? `${JSON.stringify({ rows, taken, events, repeated, refused: refused.map(({ tag, text, facts }) => ({ code: tag, message: text[options.language], details: facts })) })}\n`
      : `${[...refused.map(({ text }) => text[options.language]), counts].join('\n')}\n`,
  );
  return statusOf(refused);
};

/**
 * `burgernet import --portal --region REGION FILE...`: tables of the portal, a row an action. Every row is
 * read before anything is written.
 */
export const importPortal = (
  context: Context,
  files: ReadonlyArray<string>,
  region: string | undefined,
  columns: string | undefined,
): TE.TaskEither<Failure, Done> =>
  pipe(
    TE.Do,
    TE.bind('region', () => TE.fromEither(pipe(region, E.fromNullable(regionNeeded), E.chain(readRegion)))),
    TE.bind('named', () =>
      TE.fromEither(columns === undefined ? E.right(new Map<PortalField, string>()) : readColumns(columns)),
    ),
    TE.bind('names', () => municipalityNames),
    TE.bind('sheets', ({ named, names }) => {
      const municipalities = new Map([...names].map(([code, name]) => [name.toLowerCase(), { code, name }]));
      const reading: Reading = { municipalities, nearest, now: context.now() };
      return pipe(files, TE.traverseSeqArray(sheetOf(context, named, reading)));
    }),
    TE.chain(({ region: of, sheets }) => {
      const unread = sheets.flatMap(({ refused }) => refused);
      const rows = sheets.flatMap((sheet) => sheet.rows);
      return pipe(
        withStore(context, 'write', (store) =>
          pipe(
            importRows(store, domainRegistry(), of, rows),
            TE.mapLeft(storeFailure(context.options.store)),
          ),
        ),
        TE.map((imported) => ({
          ...imported,
          rows: rows.length + unread.length,
          refused: [...unread, ...imported.refused],
        })),
      );
    }),
    TE.chainTaskK((imported) => () => print(context, imported)),
  );

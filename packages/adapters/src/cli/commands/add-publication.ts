import { isUtf8 } from 'node:buffer';
import { explain, FiguresPublished, Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { clause } from '../../commands/clause.js';
import { derivedId } from '../../commands/event-id.js';
import { codeOf } from '../../commands/named-actor.js';
import { canonical } from '../../interchange/canonical.js';
import { fieldTwice, parseJson } from '../../interchange/raw-json.js';
import type { Call } from '../asking/ask.js';
import { field } from '../asking/field.js';
import { giveAll, type Item } from '../asking/give-all.js';
import { publish } from '../asking/publication-form.js';
import { nobodySaid } from '../asking/run-asking.js';
import type { Context, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { text } from '../given.js';
import { readFigure } from '../question.js';
import { readBytes } from '../read-bytes.js';

const readId = (given: string): E.Either<Failure, Uuid> =>
  Uuid.is(given)
    ? E.right(given)
    : E.left(
        usage(
          'NotAUuid',
          `--publication cannot be "${given}"; give a whole id, a UUID in lower case.`,
          `--publication kan niet "${given}" zijn; geef een heel id, een UUID in kleine letters.`,
          { given },
        ),
      );

const malformed = (file: string, why: string, whyDutch: string): Failure =>
  usage(
    'FileMalformed',
    `${file} ${why}. Nothing was recorded.`,
    `${file} ${whyDutch}. Er is niets vastgelegd.`,
    {
      file,
    },
  );

const parseTables = (file: string, bytes: Uint8Array): E.Either<Failure, ReadonlyArray<unknown>> => {
  const json = isUtf8(bytes) ? new TextDecoder().decode(bytes) : '';
  const value = parseJson(json);
  if (value === undefined)
    return E.left(
      malformed(
        file,
        'is not JSON in UTF-8; correct it or fetch it again',
        'is geen JSON in UTF-8; verbeter het of haal het opnieuw op',
      ),
    );
  const twice = fieldTwice(json);
  if (twice !== undefined)
    return E.left(
      malformed(
        file,
        `has the field "${twice}" twice in one object; keep one`,
        `heeft het veld "${twice}" twee keer in één object; laat er één staan`,
      ),
    );
  const tables: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value];
  return tables.length === 0
    ? E.left(malformed(file, 'has no table; write one at least', 'heeft geen tabel; schrijf er minstens één'))
    : E.right(tables);
};

const tableMalformed = (why: string): Failure =>
  usage(
    'TableMalformed',
    `The table is not as it should be: ${clause(why)}; correct it.`,
    `De tabel is niet zoals het moet (${clause(why)}); verbeter haar.`,
  );

/**
 * The command that records a table. Without an id it derives from the table: the same table changes nothing.
 * Of a figure that there is not nothing would ever be compared, so its name is taken for a mistake.
 */
const callOf = (
  { options }: Pick<Context, 'options'>,
  publication: Uuid | undefined,
  idOf: (content: string) => Uuid,
  table: unknown,
): E.Either<Failure, Call> => {
  const by = options.as ?? nobodySaid;
  return pipe(
    FiguresPublished.decode(table),
    E.mapLeft((errors) => tableMalformed(explain(errors))),
    E.chainFirst(({ rows }) =>
      pipe(
        rows,
        E.traverseArray(({ figure }) => readFigure(figure)),
      ),
    ),
    E.map(
      (decoded): Call => ({
        form: publication === undefined ? publish : { ...publish, target: () => publication },
        given: {},
        names: [],
        said: Object.entries(decoded).map(([path, value]) => ({ field: field(path, path, '', ''), value })),
        commandId: idOf(canonical({ publication, by: codeOf(by), table: decoded })),
        by,
      }),
    ),
  );
};

/** `burgernet publication add FILE`: what was published, one table or a list of them; it changes no figure. */
export const addPublication: Run = (context, given, [file = '']) =>
  pipe(
    TE.Do,
    TE.bind('publication', () => TE.fromEither(optional(text(given, 'publication'), readId))),
    TE.bind('tables', () =>
      pipe(
        readBytes(context, file),
        TE.chainEitherK((bytes) => parseTables(file, bytes)),
      ),
    ),
    TE.chain(({ publication, tables }) => {
      const { id } = context.options;
      const items = tables.map((table, at): Item => {
        const idOf = (content: string): Uuid => {
          if (id === undefined) return derivedId(`published/${content}`);
          return tables.length === 1 ? id : derivedId(`published/${id}/${at}`);
        };
        return { at: `${file}:${at + 1}`, call: callOf(context, publication, idOf, table) };
      });
      return giveAll(context, items, { isDryRun: given['dryRun'] === true, begins: true });
    }),
  );

import {
  ActionType,
  both,
  type Instant,
  MunicipalityCode,
  parseMoment,
  type Sentence,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { typeLabel } from '../../report/labels/vocabulary.js';
import type { PortalColumns, PortalField } from './portal-columns.js';
import { type PortalFault, refusePortal } from './portal-fault.js';

/** What the portal says of one action. */
export interface PortalRow {
  readonly file: string;
  readonly row: number;
  /** its number in the portal */
  readonly action: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly type: ActionType | undefined;
  readonly municipality: MunicipalityCode | undefined;
  /** when the success was ticked; `true`: at some moment that the portal does not say */
  readonly tick: Instant | boolean;
  /** how many responses, by the line or way that they came */
  readonly counts: { readonly calls: number; readonly 'calls-112': number; readonly app: number };
}

/** What a row is read with. */
export interface PortalReading {
  readonly file: string;
  readonly columns: PortalColumns;
  /** how many cells the header has */
  readonly width: number;
  readonly hasDecimalComma: boolean;
  /** by their names in lower case */
  readonly municipalities: ReadonlyMap<string, { readonly code: MunicipalityCode; readonly name: string }>;
  /** what is near to what was given, the nearest first */
  readonly nearest: <A>(
    given: string,
    candidates: ReadonlyArray<A>,
    namesOf: (candidate: A) => ReadonlyArray<string>,
  ) => ReadonlyArray<A>;
  /** the moment of the import: what has not happened yet is not taken */
  readonly now: Instant;
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'x', '1', 'true', 'waar', 'v', '✓']);
const no = new Set(['', 'nee', 'n', 'no', '0', 'false', 'onwaar', '-']);

const mostResponses = 10_000;

const wanted = {
  action: both('a number of an action, up to 100 characters', 'nummer van een actie, ten hoogste 100 tekens'),
  type: both('a type of action, as code or in words', 'soort actie, als code of in woorden'),
  municipality: both('a municipality, as CBS code or by name', 'gemeente, als CBS-code of bij naam'),
  tick: both(
    'a tick: yes, no, or the moment at which it was ticked',
    'vinkje: ja, nee, of het moment waarop het is gezet',
  ),
  count: both(`a whole number from 0 to ${mostResponses}`, `geheel getal van 0 tot en met ${mostResponses}`),
};

const namesOfType = (type: ActionType): ReadonlyArray<string> => [
  type,
  typeLabel(type, 'nl'),
  typeLabel(type, 'en'),
];

const typesByName: ReadonlyMap<string, ActionType> = new Map(
  ActionType.values.flatMap((type) => namesOfType(type).map((name) => [name.toLowerCase(), type] as const)),
);

/** A whole number, with or without marks between thousands; decimals that are 0 are those of a spreadsheet. */
const countIn = (text: string, hasDecimalComma: boolean): number | undefined => {
  const [thousands, decimal] = hasDecimalComma ? ['\\.', ','] : [',', '\\.'];
  const form = new RegExp(`^([0-9]{1,3}(?:${thousands}[0-9]{3})+|[0-9]+)(?:${decimal}0+)?$`);
  const [, whole] = form.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const number = Number(whole.replaceAll(/[.,]/g, ''));
  return number <= mostResponses ? number : undefined;
};

/** `14-05-2021 20:03`, as a Dutch spreadsheet writes a moment. */
const dutchMoment = /^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})[ T]([0-9]{1,2})(:[0-9]{2}(?::[0-9]{2})?)$/;

/** A moment as a Dutch spreadsheet writes it, in the form in which all others are read. */
const asRead = (text: string): string => {
  const [, day, month, year, hour, rest] = dutchMoment.exec(text) ?? [];
  return day === undefined || month === undefined || year === undefined || hour === undefined
    ? text
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}${rest}`;
};

/** Reads a row. @param line on which it stands */
export const readRow = (
  { file, columns, width, hasDecimalComma, municipalities, nearest, now }: PortalReading,
  line: number,
  cells: ReadonlyArray<string>,
): E.Either<PortalFault, PortalRow> => {
  const textOf = (field: PortalField): string => {
    const column = columns.get(field);
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  const wrong = (
    field: PortalField,
    what: Sentence,
    near: ReadonlyArray<string> = [],
  ): E.Either<PortalFault, never> =>
    E.left(
      refusePortal('PortalCellWrong', {
        file,
        row: line,
        column: field,
        given: textOf(field),
        wanted: what,
        nearest: near,
      }),
    );
  const moment = (field: PortalField): E.Either<PortalFault, Instant> =>
    pipe(
      parseMoment(asRead(textOf(field))),
      E.mapLeft(({ text }) =>
        refusePortal('PortalMomentWrong', {
          file,
          row: line,
          column: field,
          given: textOf(field),
          why: text,
        }),
      ),
    );
  const count = (field: PortalField): E.Either<PortalFault, number> => {
    const text = textOf(field);
    const number = text === '' ? 0 : countIn(text, hasDecimalComma);
    return number === undefined ? wrong(field, wanted.count) : E.right(number);
  };
  const type = (): E.Either<PortalFault, ActionType | undefined> => {
    const text = textOf('type');
    const found = typesByName.get(text.toLowerCase());
    return text === '' || found !== undefined
      ? E.right(found)
      : wrong('type', wanted.type, nearest(text, ActionType.values, namesOfType));
  };
  const municipality = (): E.Either<PortalFault, MunicipalityCode | undefined> => {
    const text = textOf('municipality');
    if (text === '') return E.right(undefined);
    if (MunicipalityCode.is(text)) return E.right(text);
    const found = municipalities.get(text.toLowerCase());
    if (found !== undefined) return E.right(found.code);
    const near = nearest(text, [...municipalities.values()], ({ code, name }) => [code, name]);
    return wrong(
      'municipality',
      wanted.municipality,
      near.map(({ code, name }) => `${name} (${code})`),
    );
  };
  const tick = (): E.Either<PortalFault, Instant | boolean> => {
    const text = textOf('tick').toLowerCase();
    if (yes.has(text)) return E.right(true);
    if (no.has(text)) return E.right(false);
    return /^[0-9]{4}-/.test(text) || dutchMoment.test(text) ? moment('tick') : wrong('tick', wanted.tick);
  };
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return E.left(refusePortal('PortalRowTooLong', { file, row: line, cells: cells.length, columns: width }));
  const action = textOf('action');
  if (action === '' || action.length > 100) return wrong('action', wanted.action);
  return pipe(
    E.Do,
    E.bind('start', () => moment('start')),
    E.bind('end', () => moment('end')),
    E.bind('type', type),
    E.bind('municipality', municipality),
    E.bind('tick', tick),
    E.bind('calls', () => count('calls')),
    E.bind('calls112', () => count('calls-112')),
    E.bind('app', () => count('app')),
    E.chain(({ calls, calls112, app, start, end, ...read }): E.Either<PortalFault, PortalRow> => {
      const place = { file, row: line };
      if (end <= start) return E.left(refusePortal('PortalEndBeforeStart', { ...place, start, end }));
      if (typeof read.tick === 'string' && read.tick < start)
        return E.left(refusePortal('PortalTickEarly', { ...place, tick: read.tick, start }));
      if (end > now)
        return E.left(refusePortal('PortalMomentAhead', { ...place, column: 'end', moment: end }));
      if (typeof read.tick === 'string' && read.tick > now)
        return E.left(refusePortal('PortalMomentAhead', { ...place, column: 'tick', moment: read.tick }));
      return E.right({
        ...place,
        action,
        start,
        end,
        ...read,
        counts: { calls, 'calls-112': calls112, app },
      });
    }),
  );
};

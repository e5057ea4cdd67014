import {
  ActionType,
  Count,
  closed,
  FigureName,
  Instant,
  list,
  Month,
  MunicipalityCode,
  nullable,
  Region,
  Slug,
  text,
  YearText,
} from '@burgernet/domain';
import * as t from 'io-ts';
import { hashBytes } from '../merkle/hash.js';
import { fromBase64 } from '../note/base64.js';

/** Codec of a SHA-256 in lower-case hexadecimal digits. */
export const HexHash = text<'HexHash'>('SHA-256 in hexadecimal', (s) => /^[0-9a-f]{64}$/.test(s));
/** A SHA-256 in lower-case hexadecimal digits, as `sha256sum` prints it. */
export type HexHash = typeof HexHash._A;

/** Codec of the root of a tree in base64. */
export const RootText = text<'RootText'>('root in base64', (s) => fromBase64(s)?.length === hashBytes);
/** The root of a tree in base64, as a checkpoint prints it. */
export type RootText = typeof RootText._A;

/** A side of a figure: what it comes to, and the events that it stands on. */
const Side = closed('side', {
  /** `null`: not stated */
  count: nullable(Count),
  /** how many events it stands on */
  events: Count,
  /** over the indices of those events, see `lineageRoot` */
  lineageRoot: RootText,
});
export interface Side extends t.TypeOf<typeof Side> {}

/** As known when, see `AsOf`. */
const ReferenceDate = t.union(
  [t.literal('latest'), closed('moment', { registered: Instant }), closed('position', { logged: Count })],
  'reference date',
);

/**
 * Codec of the certificate of a figure: what it comes to on a log whose tree has this size and root, by
 * which definition, and on which events it stands.
 */
export const Certificate = closed(
  'certificate',
  {
    v: t.literal(1),
    figure: FigureName,
    definition: closed('definition', { version: Count, sha256: HexHash }),
    /** a year or a month */
    period: t.union([YearText, Month], 'period'),
    /** `null`: the country */
    region: nullable(Region),
    referenceDate: ReferenceDate,
    treeSize: Count,
    root: RootText,
    numerator: Side,
    /** `null` where the figure divides by nothing */
    denominator: nullable(Side),
    /** the percentage; `null` where there is none */
    rounded: nullable(text<'Percentage'>('percentage', (s) => /^[0-9]+\.[0-9]$/.test(s))),
  },
  {
    /** absent: all; `null`: not attributed */
    municipality: nullable(MunicipalityCode),
    /** absent: all; `null`: not recorded */
    type: nullable(ActionType),
    /** counts taken in different ways, which are never added */
    byMethod: list(closed('method', { method: Slug, value: Count })),
    /** it touches a stream that could not be read to its end */
    incomplete: t.literal(true),
  },
);
/** What {@link Certificate} holds. */
export interface Certificate extends t.TypeOf<typeof Certificate> {}

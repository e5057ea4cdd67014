import * as t from 'io-ts';
import { closed, list, matching, nullable, oneOf } from '../codec/closed.js';
import { Month, PlainDate } from '../time/period.js';
import { ActionType, Channel, Line, Region } from '../vocabulary/codes.js';
import { Label, MunicipalityCode, Slug } from '../vocabulary/identifiers.js';

/** Codec of the name of a figure, such as `success.portal`. */
export const FigureName = matching<'FigureName'>('figure name', {
  description: 'The name of a figure, such as success.portal.',
  pattern: '^[a-z0-9][a-z0-9.-]{0,59}$',
});
/** The name of a figure, such as `success.portal`. */
export type FigureName = typeof FigureName._A;

/** Codec of {@link Printed}. */
export const Printed = matching<'Printed'>('printed value', {
  description: 'A value as printed, in digits with a decimal point and nothing between the thousands.',
  pattern: '^-?[0-9]+(?:\\.[0-9]+)?$',
});
/** A value as printed, in digits with a decimal point and nothing between the thousands: `1437611`, `7.7`. */
export type Printed = typeof Printed._A;

/** Codec of a year as text, `2021`. */
export const YearText = matching<'Year'>('year', { description: 'A year.', pattern: '^[0-9]{4}$' });

/** Which row of a figure: empty for the whole region and period. `null` is the bucket of what is unknown. */
export const PublishedKey = closed(
  'key',
  {},
  {
    municipality: nullable(MunicipalityCode),
    type: nullable(ActionType),
    month: Month,
    line: Line,
    channel: Channel,
    platform: Slug,
    method: Slug,
    senderKind: oneOf('sender kind', 'BT', 'DR', 'municipality'),
    referenceDate: PlainDate,
  },
);
/** What {@link PublishedKey} holds. */
export interface PublishedKey extends t.TypeOf<typeof PublishedKey> {}

export const PublishedPart = oneOf('part', 'value', 'numerator', 'denominator', 'percentage');
export type PublishedPart = typeof PublishedPart._A;

/** How a printed value is meant: to the digit, rounded, as a lower bound; or the cell is empty. */
export const PublishedKind = oneOf('kind', 'exact', 'rounded', 'at-least', 'not-stated');
export type PublishedKind = typeof PublishedKind._A;

/** One printed number (or empty cell). `value` is there unless the kind is `not-stated`. */
export const PublishedRow = closed(
  'row',
  { figure: FigureName, key: PublishedKey, part: PublishedPart, kind: PublishedKind },
  { value: Printed },
);
/** What {@link PublishedRow} holds. */
export interface PublishedRow extends t.TypeOf<typeof PublishedRow> {}

/** What was published, one event a table. It changes no figure. */
export const FiguresPublished = closed(
  'FiguresPublished',
  {
    region: Region,
    title: Label,
    source: Label,
    table: Slug,
    period: t.union([YearText, Month], 'period'),
    rows: list(PublishedRow),
  },
  { publishedAt: PlainDate },
);
/** What {@link FiguresPublished} holds. */
export interface FiguresPublished extends t.TypeOf<typeof FiguresPublished> {}

export type PublicationEvent = { readonly type: 'FiguresPublished'; readonly data: FiguresPublished };

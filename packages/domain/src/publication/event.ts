import * as t from 'io-ts';
import { closedAs, list, matching, nullable, oneOf } from '../codec/closed.js';
import type { EventOf } from '../event-of.js';
import { Month, PlainDate } from '../time/period.js';
import { ActionType, Channel, Line, Region, SenderKind } from '../vocabulary/codes.js';
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
export type PublishedKey = {
  readonly municipality?: MunicipalityCode | null;
  readonly type?: ActionType | null;
  readonly month?: Month;
  readonly line?: Line;
  readonly channel?: Channel;
  readonly platform?: Slug;
  readonly method?: Slug;
  readonly senderKind?: SenderKind;
  readonly referenceDate?: PlainDate;
};
/** Codec of {@link PublishedKey}. */
export const PublishedKey = closedAs<PublishedKey>(
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
    senderKind: SenderKind,
    referenceDate: PlainDate,
  },
);

/** Codec of {@link PublishedPart}. */
export const PublishedPart = oneOf('part', 'value', 'numerator', 'denominator', 'percentage');
/** Which number of a figure was printed. */
export type PublishedPart = typeof PublishedPart._A;

/** Codec of {@link PublishedKind}. */
export const PublishedKind = oneOf('kind', 'exact', 'rounded', 'at-least', 'not-stated');
/** How a printed value is meant: to the digit, rounded, as a lower bound; or the cell is empty. */
export type PublishedKind = typeof PublishedKind._A;

/** One printed number (or empty cell). */
export type PublishedRow = {
  readonly figure: FigureName;
  readonly key: PublishedKey;
  readonly part: PublishedPart;
  readonly kind: PublishedKind;
  /** there unless the kind is `not-stated` */
  readonly value?: Printed;
};
/** Codec of {@link PublishedRow}. */
export const PublishedRow = closedAs<PublishedRow>(
  'row',
  { figure: FigureName, key: PublishedKey, part: PublishedPart, kind: PublishedKind },
  { value: Printed },
);

/** What was published, one event a table. It changes no figure. */
export type FiguresPublished = {
  /** the police region that it is about */
  readonly region: Region;
  /** of the publication */
  readonly title: Label;
  /** who published it, and where */
  readonly source: Label;
  /** which table of it */
  readonly table: Slug;
  /** a year or a month */
  readonly period: typeof YearText._A | Month;
  readonly rows: ReadonlyArray<PublishedRow>;
  readonly publishedAt?: PlainDate;
};
/** Codec of {@link FiguresPublished}. */
export const FiguresPublished = closedAs<FiguresPublished>(
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

/** Any event of a publication. */
export type PublicationEvent = EventOf<'FiguresPublished', FiguresPublished>;

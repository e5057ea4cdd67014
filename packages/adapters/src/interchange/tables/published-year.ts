import {
  type ActionType,
  Count,
  closed,
  type FigureName,
  Label,
  list,
  type Month,
  type MunicipalityCode,
  PlainDate,
  type Printed,
  type PublishedKind,
  type PublishedPart,
  Region,
  type SenderKind,
  type Sentence,
} from '@burgernet/domain';
import * as t from 'io-ts';

/** A cell as printed; `null` is an empty one: not stated, which is not zero. */
export type Cell = Printed | null;

/** Every row knows the line of its file, for mistakes; no event depends on it. */
export interface Row {
  readonly line: number;
}

/** A municipality of the region, and how the tables spell it. */
export interface Municipality extends Row {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly spellings: ReadonlyArray<string>;
}

/** One number of the front page. */
export interface HeadlineRow extends Row {
  readonly figure: FigureName;
  readonly senderKind: SenderKind | null;
  readonly part: PublishedPart;
  readonly kind: PublishedKind;
  /** `null` exactly where the kind is `not-stated` */
  readonly value: Cell;
}

/** Actions of one type. */
export interface TypeRow extends Row {
  readonly type: ActionType;
  readonly printedAs: string;
  readonly actions: Cell;
  readonly percentage: Cell;
}

/** Actions of one municipality and the responses to them. */
export interface ActionsRow extends Row {
  readonly municipality: MunicipalityCode;
  readonly actions: Cell;
  readonly withResponse: Cell;
  readonly calls: Cell;
  readonly appResponses: Cell;
}

/** Participants of one municipality. */
export interface ParticipantsRow extends Row {
  readonly municipality: MunicipalityCode;
  readonly smsVoice: Cell;
  readonly smsVoicePercentage: Cell;
  readonly mail: Cell;
  readonly mailPercentage: Cell;
  readonly inhabitants: Cell;
}

/** New downloads of the app in one municipality, January first. */
export interface DownloadsRow extends Row {
  readonly municipality: MunicipalityCode;
  readonly months: ReadonlyArray<{ readonly month: Month; readonly count: Cell }>;
  readonly total: Cell;
}

/** On which day something was counted, and by whom. */
export interface DatedSource {
  readonly referenceDate: PlainDate;
  readonly source: Label;
}

/** What `publication.json` says. */
export interface Publication {
  readonly region: Region;
  readonly year: number;
  readonly title: Label;
  readonly source: Label;
  readonly participants: DatedSource;
  readonly inhabitants: DatedSource;
  /** for whoever works with the numbers */
  readonly notes: ReadonlyArray<Sentence>;
  readonly publishedAt?: PlainDate;
}

const DatedSource = closed('dated source', { referenceDate: PlainDate, source: Label });

/** Codec of `publication.json`. */
export const Publication: t.Type<Publication, Publication, unknown> = closed(
  'publication',
  {
    region: Region,
    year: Count,
    title: Label,
    source: Label,
    participants: DatedSource,
    inhabitants: DatedSource,
    notes: list(closed('note', { en: t.string, nl: t.string })),
  },
  { publishedAt: PlainDate },
);

/** What one region published about one year, as printed. */
export interface PublishedYear extends Publication {
  readonly municipalities: ReadonlyArray<Municipality>;
  readonly headline: ReadonlyArray<HeadlineRow>;
  readonly actionTypes: ReadonlyArray<TypeRow>;
  readonly actionsResponses: ReadonlyArray<ActionsRow>;
  readonly participantRows: ReadonlyArray<ParticipantsRow>;
  readonly appDownloads: ReadonlyArray<DownloadsRow>;
}

/** The tables of a publication, by the code under which their rows are published. */
export const tables = [
  'headline',
  'action-types',
  'actions-responses',
  'participants',
  'app-downloads',
] as const;
export type Table = (typeof tables)[number];

/** The file that holds a table. */
export const fileOf = (table: Table | 'municipalities'): string => `${table}.csv`;

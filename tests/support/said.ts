import type {
  ActionEvent,
  DomainEvent,
  FiguresPublished,
  MailingEvent,
  MunicipalityEvent,
  PublishedRow,
  Region,
} from '@burgernet/domain';
import { Label, Month, MunicipalityCode, PlainDate, SenderCode, Slug, YearText } from '@burgernet/domain';
import { type Definition, definitionOf, Figures, type Query, type ReadModels } from '@burgernet/projections';
import { type Said, utc, uuid } from './log.js';

export const as = <A>(codec: { readonly is: (u: unknown) => u is A }, value: unknown): A => {
  if (!codec.is(value)) throw new Error(`Not valid: ${String(value)}`);
  return value;
};
export const almere = as(MunicipalityCode, 'GM0034');
export const utrecht = as(MunicipalityCode, 'GM0344');

export const started = (
  overrides: Partial<(ActionEvent & { type: 'ActionStarted' })['data']> = {},
): DomainEvent => ({
  type: 'ActionStarted',
  data: {
    region: 'midden-nederland',
    status: 'actual',
    touched: [],
    channels: ['app'],
    startedAt: utc('2021-05-14T18:03'),
    runsUntil: utc('2021-05-14T19:03'),
    supportsNlAlert: false,
    type: 'missing-person',
    municipality: almere,
    ...overrides,
  },
});
export const start = (of: number, overrides: Parameters<typeof started>[0] = {}): Said => ({
  of,
  at: '2021-05-14T18:03',
  event: started(overrides),
});
export const marked = (
  of: number,
  at: string,
  data: Partial<(ActionEvent & { type: 'SuccessMarked' })['data']> = {},
): Said => ({
  of,
  at,
  event: {
    type: 'SuccessMarked',
    data: { successId: uuid(50), line: '0800-0011', attribution: 'direct', ...data },
  },
});
export const response = (
  of: number,
  id: number,
  line: '0800-0011' | '112' | 'app',
  entry: 'phone' | 'app',
): Said => ({
  of,
  at: '2021-05-14T18:10',
  event: {
    type: 'ResponseReceived',
    data: { responseId: uuid(id), line, entry, receivedAt: utc('2021-05-14T18:10') },
  },
});
export const reach = (of: number, count: number, method: string, at = '2021-05-14T18:20'): Said => ({
  of,
  at,
  event: { type: 'ReachMeasured', data: { channel: 'app', count, method: as(Slug, method) } },
});
export const participants = (code: string, date: string, count: number, at = '2021-12-31T12:00'): Said => ({
  of: `${code}-${date.slice(0, 4)}`,
  at,
  event: {
    type: 'ParticipantsCounted',
    data: {
      region: 'midden-nederland',
      municipality: as(MunicipalityCode, code),
      channel: 'mail',
      referenceDate: as(PlainDate, date),
      count,
      source: as(Label, 'a count of a test'),
    },
  } satisfies MunicipalityEvent,
});
const countOf =
  (type: 'InhabitantsCounted' | 'SafetyOfficersCounted') =>
  (code: string, date: string, count: number): Said => ({
    of: `${code}-${date.slice(0, 4)}`,
    at: '2021-12-31T12:00',
    event: {
      type,
      data: {
        region: 'midden-nederland',
        municipality: as(MunicipalityCode, code),
        referenceDate: as(PlainDate, date),
        count,
        source: as(Label, 'a count of a test'),
      },
    },
  });
export const inhabitants = countOf('InhabitantsCounted');
export const officers = countOf('SafetyOfficersCounted');
/** A publication of these rows, of 2021 unless said otherwise. */
export const figuresPublished = (
  rows: ReadonlyArray<PublishedRow>,
  period: FiguresPublished['period'] = as(YearText, '2021'),
): DomainEvent => ({
  type: 'FiguresPublished',
  data: {
    region: 'midden-nederland',
    title: as(Label, 'A year in figures'),
    source: as(Label, 'a test'),
    table: as(Slug, 'headline'),
    period,
    rows,
  },
});
/** The downloads of the app in a month of 2021 in Almere. */
export const downloads = (month: string, count: number): Said => ({
  of: 'GM0034-2021',
  at: '2021-12-31T12:00',
  event: {
    type: 'AppDownloadsCounted',
    data: {
      region: 'midden-nederland',
      municipality: almere,
      month: as(Month, month),
      count,
      source: as(Label, 'a count of a test'),
    },
  },
});
/** A prevention message of a municipality, or a neighbourhood inquiry of a team. */
export const sent = (
  of: number,
  kind: 'BT' | 'DR' | 'municipality',
  code: string,
  region: Region = 'midden-nederland',
): Said => ({
  of,
  at: '2021-03-01T12:00',
  event: {
    type: 'MailingSent',
    data: {
      region,
      kind: kind === 'municipality' ? 'prevention-message' : 'neighbourhood-inquiry',
      sender: { kind, code: as(SenderCode, code) },
      sentAt: utc('2021-03-01T11:00'),
    },
  } satisfies MailingEvent,
});

/** The current definition of a figure that there is. */
export const definition = (name: string): Definition => {
  const found = definitionOf(name);
  if (found === undefined) throw new Error(`No figure ${name}.`);
  return found;
};

export const figure = (
  models: ReadModels,
  name: string,
  query: Query = { year: 2021 },
  asOf: 'latest' | string = 'latest',
) => {
  const known = asOf === 'latest' ? 'latest' : { registered: utc(asOf) };
  return new Figures(models, known).value(definition(name), query);
};
export const value = (n: number | null) => ({ kind: 'value', value: n });
export const ratio = (numerator: number, denominator: number, percent: string | null) => ({
  kind: 'ratio',
  numerator,
  denominator,
  percentage: percent,
});

import {
  earlier,
  type Instant,
  type MailingEvent,
  type MunicipalityCode,
  plus,
  type Sender,
  SenderCode,
  streamOf,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { assumed } from './assumptions.js';
import type { Calendar } from './calendar.js';
import { drawnOrder, drawOf, idOf, type Naming } from './identity.js';
import { known } from './known.js';
import { fileOf, type PublishedYear } from './published-year.js';
import type { ReconstructedEvent, Recording } from './recording.js';
import { mistake, type TablesError } from './tables-error.js';
import type { Totals } from './totals.js';

const file = fileOf('headline');
const minutesADay = 24 * 60;

const exceeds = (part: string, ofPart: number, whole: string, ofWhole: number): TablesError =>
  mistake('PartExceedsWhole', { file, part, ofPart, whole, ofWhole });

const check = (
  { inquiries, teams, relevant, toTheCase, prevention, preventionMunicipalities }: Totals,
  municipalities: number,
): TablesError | undefined => {
  const senders = teams.reduce((sum, { count }) => sum + count, 0);
  const inquired = inquiries ?? 0;
  const warned = prevention ?? 0;
  const warning = preventionMunicipalities ?? 0;
  if (inquired > 0 && senders === 0) return mistake('SendersUnknown', { file, figure: 'inquiries.teams' });
  if (warned > 0 && warning === 0)
    return mistake('SendersUnknown', { file, figure: 'prevention.municipalities' });
  if (senders > inquired) return exceeds('inquiries.teams', senders, 'inquiries', inquired);
  if (warning > warned) return exceeds('prevention.municipalities', warning, 'prevention', warned);
  if (warning > municipalities)
    return exceeds('prevention.municipalities', warning, fileOf('municipalities'), municipalities);
  if (relevant !== null && relevant > inquired)
    return exceeds('inquiries.relevant', relevant, 'inquiries', inquired);
  const most = relevant ?? inquired;
  return toTheCase !== null && toTheCase > most
    ? exceeds('inquiries.to-the-case', toTheCase, 'inquiries.relevant', most)
    : undefined;
};

interface Mailing {
  readonly name: string;
  readonly sender: Sender;
  readonly municipality?: MunicipalityCode;
}

/** The mailings of one kind, dealt to their senders in turn. */
const dealt = (
  count: number,
  senders: ReadonlyArray<Omit<Mailing, 'name'>>,
  nameOf: (ordinal: number) => string,
): ReadonlyArray<Mailing> =>
  Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const sender = senders[i % senders.length];
    return sender === undefined ? [] : [{ name: nameOf(i + 1), ...sender }];
  });

/** The events of the inquiries and prevention messages of the year. */
export const mailingHistory = (
  tables: PublishedYear,
  totals: Totals,
  calendar: Calendar,
  naming: Naming,
  record: Recording,
  prefix: string,
): E.Either<TablesError, ReadonlyArray<ReconstructedEvent>> => {
  const wrong = check(totals, tables.municipalities.length);
  if (wrong !== undefined) return E.left(wrong);
  const { region } = tables;
  const teams = totals.teams.flatMap(({ kind, count }) =>
    Array.from({ length: count }, (_, i) => ({
      sender: { code: known(SenderCode, `${kind}-${i + 1}`), kind },
    })),
  );
  const municipalities = drawnOrder(
    tables.municipalities,
    ({ code }) => naming('headline', code),
    'prevention',
  )
    .slice(0, totals.preventionMunicipalities ?? 0)
    .map(({ code }) => ({
      sender: { code: known(SenderCode, code), kind: 'municipality' as const },
      municipality: code,
    }));
  const inquiries = dealt(totals.inquiries ?? 0, teams, (n) => naming('headline', 'inquiries', n));
  const messages = dealt(totals.prevention ?? 0, municipalities, (n) => naming('headline', 'prevention', n));

  const happened = (name: string, recordedAt: Instant, event: MailingEvent) => ({
    stream: streamOf('mailing', idOf(name), prefix),
    event: record('headline', name, recordedAt, event),
  });
  const sent =
    (kind: 'neighbourhood-inquiry' | 'prevention-message') =>
    ({ name, ...from }: Mailing): ReconstructedEvent => {
      const sentAt = calendar.momentOf(name);
      return happened(name, sentAt, { type: 'MailingSent', data: { region, kind, sentAt, ...from } });
    };
  const assessed = ({ name }: Mailing, place: number): ReconstructedEvent => {
    const minutes = 1 + drawOf(`${name}?assessed`, assumed.assessment * minutesADay);
    const recordedAt = earlier(calendar.close, plus(calendar.momentOf(name), minutes * 60_000));
    const data = { relevant: true, toTheCase: place < (totals.toTheCase ?? 0) };
    return happened(name, recordedAt, { type: 'MailingAssessed', data });
  };
  return E.right([
    ...inquiries.map(sent('neighbourhood-inquiry')),
    ...drawnOrder(inquiries, ({ name }) => name, 'relevant')
      .slice(0, totals.relevant ?? totals.toTheCase ?? 0)
      .map(assessed),
    ...messages.map(sent('prevention-message')),
  ]);
};

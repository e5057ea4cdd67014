import {
  type Instant,
  type MunicipalityCode,
  type MunicipalityEvent,
  PlainDate,
  streamOf,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Calendar } from './calendar.js';
import { drawnOrder, type Naming } from './identity.js';
import { known } from './known.js';
import { type Cell, fileOf, type PublishedYear, type Table } from './published-year.js';
import type { ReconstructedEvent, Recording } from './recording.js';
import { mistake, type TablesError } from './tables-error.js';
import type { Totals } from './totals.js';

/** The events of what was counted of the municipalities. An empty cell gives none; a stated 0 does. */
export const municipalityHistory = (
  tables: PublishedYear,
  totals: Totals,
  calendar: Calendar,
  naming: Naming,
  record: Recording,
  prefix: string,
): E.Either<TablesError, ReadonlyArray<ReconstructedEvent>> => {
  const { region, year, participants, inhabitants } = tables;
  const trained = totals.safetyOfficers ?? 0;
  if (trained > tables.municipalities.length)
    return E.left(
      mistake('PartExceedsWhole', {
        file: fileOf('headline'),
        part: 'safety-officers.municipalities',
        ofPart: trained,
        whole: fileOf('municipalities'),
        ofWhole: tables.municipalities.length,
      }),
    );
  const counted = (
    table: Table,
    municipality: MunicipalityCode,
    what: string,
    at: string,
    recordedAt: Instant,
    event: MunicipalityEvent,
  ): ReconstructedEvent => ({
    stream: streamOf('municipality', `${municipality}-${at.slice(0, 4)}`, prefix),
    event: record(table, naming(table, municipality, what), recordedAt, event),
  });

  const downloads = tables.appDownloads.flatMap(({ municipality, months }) =>
    months.flatMap(({ month, count }, index) =>
      count === null
        ? []
        : [
            counted('app-downloads', municipality, month, month, calendar.afterMonth(index + 1), {
              type: 'AppDownloadsCounted',
              data: { region, municipality, month, count: Number(count), source: tables.source },
            }),
          ],
    ),
  );

  const people = tables.participantRows.flatMap((row) => {
    const { municipality } = row;
    const of = (channel: 'sms-voice' | 'mail', cell: Cell): ReadonlyArray<ReconstructedEvent> => {
      const { referenceDate, source } = participants;
      if (cell === null) return [];
      return [
        counted('participants', municipality, channel, referenceDate, calendar.close, {
          type: 'ParticipantsCounted',
          data: { region, municipality, channel, count: Number(cell), referenceDate, source },
        }),
      ];
    };
    const { referenceDate, source } = inhabitants;
    const living =
      row.inhabitants === null
        ? []
        : [
            counted('participants', municipality, 'inhabitants', referenceDate, calendar.close, {
              type: 'InhabitantsCounted',
              data: { region, municipality, count: Number(row.inhabitants), referenceDate, source },
            }),
          ];
    return [...of('sms-voice', row.smsVoice), ...of('mail', row.mail), ...living];
  });

  const lastDay = known(PlainDate, `${String(year).padStart(4, '0')}-12-31`);
  const officers = drawnOrder(tables.municipalities, ({ code }) => naming('headline', code), 'safety officer')
    .slice(0, trained)
    .map(({ code }) =>
      counted('headline', code, 'safety-officers', lastDay, calendar.close, {
        type: 'SafetyOfficersCounted',
        data: { region, municipality: code, count: 1, referenceDate: lastDay, source: tables.source },
      }),
    );
  return E.right([...downloads, ...people, ...officers]);
};

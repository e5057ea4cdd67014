import type { ReportContext } from '@burgernet/adapters';
import { Label, MunicipalityCode, PlainDate, Reference, SenderCode, Slug, YearText } from '@burgernet/domain';
import { type AnnualReport, annualReport } from '@burgernet/projections';
import { log, utc } from '../../support/log.js';
import { readAll } from '../../support/read.js';
import {
  as,
  inhabitants,
  marked,
  participants,
  reach,
  response,
  start,
  utrecht,
} from '../../support/said.js';

/** Text as somebody would write it who wants a page, a terminal or a spreadsheet to do something. */
export const hostile =
  '<script>alert(1)</script>"\'><img src=https://evil.example/x onerror=alert(2)>&amp;\u001b[31m\u202e=1+1';

/** A year in which every text field says something hostile. */
export const hostileYear = (): AnnualReport => {
  const events = log(
    start(1, { messageReference: as(Reference, hostile) }),
    start(2, { municipality: utrecht, type: 'other', messageReference: as(Reference, '=cmd|A1') }),
    response(1, 20, '0800-0011', 'phone'),
    marked(1, '2021-05-14T18:20', { evidenceReference: as(Reference, hostile) }),
    reach(1, 10, 'a-script'),
    reach(2, 5, 'alert'),
    {
      of: 3,
      at: '2021-06-01T10:00',
      event: {
        type: 'MailingSent',
        data: {
          region: 'midden-nederland',
          kind: 'neighbourhood-inquiry',
          sender: { code: as(SenderCode, 'script'), kind: 'BT' },
          sentAt: utc('2021-06-01T10:00'),
          messageReference: as(Reference, hostile),
        },
      },
    },
    participants('GM0344', '2021-12-31', 7),
    inhabitants('GM0344', '2019-01-01', 100),
    {
      of: 4,
      at: '2021-05-14T18:30',
      event: {
        type: 'SharesCounted',
        data: { platform: as(Slug, 'javascript'), method: as(Slug, 'onload'), count: 1 },
      },
    },
    {
      of: 5,
      at: '2022-02-01T11:00',
      event: {
        type: 'FiguresPublished',
        data: {
          region: 'midden-nederland',
          title: as(Label, hostile),
          source: as(Label, `${'=HYPERLINK("https://evil.example")'}${hostile}`),
          table: as(Slug, 'script'),
          period: as(YearText, '2021'),
          publishedAt: as(PlainDate, '2022-02-01'),
          rows: [],
        },
      },
    },
  );
  return annualReport(readAll(events), 2021, 'latest', 'midden-nederland');
};

/** A context whose names of municipalities are hostile too. */
export const hostileContext = (lang: ReportContext['lang']): ReportContext => ({
  lang,
  municipalityName: (code) => (code === as(MunicipalityCode, 'GM0344') ? `=${hostile}` : hostile),
});

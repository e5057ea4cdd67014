import { Label, type MailingEvent, Month, PlainDate, SenderCode, Slug } from '@burgernet/domain';
import {
  actionContributions,
  mailingContributions,
  measures,
  municipalityContributions,
} from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc, uuid } from '../support/log.js';
import { readAll } from '../support/read.js';
import { almere, as, marked, reach, response, start } from '../support/said.js';

const evening = '2021-05-14T18:30';
const nextDay = '2021-05-15T09:00';
const error = { reason: { code: 'error' } } as const;
const on = (at: string, event: Said['event']): Said => ({ of: 1, at, event });
const shares = (count: number, platform = 'facebook'): Said =>
  on(evening, {
    type: 'SharesCounted',
    data: { platform: as(Slug, platform), method: as(Slug, 'public'), count },
  });
const reachByVoice = (count: number): Said =>
  on(evening, { type: 'ReachMeasured', data: { channel: 'voice', method: as(Slug, 'push'), count } });
const ended = on('2021-05-14T19:03', {
  type: 'ActionEnded',
  data: { endedAt: utc('2021-05-14T19:03'), reason: { code: 'run-time-over' } },
});
const success = uuid(50);

/** The causes of the postings of each event of a log, by its type and in the order of the log. */
const causesIn = (...said: ReadonlyArray<Said>): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
  const { ledger } = readAll(log(...said));
  const postings = measures.flatMap((measure) =>
    ledger.years(measure).flatMap((year) => [...ledger.postings(measure, year)]),
  );
  return said.map(({ event }, at) => [
    event.type,
    [...new Set(postings.filter(({ position }) => position === at + 1).map(({ cause }) => cause))],
  ]);
};

describe('why a figure changed', () => {
  it('is told of every event of an action that changes one, and of the others nothing', () => {
    expect(
      causesIn(
        start(1),
        on(evening, {
          type: 'RunTimeExtended',
          data: { runsUntil: utc('2021-05-14T19:03:00.001'), reason: { code: 'other' } },
        }),
        reach(1, 5, 'push'),
        reach(1, 7, 'opened'),
        reach(1, 6, 'push'),
        reachByVoice(4),
        shares(2),
        shares(3),
        shares(4, 'twitter'),
        response(1, 11, '112', 'app'),
        on(evening, { type: 'ResponseAssessed', data: { responseId: uuid(11), relevance: 'decisive' } }),
        on(evening, { type: 'ResponseWithdrawn', data: { responseId: uuid(11), ...error } }),
        marked(1, evening),
        ended,
        on(nextDay, { type: 'ClosingMessageSent', data: { outcome: 'found', channels: ['app'] } }),
        on(nextDay, {
          type: 'ParticipantsThanked',
          data: { municipality: almere, how: { code: 'app' }, at: utc(nextDay) },
        }),
        on(nextDay, { type: 'ThanksWithdrawn', data: { municipality: almere, ...error } }),
        on(nextDay, { type: 'SuccessCorrected', data: { successId: success, line: '112', ...error } }),
        on(nextDay, { type: 'SuccessWithdrawn', data: { successId: success, ...error } }),
        on(nextDay, { type: 'SuccessRuledOut', data: { reason: { code: 'not-found' } } }),
        on(nextDay, { type: 'VerdictWithdrawn', data: error }),
        marked(1, nextDay, { successId: uuid(51), line: '112' }),
        on(nextDay, { type: 'ActionChanged', data: { type: 'robbery', ...error } }),
        on(nextDay, { type: 'ActionWithdrawn', data: error }),
      ),
    ).toEqual([
      ['ActionStarted', ['new']],
      ['RunTimeExtended', []],
      ['ReachMeasured', ['new']],
      ['ReachMeasured', ['new']],
      ['ReachMeasured', ['recount']],
      ['ReachMeasured', ['new']],
      ['SharesCounted', ['new']],
      ['SharesCounted', ['recount']],
      ['SharesCounted', ['new']],
      ['ResponseReceived', ['new']],
      ['ResponseAssessed', []],
      ['ResponseWithdrawn', ['response-withdrawn']],
      ['SuccessMarked', ['timely-success']],
      ['ActionEnded', []],
      ['ClosingMessageSent', []],
      ['ParticipantsThanked', ['thanked']],
      ['ThanksWithdrawn', ['thanks-withdrawn']],
      ['SuccessCorrected', ['correction']],
      ['SuccessWithdrawn', ['success-withdrawn']],
      ['SuccessRuledOut', ['verdict']],
      ['VerdictWithdrawn', ['verdict-withdrawn']],
      ['SuccessMarked', ['late-success']],
      ['ActionChanged', ['reclassified']],
      ['ActionWithdrawn', ['action-withdrawn']],
    ]);
  });

  it('is the end where an action then waits for a verdict', () => {
    expect(causesIn(start(1), ended)).toEqual([
      ['ActionStarted', ['new']],
      ['ActionEnded', ['ended']],
    ]);
  });

  it('is told of every event of a mailing', () => {
    const mailing = (event: MailingEvent): Said => ({ of: 1, at: evening, event });
    expect(
      causesIn(
        mailing({
          type: 'MailingSent',
          data: {
            region: 'midden-nederland',
            kind: 'neighbourhood-inquiry',
            sender: { kind: 'BT', code: as(SenderCode, 'BT1') },
            sentAt: utc('2021-05-14T18:00'),
          },
        }),
        mailing({
          type: 'MailingResponseReceived',
          data: { responseId: uuid(11), receivedAt: utc('2021-05-14T18:10') },
        }),
        mailing({ type: 'MailingAssessed', data: { relevant: true, toTheCase: true } }),
        mailing({ type: 'MailingWithdrawn', data: error }),
      ),
    ).toEqual([
      ['MailingSent', ['new']],
      ['MailingResponseReceived', []],
      ['MailingAssessed', ['assessed']],
      ['MailingWithdrawn', ['mailing-withdrawn']],
    ]);
  });

  it('is a recount where the same thing of the same date was counted before, and came to something else', () => {
    const source = as(Label, 'a test');
    const where = { region: 'midden-nederland', municipality: almere, source } as const;
    const of = (event: Said['event']): Said => ({ of: 'GM0034-2021', at: '2021-12-31T12:00', event });
    const officers = (day: string, count: number): Said =>
      of({ type: 'SafetyOfficersCounted', data: { ...where, referenceDate: as(PlainDate, day), count } });
    const people = (day: string, count: number): Said =>
      of({ type: 'InhabitantsCounted', data: { ...where, referenceDate: as(PlainDate, day), count } });
    expect(
      causesIn(
        officers('2021-01-01', 2),
        officers('2021-07-01', 2),
        people('2021-07-01', 900),
        officers('2021-07-01', 3),
        people('2021-07-01', 900),
        of({ type: 'AppDownloadsCounted', data: { ...where, month: as(Month, '2021-07'), count: 8 } }),
        of({ type: 'AppDownloadsCounted', data: { ...where, month: as(Month, '2021-07'), count: 9 } }),
      ).map(([, causes]) => causes),
    ).toEqual([['new'], ['new'], ['new'], ['recount'], [], ['new'], ['recount']]);
  });
});

describe('a stream without a state', () => {
  it('contributes nothing', () => {
    expect(actionContributions(undefined)).toEqual([]);
    expect(mailingContributions(undefined)).toEqual([]);
    expect(municipalityContributions(undefined)).toEqual([]);
  });
});

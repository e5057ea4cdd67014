import { FigureName, Month, type MunicipalityEvent } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { type Said, utc, uuid } from '../../../support/log.js';
import { as } from '../../../support/said.js';
import {
  at,
  counted,
  error,
  expectTold,
  forgotten,
  mailing,
  of,
  published,
  referenceDate,
  row,
  sentences,
} from './telling.js';

describe('the events of a stream, told in both languages,', () => {
  it('are what came of a mailing', () => {
    expectTold([
      [
        mailing({ addressees: 1_200 }),
        {
          en: 'Mailing sent at 2021-05-14 20:03: neighbourhood inquiry, basic team BT-1, 1,200 addressed.',
          nl: 'Mailing verstuurd om 2021-05-14 20:03: digitaal buurtonderzoek, basisteam BT-1, 1.200 geadresseerden.',
        },
      ],
      [
        of({ type: 'MailingResponseReceived', data: { responseId: uuid(11), receivedAt: utc(at) } }),
        {
          en: `Response ${uuid(11)} received at 2021-05-15 11:00.`,
          nl: `Reactie ${uuid(11)} ontvangen om 2021-05-15 11:00.`,
        },
      ],
      [
        of({ type: 'MailingAssessed', data: { relevant: false, toTheCase: false } }),
        {
          en: 'Mailing assessed: no relevant information.',
          nl: 'Mailing beoordeeld: geen relevante informatie.',
        },
      ],
      [
        of({ type: 'MailingAssessed', data: { relevant: true, toTheCase: false } }),
        { en: 'Mailing assessed: relevant information.', nl: 'Mailing beoordeeld: relevante informatie.' },
      ],
      [
        of({ type: 'MailingAssessed', data: { relevant: true, toTheCase: true } }),
        {
          en: 'Mailing assessed: relevant information, for the case in question.',
          nl: 'Mailing beoordeeld: relevante informatie, voor de zaak zelf.',
        },
      ],
      [
        of({ type: 'MailingWithdrawn', data: { reason: error } }),
        {
          en: 'Mailing withdrawn (a mistake); it counts no more.',
          nl: 'Mailing ingetrokken (een vergissing); zij telt niet meer mee.',
        },
      ],
    ]);
  });

  it('are counts of a municipality', () => {
    const ofYear = (event: MunicipalityEvent): Said => of(event, 'GM0034-2021');
    expectTold([
      [
        ofYear({ type: 'ParticipantsCounted', data: { ...counted, referenceDate, channel: 'mail' } }),
        {
          en: 'Count recorded for Almere, 2021-12-31: 12,000 participants (mail); source: a count.',
          nl: 'Telling vastgelegd voor Almere, 2021-12-31: 12.000 deelnemers (mail); bron: a count.',
        },
      ],
      [
        ofYear({ type: 'AppDownloadsCounted', data: { ...counted, month: as(Month, '2021-05') } }),
        {
          en: 'Count recorded for Almere, 2021-05: 12,000 new downloads of the app; source: a count.',
          nl: 'Telling vastgelegd voor Almere, 2021-05: 12.000 nieuwe downloads van de app; bron: a count.',
        },
      ],
      [
        ofYear({ type: 'SafetyOfficersCounted', data: { ...counted, referenceDate, count: 3 } }),
        {
          en: 'Count recorded for Almere, 2021-12-31: 3 safety officers; source: a count.',
          nl: "Telling vastgelegd voor Almere, 2021-12-31: 3 opgeleide OOV'ers; bron: a count.",
        },
      ],
    ]);
  });

  it('are a publication, with as many values as it states', () => {
    expectTold([
      [
        published([row]),
        {
          en: 'Publication recorded: A year in figures, Midden-Nederland 2021, headline, 1 value.',
          nl: 'Publicatie vastgelegd: A year in figures, Midden-Nederland 2021, headline, 1 waarde.',
        },
      ],
    ]);
    expect(sentences('en', [published([row, { ...row, figure: as(FigureName, 'shares') }])])).toEqual([
      'Publication recorded: A year in figures, Midden-Nederland 2021, headline, 2 values.',
    ]);
  });

  it('are personal data that were forgotten', () => {
    expectTold([
      [
        forgotten,
        {
          en: 'Personal data forgotten: a message, kept since 2021-05-14 20:03; the time for keeping it was over.',
          nl: 'Persoonsgegevens vergeten: een bericht, bewaard sinds 2021-05-14 20:03; de bewaartijd was voorbij.',
        },
      ],
    ]);
  });
});

import { Slug } from '@burgernet/domain';
import { describe, it } from 'vitest';
import { utc, uuid } from '../../../support/log.js';
import { as, marked, reach, response, start, utrecht } from '../../../support/said.js';
import { at, error, expectTold, of } from './telling.js';

describe('the events of an action, told in both languages,', () => {
  it('are what became of an action, which waits for a verdict as often as one is taken back', () => {
    expectTold([
      [
        start(1, { supportsNlAlert: true }),
        {
          en: 'Action started: Missing person, Almere, 2021-05-14 20:03 – 2021-05-14 21:03 (NL-Alert).',
          nl: 'Actie gestart: Vermist persoon, Almere, 2021-05-14 20:03 – 2021-05-14 21:03 (NL-Alert).',
        },
      ],
      [
        of({
          type: 'ActionChanged',
          data: { reason: error, type: null, municipality: null, channels: ['sms'], area: null },
        }),
        {
          en: 'Action changed: type now not recorded, municipality now not attributed, area, channels (a mistake).',
          nl: 'Actie gewijzigd: soort nu niet vastgelegd, gemeente nu niet toegewezen, gebied, kanalen (een vergissing).',
        },
      ],
      [
        response(1, 11, '112', 'phone'),
        {
          en: `Response ${uuid(11)} received at 2021-05-14 20:10: line 112, by telephone.`,
          nl: `Reactie ${uuid(11)} ontvangen om 2021-05-14 20:10: lijn 112, per telefoon.`,
        },
      ],
      [
        of({ type: 'ResponseAssessed', data: { responseId: uuid(11), relevance: 'decisive' } }),
        {
          en: `Response ${uuid(11)} assessed: decisive.`,
          nl: `Reactie ${uuid(11)} beoordeeld: doorslaggevend.`,
        },
      ],
      [
        of({ type: 'ResponseWithdrawn', data: { responseId: uuid(11), reason: { code: 'hoax' } } }),
        {
          en: `Response ${uuid(11)} withdrawn (a hoax).`,
          nl: `Reactie ${uuid(11)} ingetrokken (een valse melding).`,
        },
      ],
      [
        reach(1, 12_000, 'sent'),
        { en: 'Reach recorded, the app: 12,000 (sent).', nl: 'Bereik vastgelegd, de app: 12.000 (sent).' },
      ],
      [
        of({
          type: 'SharesCounted',
          data: { platform: as(Slug, 'facebook'), count: 7, method: as(Slug, 'shares') },
        }),
        { en: 'Shares recorded, facebook: 7 (shares).', nl: 'Delingen vastgelegd, facebook: 7 (shares).' },
      ],
      [
        of({
          type: 'ActionEnded',
          data: { endedAt: utc('2021-05-14T19:00'), reason: { code: 'called-off' } },
        }),
        {
          en: 'Action ended at 2021-05-14 21:00 (called off); the action waits for a verdict.',
          nl: 'Actie geëindigd om 2021-05-14 21:00 (afgeblazen); de actie wacht op een oordeel.',
        },
      ],
      [
        of({ type: 'ClosingMessageSent', data: { outcome: 'not-found', channels: [] } }),
        { en: 'Closing message sent: not found.', nl: 'Afloopbericht verstuurd: niet gevonden.' },
      ],
      [
        of({ type: 'SuccessRuledOut', data: { reason: { code: 'not-found' } } }),
        { en: 'Success ruled out (not found).', nl: 'Succes uitgesloten (niet gevonden).' },
      ],
      [
        of({ type: 'VerdictWithdrawn', data: { reason: error } }),
        {
          en: 'Verdict withdrawn (a mistake); the action waits for a verdict.',
          nl: 'Oordeel ingetrokken (een vergissing); de actie wacht op een oordeel.',
        },
      ],
      [
        marked(1, at, { attribution: 'without-burgernet' }),
        {
          en: `Success ${uuid(50)} marked: line 0800-0011, moment of the find unknown → counts as none (without Burgernet).`,
          nl: `Succes ${uuid(50)} gemarkeerd: lijn 0800-0011, moment van vinden onbekend → telt niet mee (zonder Burgernet).`,
        },
      ],
      [
        of({
          type: 'SuccessCorrected',
          data: {
            successId: uuid(50),
            reason: error,
            line: 'app',
            attribution: 'direct',
            foundAt: { moment: utc('2021-05-15T05:40'), precision: 'hour' },
            responseId: null,
          },
        }),
        {
          en: `Success ${uuid(50)} corrected: the app, directly by Burgernet, found 2021-05-15 07:00 (in that hour), response (a mistake) → found after the run time.`,
          nl: `Succes ${uuid(50)} gecorrigeerd: de app, direct door Burgernet, gevonden 2021-05-15 07:00 (in dat uur), reactie (een vergissing) → na de looptijd gevonden.`,
        },
      ],
      [
        of({ type: 'SuccessWithdrawn', data: { successId: uuid(50), reason: error } }),
        {
          en: `Success ${uuid(50)} withdrawn (a mistake); the action waits for a verdict.`,
          nl: `Succes ${uuid(50)} ingetrokken (een vergissing); de actie wacht op een oordeel.`,
        },
      ],
      [
        of({ type: 'ActionWithdrawn', data: { reason: { code: 'unfounded' } } }),
        {
          en: 'Action withdrawn (unfounded); it counts no more.',
          nl: 'Actie ingetrokken (ongegrond); zij telt niet meer mee.',
        },
      ],
    ]);
  });

  it('are an extended run time, and thanks that were given and taken back', () => {
    expectTold([
      [
        start(1, { municipality: utrecht, type: 'robbery' }),
        {
          en: 'Action started: (Armed) robbery, Utrecht, 2021-05-14 20:03 – 2021-05-14 21:03.',
          nl: 'Actie gestart: (Gewapende) overval, Utrecht, 2021-05-14 20:03 – 2021-05-14 21:03.',
        },
      ],
      [
        {
          of: 1,
          at: '2021-05-14T18:30',
          event: {
            type: 'RunTimeExtended',
            data: { runsUntil: utc('2021-05-14T22:30'), reason: { code: 'still-searching' } },
          },
        },
        {
          en: 'Run time extended until 2021-05-15 00:30 (the search goes on).',
          nl: 'Looptijd verlengd tot 2021-05-15 00:30 (er wordt nog gezocht).',
        },
      ],
      [
        marked(1, '2021-05-14T18:40'),
        {
          en: `Success ${uuid(50)} marked: line 0800-0011, moment of the find unknown → ticked in the portal.`,
          nl: `Succes ${uuid(50)} gemarkeerd: lijn 0800-0011, moment van vinden onbekend → aangevinkt in het portaal.`,
        },
      ],
      [
        {
          of: 1,
          at: '2021-05-14T19:00',
          event: {
            type: 'ActionEnded',
            data: { endedAt: utc('2021-05-14T18:58'), reason: { code: 'found' } },
          },
        },
        {
          en: 'Action ended at 2021-05-14 20:58 (found).',
          nl: 'Actie geëindigd om 2021-05-14 20:58 (gevonden).',
        },
      ],
      [
        {
          of: 1,
          at: '2021-05-14T19:00',
          event: {
            type: 'ClosingMessageSent',
            data: { outcome: 'found', channels: ['app', 'mail'] },
          },
        },
        {
          en: 'Closing message sent: found (the app, e-mail).',
          nl: 'Afloopbericht verstuurd: gevonden (de app, e-mail).',
        },
      ],
      [
        of({
          type: 'ParticipantsThanked',
          data: { municipality: utrecht, how: { code: 'letter' }, at: utc(at) },
        }),
        {
          en: 'Participants thanked by Utrecht at 2021-05-15 11:00, by letter.',
          nl: 'Deelnemers bedankt door Utrecht om 2021-05-15 11:00, per brief.',
        },
      ],
      [
        of({ type: 'ThanksWithdrawn', data: { municipality: utrecht, reason: error } }),
        {
          en: 'Thanks of Utrecht withdrawn (a mistake).',
          nl: 'Bedankje van Utrecht ingetrokken (een vergissing).',
        },
      ],
    ]);
  });

  it('are an exercise that ended: nobody waits for a verdict on it', () => {
    expectTold([
      [
        start(1, { status: 'exercise' }),
        {
          en: 'Action started: Missing person, Almere, 2021-05-14 20:03 – 2021-05-14 21:03 (exercise).',
          nl: 'Actie gestart: Vermist persoon, Almere, 2021-05-14 20:03 – 2021-05-14 21:03 (oefening).',
        },
      ],
      [
        of({ type: 'ActionEnded', data: { endedAt: utc('2021-05-14T19:00'), reason: { code: 'other' } } }),
        {
          en: 'Action ended at 2021-05-14 21:00 (another reason).',
          nl: 'Actie geëindigd om 2021-05-14 21:00 (een andere reden).',
        },
      ],
    ]);
  });
});

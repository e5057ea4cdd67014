import {
  type Given,
  type MailingCommand,
  type MailingEvent,
  type MailingRejection,
  type MailingSent,
  mailingDecider,
  mailingSentences,
  Role,
  SenderCode,
} from '@burgernet/domain';
import { given, type Happened, valid } from '@burgernet/domain/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { almere, by, moment, utrecht, uuid } from './an-action.js';
import { expectSentences } from './sentences.js';

const id = uuid(2);
const from = (role: Role, at = '18:30', municipality = almere): Given => ({
  id,
  by: by(role, municipality),
  recordedAt: moment(at),
});
const inquiry: MailingSent = {
  region: 'midden-nederland',
  kind: 'neighbourhood-inquiry',
  sender: { code: valid(SenderCode, 'BT-Almere'), kind: 'BT' },
  sentAt: moment('18:03'),
};
const prevention: MailingSent = {
  ...inquiry,
  kind: 'prevention-message',
  sender: { code: valid(SenderCode, almere), kind: 'municipality' },
};
const did = (at: string, event: MailingEvent): Happened<MailingEvent> => ({ recordedAt: moment(at), event });
const sent = did('18:03', { type: 'MailingSent', data: inquiry });
const warned = did('18:03', { type: 'MailingSent', data: prevention });
const answer = { responseId: uuid(20), receivedAt: moment('18:20') };
const answered = did('18:20', { type: 'MailingResponseReceived', data: answer });
const withdrawn = did('18:25', { type: 'MailingWithdrawn', data: { reason: { code: 'error' } } });
const relevant = { relevant: true, toTheCase: false };
const givenMailing = (...events: ReadonlyArray<Happened<MailingEvent>>) => given(mailingDecider, events);

const broken: { readonly [K in MailingRejection['tag']]: () => MailingRejection } = {
  MailingUnknown: () =>
    givenMailing()
      .when({ ...from('police-team'), type: 'AssessMailing', data: relevant })
      .thenRefused('MailingUnknown'),
  MailingExists: () =>
    givenMailing(sent)
      .when({ ...from('police-team'), type: 'SendMailing', data: inquiry })
      .thenRefused('MailingExists', { sentAt: inquiry.sentAt }),
  MailingIsWithdrawn: () =>
    givenMailing(sent, withdrawn)
      .when({ ...from('police-team'), type: 'AssessMailing', data: relevant })
      .thenRefused('MailingIsWithdrawn'),
  SenderOfOtherKind: () =>
    givenMailing()
      .when({ ...from('police-team'), type: 'SendMailing', data: { ...inquiry, sender: prevention.sender } })
      .thenRefused('SenderOfOtherKind', { kind: 'neighbourhood-inquiry', senderKind: 'municipality' }),
  // An official acts under the code of a municipality, so only a writer of events can give another one.
  SenderCodeMalformed: () => {
    const sender = { code: valid(SenderCode, 'Almere'), kind: 'municipality' } as const;
    const event: MailingEvent = { type: 'MailingSent', data: { ...prevention, sender } };
    const conflict = mailingDecider.conflictOf(id, undefined, event, moment('18:30'));
    return conflict ?? expect.fail('It conflicts with nothing.');
  },
  OccurredAfterRecorded: () =>
    givenMailing()
      .when({ ...from('police-team', '18:02:59.999'), type: 'SendMailing', data: inquiry })
      .thenRefused('OccurredAfterRecorded', { field: 'sentAt', occurred: inquiry.sentAt }),
  MailingResponseExists: () =>
    givenMailing(sent, answered)
      .when({ ...from('system'), type: 'ReceiveMailingResponse', data: answer })
      .thenRefused('MailingResponseExists', { responseId: answer.responseId }),
  ToTheCaseImpliesRelevant: () =>
    givenMailing(sent)
      .when({ ...from('police-team'), type: 'AssessMailing', data: { relevant: false, toTheCase: true } })
      .thenRefused('ToTheCaseImpliesRelevant'),
  RoleNotAllowed: () =>
    givenMailing(sent)
      .when({ ...from('municipality'), type: 'AssessMailing', data: relevant })
      .thenRefused('RoleNotAllowed', {
        command: 'AssessMailing',
        role: 'municipality',
        allowed: ['police-team'],
      }),
  NotItsMunicipality: () =>
    givenMailing()
      .when({ ...from('municipality', '18:30', utrecht), type: 'SendMailing', data: prevention })
      .thenRefused('NotItsMunicipality', { own: utrecht, given: almere }),
};

describe('a rule of a mailing', () => {
  it.each(Object.entries(broken))('%s refuses what breaks it, in both languages', (tag, refuse) => {
    const refusal = refuse();
    expect(refusal.tag).toBe(tag);
    expectSentences(refusal);
  });

  it('has an example above', () => {
    expect(Object.keys(broken).sort()).toEqual(Object.keys(mailingSentences).sort());
  });
});

/** Who may do what, as the domain says it. */
const table: {
  readonly [K in MailingCommand['type']]: {
    readonly inquiry: ReadonlyArray<Role>;
    readonly prevention: ReadonlyArray<Role>;
    readonly ask: (given: Given, data: MailingSent) => MailingCommand;
  };
} = {
  SendMailing: {
    inquiry: ['police-team'],
    prevention: ['municipality'],
    ask: (g, data) => ({ ...g, type: 'SendMailing', data }),
  },
  ReceiveMailingResponse: {
    inquiry: ['system', 'police-team'],
    prevention: ['system', 'municipality'],
    ask: (g) => ({ ...g, type: 'ReceiveMailingResponse', data: answer }),
  },
  AssessMailing: {
    inquiry: ['police-team'],
    prevention: ['municipality'],
    ask: (g) => ({ ...g, type: 'AssessMailing', data: relevant }),
  },
  WithdrawMailing: {
    inquiry: ['police-team', 'coordinator'],
    prevention: ['municipality', 'coordinator'],
    ask: (g) => ({ ...g, type: 'WithdrawMailing', data: { reason: { code: 'error' } } }),
  },
};

describe('who may do what with a mailing', () => {
  const cases = Object.entries(table).flatMap(([type, row]) =>
    Role.values.flatMap((role) =>
      (['inquiry', 'prevention'] as const).map((kind) => ({ type, role, kind, row })),
    ),
  );
  it.each(cases)('$type by $role on an $kind', ({ type, role, kind, row }) => {
    const [mailing, event] = kind === 'inquiry' ? [inquiry, sent] : [prevention, warned];
    const stream = type === 'SendMailing' ? givenMailing() : givenMailing(event);
    const { decided } = stream.when(row.ask(from(role), mailing));
    if (row[kind].includes(role)) expect(E.isRight(decided)).toBe(true);
    else expect(decided).toMatchObject({ left: { tag: 'RoleNotAllowed', facts: { allowed: row[kind] } } });
  });
});

describe('a mailing', () => {
  it('stands as its last assessment says', () => {
    const assess = (relevantNow: boolean, toTheCase: boolean) =>
      did('18:30', { type: 'MailingAssessed', data: { relevant: relevantNow, toTheCase } });
    const { state } = givenMailing(sent, assess(true, true), assess(true, false), assess(false, false)).when({
      ...from('police-team', '18:40'),
      type: 'AssessMailing',
      data: relevant,
    });
    expect(state).toMatchObject({ relevant: true, toTheCase: false, withdrawn: false });
  });

  it('takes nothing more once it was withdrawn, not even another withdrawal', () => {
    givenMailing(sent, withdrawn)
      .when({ ...from('coordinator'), type: 'WithdrawMailing', data: { reason: { code: 'error' } } })
      .thenRefused('MailingIsWithdrawn');
  });

  it('keeps a response within what was recorded', () => {
    givenMailing(sent)
      .when({ ...from('system', '18:19:59.999'), type: 'ReceiveMailingResponse', data: answer })
      .thenRefused('OccurredAfterRecorded', { field: 'receivedAt' });
  });

  it('keeps what it was sent with and each response, and knows what it was not told', () => {
    const event: MailingEvent = {
      type: 'MailingSent',
      data: { ...prevention, municipality: utrecht, addressees: 120 },
    };
    const second = { responseId: uuid(21), receivedAt: moment('18:30') };
    const { sentAt, ...facts } = { ...prevention, municipality: utrecht, addressees: 120 };
    const state = givenMailing(did('18:03', event), answered)
      .when({ ...from('system'), type: 'ReceiveMailingResponse', data: second })
      .thenEvents({ type: 'MailingResponseReceived', data: second });
    expect(state).toEqual({
      ...facts,
      sentAt,
      responses: [answer.responseId, second.responseId],
      relevant: false,
      toTheCase: false,
      withdrawn: false,
    });
    const plain = givenMailing().when({
      ...from('police-team', '18:03'),
      type: 'SendMailing',
      data: inquiry,
    });
    expect(plain.thenEvents(sent.event)).toMatchObject({
      municipality: null,
      addressees: null,
      responses: [],
    });
  });

  it('counts no more once it was withdrawn', () => {
    const data = { reason: { code: 'error' } } as const;
    const { state } = givenMailing(sent).when({ ...from('coordinator'), type: 'WithdrawMailing', data });
    expect(state?.withdrawn).toBe(true);
  });

  it('is nothing before it was sent', () => {
    expect(mailingDecider.evolve(undefined, answered.event, moment('18:20'))).toBeUndefined();
  });

  it('of a municipality is that municipality’s own, with what comes of it', () => {
    givenMailing(warned)
      .when({ ...from('municipality', '18:30', utrecht), type: 'AssessMailing', data: relevant })
      .thenRefused('NotItsMunicipality', { own: utrecht, given: almere });
    const { municipality: _, ...nobody } = by('municipality');
    givenMailing(warned)
      .when({ ...from('municipality'), by: nobody, type: 'AssessMailing', data: relevant })
      .thenRefused('NotItsMunicipality', { own: null, given: almere });
  });

  it('to prevent is a municipality’s, whoever wrote it down', () => {
    const event: MailingEvent = { type: 'MailingSent', data: { ...prevention, sender: inquiry.sender } };
    expect(mailingDecider.conflictOf(id, undefined, event, moment('18:30'))).toMatchObject({
      tag: 'SenderOfOtherKind',
      facts: { kind: 'prevention-message', senderKind: 'BT' },
    });
  });

  it('that nobody sent has neither responses nor an end', () => {
    for (const { event } of [answered, withdrawn])
      expect(mailingDecider.conflictOf(id, undefined, event, moment('18:30'))?.tag).toBe('MailingUnknown');
  });
});

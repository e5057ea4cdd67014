import { type ActionRejection, actionDecider, actionSentences } from '@burgernet/domain';
import { given } from '@burgernet/domain/testing';
import { describe, expect, it } from 'vitest';
import {
  almere,
  amersfoort,
  did,
  ended,
  found,
  from,
  givenAction,
  mark,
  marked,
  moment,
  response,
  start,
  utrecht,
  uuid,
  verdict,
  withdrawn,
} from './an-action.js';
import { expectSentences } from './sentences.js';

const error = { reason: { code: 'error' } } as const;
const searching = { reason: { code: 'still-searching' } } as const;
const thanksOf = (municipality: typeof almere) => ({
  municipality,
  how: { code: 'app' as const },
  at: moment('19:30'),
});
const thanked = did('19:30', {
  type: 'ParticipantsThanked',
  data: thanksOf(almere),
});

/** For each rule of an action a command that breaks it, and the facts that its refusal gives. */
const broken: { readonly [K in ActionRejection['tag']]: () => ActionRejection } = {
  ActionUnknown: () => given(actionDecider, []).when(mark('18:30')).thenRefused('ActionUnknown'),
  ActionExists: () =>
    givenAction()
      .when({ ...from('dispatcher', '18:05'), type: 'StartAction', data: start })
      .thenRefused('ActionExists', { startedAt: start.startedAt }),
  RunTimeEmpty: () =>
    given(actionDecider, [])
      .when({
        ...from('dispatcher', '18:03'),
        type: 'StartAction',
        data: { ...start, runsUntil: start.startedAt },
      })
      .thenRefused('RunTimeEmpty', { startedAt: start.startedAt, runsUntil: start.startedAt }),
  OccurredAfterRecorded: () =>
    given(actionDecider, [])
      .when({ ...from('dispatcher', '18:02:59.999'), type: 'StartAction', data: start })
      .thenRefused('OccurredAfterRecorded', { field: 'startedAt', occurred: start.startedAt }),
  ActionIsWithdrawn: () =>
    givenAction(withdrawn('18:10'))
      .when(mark('18:30'))
      .thenRefused('ActionIsWithdrawn', { event: 'SuccessMarked' }),
  ActionHasEnded: () =>
    givenAction(ended)
      .when({ ...from('dispatcher', '19:10'), type: 'EndAction', data: {} })
      .thenRefused('ActionHasEnded', { endedAt: moment('19:03') }),
  ActionStillRunning: () =>
    givenAction()
      .when({
        ...from('coordinator', '19:02:59.999'),
        type: 'RuleOutSuccess',
        data: { reason: { code: 'unknown' } },
      })
      .thenRefused('ActionStillRunning', { runsUntil: moment('19:03'), event: 'SuccessRuledOut' }),
  FixedAfterEnd: () =>
    givenAction(ended)
      .when({
        ...from('coordinator', '19:10'),
        type: 'ChangeAction',
        data: { ...error, type: null, touched: [], channels: [] },
      })
      .thenRefused('FixedAfterEnd', { fields: ['touched', 'channels'] }),
  NothingChanges: () =>
    givenAction()
      .when({
        ...from('dispatcher', '18:10'),
        type: 'ChangeAction',
        data: { ...error, type: 'missing-person', touched: [utrecht], area: null },
      })
      .thenRefused('NothingChanges'),
  RunTimeOver: () =>
    givenAction()
      .when({
        ...from('dispatcher', '19:03'),
        type: 'ExtendRunTime',
        data: { runsUntil: moment('20:03'), ...searching },
      })
      .thenRefused('RunTimeOver', { runsUntil: moment('19:03') }),
  RunTimeNotForward: () =>
    givenAction()
      .when({
        ...from('dispatcher', '18:30'),
        type: 'ExtendRunTime',
        data: { runsUntil: moment('19:03'), ...searching },
      })
      .thenRefused('RunTimeNotForward', { runsUntil: moment('19:03'), given: moment('19:03') }),
  EndBeforeStart: () =>
    givenAction()
      .when({ ...from('dispatcher', '18:30'), type: 'EndAction', data: { endedAt: moment('18:02:59.999') } })
      .thenRefused('EndBeforeStart', { startedAt: start.startedAt }),
  ResponseExists: () =>
    givenAction(did('18:20', response))
      .when({ ...from('system', '18:30'), type: 'ReceiveResponse', data: response.data })
      .thenRefused('ResponseExists', { responseId: uuid(20) }),
  ResponseUnknown: () =>
    givenAction()
      .when(mark('18:30', '112', { responseId: uuid(29) }))
      .thenRefused('ResponseUnknown', { responseId: uuid(29) }),
  ResponseIsWithdrawn: () =>
    givenAction(
      did('18:20', response),
      did('18:21', { type: 'ResponseWithdrawn', data: { responseId: uuid(20), ...error } }),
    )
      .when({
        ...from('police-team', '18:30'),
        type: 'AssessResponse',
        data: { responseId: uuid(20), relevance: 'none' },
      })
      .thenRefused('ResponseIsWithdrawn', { responseId: uuid(20) }),
  ResponseBeforeStart: () =>
    givenAction()
      .when({
        ...from('system', '18:30'),
        type: 'ReceiveResponse',
        data: { responseId: uuid(20), line: '112', entry: 'phone', receivedAt: moment('18:02:59.999') },
      })
      .thenRefused('ResponseBeforeStart', { startedAt: start.startedAt }),
  EntryContradictsLine: () =>
    givenAction()
      .when({
        ...from('system', '18:30'),
        type: 'ReceiveResponse',
        data: { responseId: uuid(20), line: 'app', entry: 'phone', receivedAt: moment('18:20') },
      })
      .thenRefused('EntryContradictsLine', { entry: 'phone' }),
  ActionNotActual: () =>
    given(actionDecider, [did('18:03', { type: 'ActionStarted', data: { ...start, status: 'exercise' } })])
      .when(mark('18:30'))
      .thenRefused('ActionNotActual', { status: 'exercise' }),
  FoundBeforeStart: () =>
    givenAction()
      .when(mark('18:30', '112', found('18:02:59.999')))
      .thenRefused('FoundBeforeStart', { startedAt: start.startedAt, found: moment('18:02:59.999') }),
  FoundInTheFuture: () =>
    givenAction()
      .when(mark('18:30', '112', found('19:00', 'hour')))
      .thenRefused('FoundInTheFuture', { found: moment('19:00'), precision: 'hour' }),
  SuccessExists: () =>
    givenAction(marked('18:20'))
      .when(mark('18:30', '112'))
      .thenRefused('SuccessExists', { successId: uuid(30) }),
  SuccessUnknown: () =>
    givenAction()
      .when({
        ...from('coordinator', '18:30'),
        type: 'WithdrawSuccess',
        data: { successId: uuid(31), ...error },
      })
      .thenRefused('SuccessUnknown', { successId: uuid(31) }),
  SuccessIsWithdrawn: () =>
    givenAction(
      marked('18:20'),
      did('18:25', { type: 'SuccessWithdrawn', data: { successId: uuid(30), ...error } }),
    )
      .when({
        ...from('coordinator', '18:30'),
        type: 'CorrectSuccess',
        data: { successId: uuid(30), line: '112', ...error },
      })
      .thenRefused('SuccessIsWithdrawn', { successId: uuid(30) }),
  SuccessStands: () =>
    givenAction(marked('18:20'), ended)
      .when({
        ...from('coordinator', '19:30'),
        type: 'RuleOutSuccess',
        data: { reason: { code: 'unknown' } },
      })
      .thenRefused('SuccessStands', { successId: uuid(30) }),
  NoSuccessStands: () =>
    givenAction(ended)
      .when({ ...from('municipality', '19:30'), type: 'ThankParticipants', data: thanksOf(almere) })
      .thenRefused('NoSuccessStands'),
  VerdictStands: () =>
    givenAction(ended, did('19:10', verdict))
      .when({
        ...from('coordinator', '19:30'),
        type: 'RuleOutSuccess',
        data: { reason: { code: 'unknown' } },
      })
      .thenRefused('VerdictStands'),
  NoVerdict: () =>
    givenAction(ended)
      .when({ ...from('coordinator', '19:30'), type: 'WithdrawVerdict', data: error })
      .thenRefused('NoVerdict'),
  MunicipalityNotConcerned: () =>
    givenAction(marked('18:20'), ended)
      .when({
        ...from('municipality', '19:30', amersfoort),
        type: 'ThankParticipants',
        data: thanksOf(amersfoort),
      })
      .thenRefused('MunicipalityNotConcerned', { municipality: amersfoort }),
  AlreadyThanked: () =>
    givenAction(marked('18:20'), ended, thanked)
      .when({ ...from('municipality', '19:40'), type: 'ThankParticipants', data: thanksOf(almere) })
      .thenRefused('AlreadyThanked', { municipality: almere }),
  NotThanked: () =>
    givenAction(marked('18:20'), ended, thanked)
      .when({
        ...from('coordinator', '19:40'),
        type: 'WithdrawThanks',
        data: { municipality: utrecht, ...error },
      })
      .thenRefused('NotThanked', { municipality: utrecht }),
  RoleNotAllowed: () =>
    givenAction()
      .when(mark('18:30', '112', {}, 'coordinator'))
      .thenRefused('RoleNotAllowed', {
        command: 'MarkSuccess',
        role: 'coordinator',
        allowed: ['dispatcher'],
        ended: false,
      }),
  NotItsMunicipality: () =>
    givenAction(marked('18:20'), ended)
      .when({ ...from('municipality', '19:30', utrecht), type: 'ThankParticipants', data: thanksOf(almere) })
      .thenRefused('NotItsMunicipality', { own: utrecht, given: almere }),
};

describe('a rule of an action', () => {
  it.each(Object.entries(broken))('%s refuses what breaks it, in both languages', (tag, refuse) => {
    const refusal = refuse();
    expect(refusal.tag).toBe(tag);
    expectSentences(refusal);
  });

  it('has an example above', () => {
    expect(Object.keys(broken).sort()).toEqual(Object.keys(actionSentences).sort());
  });
});

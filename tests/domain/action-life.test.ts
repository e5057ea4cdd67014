import { type ActionChanged, actionDecider } from '@burgernet/domain';
import { given } from '@burgernet/domain/testing';
import { describe, expect, it } from 'vitest';
import {
  action,
  almere,
  did,
  ended,
  found,
  from,
  givenAction,
  mark,
  marked,
  moment,
  note,
  response,
  slug,
  start,
  started,
  utrecht,
  uuid,
  withdrawn,
} from './an-action.js';

const error = { reason: { code: 'error' } } as const;

describe('an action', () => {
  it('starts', () => {
    given(actionDecider, [])
      .when({ ...from('dispatcher', '18:03'), type: 'StartAction', data: start })
      .thenEvents(started.event);
  });

  it('keeps response, receipt and end within what was recorded', () => {
    givenAction()
      .when({
        ...from('system', '18:19:59.999'),
        type: 'ReceiveResponse',
        data: { responseId: uuid(20), line: '112', entry: 'phone', receivedAt: moment('18:20') },
      })
      .thenRefused('OccurredAfterRecorded', { field: 'receivedAt' });
    givenAction()
      .when({ ...from('dispatcher', '18:20'), type: 'EndAction', data: { endedAt: moment('18:20:00.001') } })
      .thenRefused('OccurredAfterRecorded', { field: 'endedAt' });
  });

  it('takes no find that is wholly still to come, when it is marked or corrected', () => {
    for (const [clock, precision] of [
      ['18:30:00.001', 'instant'],
      ['19:00', 'hour'],
      ['22:00', 'day'],
    ] as const)
      givenAction()
        .when(mark('18:30', '112', found(clock, precision)))
        .thenRefused('FoundInTheFuture', { found: moment(clock), precision });
    for (const [clock, precision] of [
      ['18:30', 'instant'],
      ['18:59', 'hour'],
      ['21:59', 'day'],
    ] as const) {
      givenAction()
        .when(mark('18:30', '112', found(clock, precision)))
        .thenEvents(marked('18:30', '112', found(clock, precision)).event);
    }
    givenAction(marked('18:30'))
      .when({
        ...from('coordinator', '18:40'),
        type: 'CorrectSuccess',
        data: { successId: uuid(30), ...found('18:41'), ...error },
      })
      .thenRefused('FoundInTheFuture', { found: moment('18:41') });
  });

  it('takes a response from its very start on', () => {
    const data = { ...response.data, receivedAt: start.startedAt };
    givenAction()
      .when({ ...from('system', '18:05'), type: 'ReceiveResponse', data })
      .thenEvents({ type: 'ResponseReceived', data });
  });

  it('conflicts with an extension that somebody else recorded as the run time was over', () => {
    const event = {
      type: 'RunTimeExtended',
      data: { runsUntil: moment('20:03'), reason: { code: 'other' } },
    } as const;
    const { state } = given(actionDecider, []).when({
      ...from('dispatcher', '18:03'),
      type: 'StartAction',
      data: start,
    });
    const conflictAt = (at: string) => actionDecider.conflictOf(action, state, event, moment(at));
    expect(conflictAt('19:02:59.999')).toBeUndefined();
    expect(conflictAt('19:03')).toMatchObject({ tag: 'RunTimeOver', facts: { runsUntil: moment('19:03') } });
  });

  it('is withdrawn once, while it runs and after it ended', () => {
    const event = withdrawn('18:10').event;
    const data = { reason: { code: 'hoax' as const } };
    givenAction()
      .when({ ...from('dispatcher', '18:10'), type: 'WithdrawAction', data })
      .thenEvents(event);
    givenAction(ended)
      .when({ ...from('coordinator', '20:00'), type: 'WithdrawAction', data })
      .thenEvents(event);
    givenAction(withdrawn('18:10'))
      .when({ ...from('dispatcher', '18:20'), type: 'WithdrawAction', data })
      .thenRefused('ActionIsWithdrawn', { event: 'ActionWithdrawn' });
  });

  it('takes only what still says something of it after it was withdrawn, and no end by rule', () => {
    const was = givenAction(did('18:05', response), marked('18:06'), withdrawn('18:10'));
    const responseId = uuid(20);
    was
      .when({
        ...from('system', '19:30'),
        type: 'MeasureReach',
        data: { channel: 'app', method: slug('delivered'), count: 3 },
      })
      .thenEvents({ type: 'ReachMeasured', data: { channel: 'app', method: slug('delivered'), count: 3 } });
    was
      .when({
        ...from('system', '19:30'),
        type: 'CountShares',
        data: { platform: slug('facebook'), method: slug('public'), count: 2 },
      })
      .thenEvents({
        type: 'SharesCounted',
        data: { platform: slug('facebook'), method: slug('public'), count: 2 },
      });
    const second = { ...response.data, responseId: uuid(21) };
    was
      .when({ ...from('system', '19:30'), type: 'ReceiveResponse', data: second })
      .thenEvents({ type: 'ResponseReceived', data: second });
    was
      .when({
        ...from('dispatcher', '19:30'),
        type: 'AssessResponse',
        data: { responseId, relevance: 'none' },
      })
      .thenEvents({ type: 'ResponseAssessed', data: { responseId, relevance: 'none' } });
    was
      .when({ ...from('dispatcher', '19:30'), type: 'WithdrawResponse', data: { responseId, ...error } })
      .thenEvents({ type: 'ResponseWithdrawn', data: { responseId, ...error } });
    was
      .when({
        ...from('coordinator', '19:30'),
        type: 'WithdrawSuccess',
        data: { successId: uuid(30), ...error },
      })
      .thenEvents({ type: 'SuccessWithdrawn', data: { successId: uuid(30), ...error } });
    was
      .when({
        ...from('system', '19:30'),
        type: 'SendClosingMessage',
        data: { outcome: 'other', channels: [] },
      })
      .thenEvents({ type: 'ClosingMessageSent', data: { outcome: 'other', channels: [] } });
    was
      .when({ ...from('dispatcher', '19:30'), type: 'EndAction', data: {} })
      .thenRefused('ActionIsWithdrawn', { event: 'ActionEnded' });
    was
      .when({
        ...from('coordinator', '19:30'),
        type: 'CorrectSuccess',
        data: { successId: uuid(30), line: '112', ...error },
      })
      .thenRefused('ActionIsWithdrawn', { event: 'SuccessCorrected' });
  });

  it.each<[string, Partial<ActionChanged>]>([
    ['touched', { touched: [] }],
    ['area', { area: { municipalities: [almere] } }],
    ['channels', { channels: ['mail'] }],
    ['messageReference', { messageReference: note }],
  ])('keeps %s after its end', (field, change) => {
    const command = (at: string) =>
      ({ ...from('dispatcher', at), type: 'ChangeAction', data: { ...error, ...change } }) as const;
    givenAction()
      .when(command('18:30'))
      .thenEvents({ type: 'ActionChanged', data: { ...error, ...change } });
    givenAction(ended)
      .when(command('19:30'))
      .thenRefused('FixedAfterEnd', { fields: [field] });
  });

  it('is reclassified after its end by type and municipality only', () => {
    givenAction(ended)
      .when({
        ...from('coordinator', '20:00'),
        type: 'ChangeAction',
        data: { ...error, type: null, municipality: null },
      })
      .thenEvents({ type: 'ActionChanged', data: { ...error, type: null, municipality: null } });
  });

  it('keeps the last of several counts of one channel and method, and counts of other methods beside it', () => {
    const measure = (method: string, count: number) =>
      did('18:30', { type: 'ReachMeasured', data: { channel: 'app', method: slug(method), count } });
    const { state } = givenAction(
      measure('delivered', 5),
      measure('estimated', 9),
      measure('delivered', 4),
    ).when(mark('18:40'));
    expect(state?.reach).toEqual([
      { of: 'app', method: 'delivered', count: 4 },
      { of: 'app', method: 'estimated', count: 9 },
    ]);
  });

  it('is thanked for by each municipality that it concerns, after its end, while a success stands', () => {
    const thank = (at: string, municipality: typeof almere) =>
      ({
        ...from('municipality', at, municipality),
        type: 'ThankParticipants',
        data: { municipality, how: { code: 'app' }, at: moment(at) },
      }) as const;
    const thanked = (at: string, municipality: typeof almere) =>
      did(at, { type: 'ParticipantsThanked', data: thank(at, municipality).data });
    givenAction(marked('18:20')).when(thank('18:30', almere)).thenRefused('ActionStillRunning');
    const found = [marked('18:20'), ended];
    givenAction(...found)
      .when(thank('19:30', almere))
      .thenEvents(thanked('19:30', almere).event);
    givenAction(...found, thanked('19:30', almere))
      .when(thank('19:40', utrecht))
      .thenEvents(thanked('19:40', utrecht).event);
    const back = did('19:50', { type: 'ThanksWithdrawn', data: { municipality: almere, ...error } });
    const again = givenAction(...found, thanked('19:30', almere), back).when(thank('20:00', almere));
    expect(again.thenEvents(thanked('20:00', almere).event)?.thanked).toEqual([almere]);
    const gone = did('19:20', { type: 'SuccessWithdrawn', data: { successId: uuid(30), ...error } });
    givenAction(...found, gone)
      .when(thank('19:30', almere))
      .thenRefused('NoSuccessStands');
  });

  it('refuses a correction that corrects nothing', () => {
    givenAction(marked('18:20'))
      .when({
        ...from('coordinator', '18:30'),
        type: 'CorrectSuccess',
        data: { successId: uuid(30), line: '0800-0011', ...error },
      })
      .thenRefused('NothingChanges');
  });

  it('takes a correction or a change that says something new beside what stands already', () => {
    const line = { successId: uuid(30), line: '0800-0011', attribution: 'indirect', ...error } as const;
    givenAction(marked('18:20'))
      .when({ ...from('coordinator', '18:30'), type: 'CorrectSuccess', data: line })
      .thenEvents({ type: 'SuccessCorrected', data: line });
    const change = { type: 'missing-person', municipality: utrecht, ...error } as const;
    givenAction()
      .when({ ...from('dispatcher', '18:30'), type: 'ChangeAction', data: change })
      .thenEvents({ type: 'ActionChanged', data: change });
  });

  it('takes a response by the phone over every line but the app, and one by the app over any', () => {
    const received = (line: '112' | 'app', entry: 'app' | 'phone' = 'phone') =>
      givenAction().when({
        ...from('system', '18:20'),
        type: 'ReceiveResponse',
        data: { ...response.data, line, entry },
      });
    expect(received('app', 'app').state?.responses).toMatchObject([{ line: 'app', entry: 'app' }]);
    expect(received('112', 'app').state?.responses).toMatchObject([{ line: '112', entry: 'app' }]);
    expect(received('112').state?.responses).toMatchObject([{ line: '112', entry: 'phone' }]);
    received('app').thenRefused('EntryContradictsLine', { entry: 'phone' });
  });

  it('ends for the reason that is given, and for another where none is', () => {
    const end = (reason?: { readonly code: 'found' }) =>
      givenAction().when({
        ...from('dispatcher', '18:30'),
        type: 'EndAction',
        data: reason === undefined ? {} : { reason },
      });
    const endedAt = moment('18:30');
    end({ code: 'found' }).thenEvents({ type: 'ActionEnded', data: { endedAt, reason: { code: 'found' } } });
    end().thenEvents({ type: 'ActionEnded', data: { endedAt, reason: { code: 'other' } } });
  });

  it('is not extended once it ended, although it was to run longer', () => {
    givenAction(
      did('18:30', { type: 'ActionEnded', data: { endedAt: moment('18:30'), reason: { code: 'found' } } }),
    )
      .when({
        ...from('dispatcher', '18:40'),
        type: 'ExtendRunTime',
        data: { runsUntil: moment('20:03'), reason: { code: 'other' } },
      })
      .thenRefused('ActionHasEnded', { endedAt: moment('18:30') });
  });

  it('has ended for whoever rules success out, thanks or sends the closing message after its run time', () => {
    const reason = { code: 'not-found' } as const;
    givenAction()
      .when({ ...from('coordinator', '19:30'), type: 'RuleOutSuccess', data: { reason } })
      .thenEvents(ended.event, { type: 'SuccessRuledOut', data: { reason } });
    const told = { outcome: 'not-found', channels: ['app'] } as const;
    givenAction()
      .when({ ...from('system', '19:30'), type: 'SendClosingMessage', data: told })
      .thenEvents(ended.event, { type: 'ClosingMessageSent', data: told });
  });

  it('ends by rule only where its run time ended it, whoever gave the command', () => {
    const { event: byHand } = did('18:30', {
      type: 'ActionEnded',
      data: { endedAt: moment('18:30'), reason: { code: 'found' } },
    });
    const events = [ended.event, byHand, started.event, withdrawn('18:30').event];
    expect(events.map(actionDecider.isByRule)).toEqual([true, false, false, false]);
  });
});

import {
  type ActionEvent,
  type ActionState,
  actionDecider,
  classOf,
  type SuccessClass,
  type SuccessCorrected,
} from '@burgernet/domain';
import type { Happened } from '@burgernet/domain/testing';
import { describe, expect, it } from 'vitest';
import {
  action,
  did,
  ended,
  found,
  from,
  givenAction,
  mark,
  marked,
  moment,
  started,
  uuid,
  verdict,
} from './an-action.js';

const error = { reason: { code: 'error' } } as const;
const successId = uuid(30);

/** The action after these events. */
const state = (...events: ReadonlyArray<Happened<ActionEvent>>): ActionState =>
  [started, ...events].reduce<ActionState | undefined>((before, { event, recordedAt }) => {
    expect(actionDecider.conflictOf(action, before, event, recordedAt)).toBeUndefined();
    return actionDecider.evolve(before, event, recordedAt);
  }, undefined) ?? expect.fail('The action is gone.');
const classAfter = (...events: ReadonlyArray<Happened<ActionEvent>>): SuccessClass =>
  classOf(state(...events).markings);
const corrected = (at: string, data: Omit<SuccessCorrected, 'successId' | 'reason'>): Happened<ActionEvent> =>
  did(at, { type: 'SuccessCorrected', data: { successId, ...error, ...data } });
const extended = (at: string, until: string): Happened<ActionEvent> =>
  did(at, { type: 'RunTimeExtended', data: { runsUntil: moment(until), reason: { code: 'other' } } });
const endedBy = (at: string, endedAt = at): Happened<ActionEvent> =>
  did(at, { type: 'ActionEnded', data: { endedAt: moment(endedAt), reason: { code: 'found' } } });

describe('the instant at which the run time ends', () => {
  it('does not belong to it: a tick a millisecond before is timely, a tick at it is late', () => {
    expect(classAfter(marked('19:02:59.999'))).toBe('portal');
    expect(classAfter(ended, marked('19:03'))).toBe('late-unknown');
    expect(classAfter(marked('19:03'))).toBe('late-unknown');
  });

  it('is recorded by rule with the next command, in the same batch and before its event', () => {
    givenAction()
      .when(mark('19:03', '112', found('19:02:59.999'), 'coordinator'))
      .thenEvents(ended.event, marked('19:03', '112', found('19:02:59.999')).event);
    givenAction().when(mark('19:02:59.999', '112')).thenEvents(marked('19:02:59.999', '112').event);
  });

  it('is recorded alone by a command to end, which may name that very moment and no other', () => {
    const end = { ...from('dispatcher', '19:30'), type: 'EndAction' } as const;
    givenAction()
      .when({ ...end, data: {} })
      .thenEvents(ended.event);
    givenAction()
      .when({ ...end, ...from('system', '19:03'), data: {} })
      .thenEvents(ended.event);
    givenAction()
      .when({ ...end, data: { endedAt: moment('19:03') } })
      .thenEvents(ended.event);
    givenAction()
      .when({ ...end, data: { endedAt: moment('19:10'), reason: { code: 'found' } } })
      .thenRefused('RunTimeOver', { runsUntil: moment('19:03') });
  });

  it('leaves no end behind where the command itself is refused', () => {
    givenAction()
      .when(mark('19:30', '112', found('12:00'), 'coordinator'))
      .thenRefused('FoundBeforeStart');
  });

  it('comes with the actual end where that is earlier, also where the end is dated back', () => {
    expect(classAfter(endedBy('18:30'), marked('18:30'))).toBe('late-unknown');
    expect(classAfter(endedBy('18:40', '18:30'), marked('18:41', '112', found('18:29:59.999')))).toBe(
      'registered-late',
    );
    expect(classAfter(endedBy('18:40', '18:30'), marked('18:41', '112', found('18:30')))).toBe('found-late');
  });

  it('is where the action was to end although somebody wrote that it ended later', () => {
    const late = endedBy('19:30');
    expect(classAfter(late, marked('19:40', '112', found('19:02:59.999')))).toBe('registered-late');
    expect(classAfter(late, marked('19:40', '112', found('19:10')))).toBe('found-late');
    expect(classAfter(marked('19:10'), late)).toBe('late-unknown');
  });

  it('of an action that ended as it started lets no tick be timely', () => {
    expect(classAfter(endedBy('18:04', '18:03'), marked('18:05'))).toBe('late-unknown');
    expect(classAfter(endedBy('18:04', '18:03'), marked('18:05', '112', found('18:03')))).toBe('found-late');
    expect(classAfter(endedBy('18:04', '18:03'), marked('18:05', '112', found('18:00', 'hour')))).toBe(
      'found-late',
    );
  });
});

describe('what a marking is measured against', () => {
  it('is settled by its stream before it: an extension afterwards makes no old tick timely or find early', () => {
    const late = [marked('18:50', '112'), extended('18:55', '21:03')];
    expect(classAfter(...late)).toBe('other-line');
    expect(state(...late).markings[0]?.runTime.end).toBe(moment('19:03'));
    expect(classAfter(extended('18:55', '21:03'), marked('20:50'))).toBe('portal');
    expect(classAfter(extended('18:55', '21:03'), marked('21:03', '112', found('21:02')))).toBe(
      'registered-late',
    );
  });

  it('does not move with an end that is recorded later', () => {
    expect(classAfter(marked('18:30'), endedBy('18:40', '18:20'))).toBe('portal');
    const markings = state(marked('18:30'), endedBy('18:40', '18:20')).markings;
    expect(markings[0]).toMatchObject({ timely: true, runTime: { end: moment('19:03') } });
  });

  it('has moved for a second marking after the end', () => {
    const { markings } = state(
      marked('18:30', '112'),
      endedBy('18:40'),
      marked('18:45', '0800-0011', { successId: uuid(32) }),
    );
    expect(markings.map(({ timely }) => timely)).toEqual([true, false]);
    expect(classOf(markings)).toBe('other-line');
  });
});

describe('the precision of a find', () => {
  it.each<[string, Parameters<typeof found>, SuccessClass]>([
    ['an instant before the end', ['19:02:59.999'], 'registered-late'],
    ['the instant of the end', ['19:03'], 'found-late'],
    ['the instant of the start', ['18:03'], 'registered-late'],
    ['the hour that ends with it or before', ['18:30', 'hour'], 'registered-late'],
    ['the hour across the end', ['19:00', 'hour'], 'late-unknown'],
    ['the hour after it', ['20:00', 'hour'], 'found-late'],
    ['the day across the end', ['18:30', 'day'], 'late-unknown'],
    ['the day after it', ['2021-05-15T10:00:00.000Z', 'day'], 'found-late'],
  ])('%s', (_, [at, precision], expected) => {
    const late = mark('2021-05-16T10:00:00.000Z', '112', found(at, precision), 'coordinator');
    const after = givenAction(ended).when(late).state;
    expect(classOf(after?.markings ?? [])).toBe(expected);
  });

  it('counts an hour or day from the start of the action on', () => {
    givenAction()
      .when(mark('18:30', '112', found('18:00', 'hour')))
      .thenEvents(marked('18:30', '112', found('18:00', 'hour')).event);
    givenAction()
      .when(mark('18:30', '112', found('17:59:59.999', 'hour')))
      .thenRefused('FoundBeforeStart');
    givenAction()
      .when(mark('18:30', '112', found('2021-05-13T21:59:59.999Z', 'day')))
      .thenRefused('FoundBeforeStart');
    givenAction()
      .when(mark('18:30', '112', found('2021-05-13T22:00:00.000Z', 'day')))
      .thenEvents(marked('18:30', '112', found('2021-05-13T22:00:00.000Z', 'day')).event);
  });

  it('is unknown where nothing is known', () => {
    expect(classAfter(ended, marked('19:30', '112'))).toBe('late-unknown');
    expect(
      classAfter(ended, marked('19:30', '112', found('18:30')), corrected('19:40', { foundAt: null })),
    ).toBe('late-unknown');
  });

  it('may be corrected, late too, but not to before the start', () => {
    const late = [ended, marked('19:30', '112', found('19:10'))];
    expect(classAfter(...late)).toBe('found-late');
    expect(classAfter(...late, corrected('20:00', found('18:50')))).toBe('registered-late');
    expect(classAfter(...late, corrected('20:00', found('19:00', 'hour')))).toBe('late-unknown');
    givenAction(...late)
      .when({
        ...from('coordinator', '20:00'),
        type: 'CorrectSuccess',
        data: { successId, ...error, ...found('18:00') },
      })
      .thenRefused('FoundBeforeStart', { found: moment('18:00') });
  });
});

describe('a correction', () => {
  it('takes a tick out of portal, and back to what the tick itself said in time', () => {
    expect(classAfter(marked('18:30'), corrected('18:40', { line: '112' }))).toBe('other-line');
    expect(
      classAfter(
        marked('18:30'),
        corrected('18:40', { line: '112' }),
        ended,
        corrected('20:00', { line: '0800-0011' }),
      ),
    ).toBe('portal');
  });

  it('never brings a tick into portal that named another line', () => {
    expect(classAfter(marked('18:30', '112'), corrected('18:31', { line: '0800-0011' }))).toBe('other-line');
    expect(classAfter(ended, marked('19:30'), corrected('19:40', { ...found('18:40') }))).toBe(
      'registered-late',
    );
  });

  it('keeps portal whatever it says of attribution or find, which the portal does not know', () => {
    expect(
      classAfter(
        marked('18:30'),
        corrected('18:40', { attribution: 'without-burgernet', ...found('23:00') }),
      ),
    ).toBe('portal');
    expect(classAfter(marked('18:30', '0800-0011', { attribution: 'indirect' }))).toBe('portal');
  });

  it('of the attribution moves a success between the classes and the figures of their own', () => {
    expect(classAfter(marked('18:30', '112'), corrected('18:40', { attribution: 'indirect' }))).toBe('none');
    expect(
      classAfter(
        marked('18:30', '112', { attribution: 'indirect' }),
        corrected('18:40', { attribution: 'direct' }),
      ),
    ).toBe('other-line');
    expect(classAfter(ended, marked('19:30', '112', { attribution: 'without-burgernet' }))).toBe('none');
  });
});

describe('the classes of an action', () => {
  it('are those of its best standing marking', () => {
    const late = marked('19:30', '112', { successId: uuid(32), ...found('19:10') });
    const later = marked('19:40', '112', { successId: uuid(33), ...found('18:50') });
    const withdraw = did('20:00', { type: 'SuccessWithdrawn', data: { successId: uuid(33), ...error } });
    expect(classAfter(ended, late)).toBe('found-late');
    expect(classAfter(ended, late, later)).toBe('registered-late');
    expect(classAfter(marked('18:30', '112'), ended, late, later)).toBe('other-line');
    expect(classAfter(ended, late, later, withdraw)).toBe('found-late');
  });

  it('are none without a marking', () => {
    expect(classAfter(ended)).toBe('none');
  });
});

describe('a verdict', () => {
  it('is cancelled by a late success, and waits again when that is withdrawn', () => {
    const late = marked('19:30', '112');
    const withdraw = did('19:40', { type: 'SuccessWithdrawn', data: { successId, ...error } });
    expect(state(ended, did('19:10', verdict)).ruledOut).toBe(true);
    expect(state(ended, did('19:10', verdict), late)).toMatchObject({ ruledOut: false });
    expect(state(ended, did('19:10', verdict), late, withdraw).ruledOut).toBe(false);
  });

  it('is withdrawn by the coordinator, and given again', () => {
    const back = did('19:20', { type: 'VerdictWithdrawn', data: error });
    expect(state(ended, did('19:10', verdict), back).ruledOut).toBe(false);
    givenAction(ended, did('19:10', verdict), back)
      .when({ ...from('dispatcher', '19:30'), type: 'RuleOutSuccess', data: verdict.data })
      .thenEvents(verdict);
  });
});

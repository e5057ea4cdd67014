import {
  type ActionChanged,
  type ActionEvent,
  type ActionState,
  actionDecider,
  classOf,
  hasStanding,
  type SuccessCorrected,
} from '@burgernet/domain';
import type { Happened } from '@burgernet/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  action,
  almere,
  amersfoort,
  did,
  ended,
  found,
  from,
  givenAction,
  marked,
  moment,
  note,
  response,
  slug,
  start,
  started,
  utrecht,
  uuid,
} from './an-action.js';

const error = { reason: { code: 'error' } } as const;

/** The action after these events, none of which contradicts it. */
const kept = (first: ActionEvent, ...events: ReadonlyArray<Happened<ActionEvent>>): ActionState =>
  [did('18:03', first), ...events].reduce<ActionState | undefined>((before, { event, recordedAt }) => {
    expect(actionDecider.conflictOf(action, before, event, recordedAt)).toBeUndefined();
    return actionDecider.evolve(before, event, recordedAt);
  }, undefined) ?? expect.fail('The action is gone.');
const plain = started.event;
const full: ActionEvent = {
  type: 'ActionStarted',
  data: { ...start, area: { municipalities: [almere] }, messageReference: note, followsUp: uuid(2) },
};
const { runsUntil: _, ...startFacts } = start;
const unknown = { area: null, messageReference: null, followsUp: null };

/** What each field may be given in a change: something else, or with `null` nothing. */
const changes: fc.Arbitrary<Omit<ActionChanged, 'reason'>> = fc.record(
  {
    type: fc.constantFrom('robbery', null),
    municipality: fc.constantFrom(amersfoort, null),
    touched: fc.constantFrom([amersfoort], []),
    area: fc.constantFrom({ municipalities: [utrecht] }, null),
    channels: fc.constantFrom(['mail' as const], []),
    messageReference: fc.constantFrom(note, null),
  },
  { requiredKeys: [] },
);
const corrections: fc.Arbitrary<Omit<SuccessCorrected, 'successId' | 'reason'>> = fc.record(
  {
    line: fc.constantFrom('0800-0011', 'mail'),
    attribution: fc.constantFrom('indirect', 'without-burgernet'),
    foundAt: fc.constantFrom({ moment: moment('18:20'), precision: 'hour' }, null),
    responseId: fc.constantFrom(uuid(21), null),
    evidenceReference: fc.constantFrom(note, null),
  },
  { requiredKeys: [] },
);

describe('an action keeps', () => {
  it('what it was started with, and knows what it was not told', () => {
    expect(kept(plain)).toMatchObject({ facts: { ...startFacts, ...unknown }, runsUntil: start.runsUntil });
    expect(kept(full).facts).toEqual({
      ...startFacts,
      area: { municipalities: [almere] },
      messageReference: note,
      followsUp: uuid(2),
    });
  });

  it('every fact that a change does not name, and of what it names the last', () => {
    fc.assert(
      fc.property(fc.constantFrom(plain, full), changes, (first, change) => {
        const was = kept(first);
        const is = kept(first, did('18:10', { type: 'ActionChanged', data: { ...error, ...change } }));
        expect(is).toEqual({ ...was, facts: { ...was.facts, ...change } });
      }),
    );
  });

  it('every fact of a marking that a correction does not name, and all of the other markings', () => {
    const markings = [
      marked('18:20', '112', { ...found('18:19'), responseId: uuid(20), evidenceReference: note }),
      marked('18:21', '112', { successId: uuid(31), ...found('18:18') }),
      marked('18:22', '112', { successId: uuid(32) }),
    ];
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), corrections, (at, correction) => {
        const was = kept(plain, ...markings);
        const successId = uuid(30 + at);
        const data = { successId, ...error, ...correction };
        const is = kept(plain, ...markings, did('18:30', { type: 'SuccessCorrected', data }));
        expect(is.markings).toEqual(
          was.markings.map((one) => (one.successId === successId ? { ...one, ...correction } : one)),
        );
      }),
    );
  });

  it('with a marking the response and the evidence that it names', () => {
    const named = { responseId: uuid(20), evidenceReference: note };
    expect(
      kept(plain, marked('18:20', '112', named), marked('18:21', 'app', { successId: uuid(31) })),
    ).toMatchObject({ markings: [named, { responseId: null, evidenceReference: null }] });
  });

  it('of each response by itself what it was worth, and whether it was withdrawn', () => {
    const responses = [20, 21, 22].map((n) =>
      did('18:05', { ...response, data: { ...response.data, responseId: uuid(n) } }),
    );
    const assessed = did('18:10', {
      type: 'ResponseAssessed',
      data: { responseId: uuid(21), relevance: 'decisive' },
    });
    const withdrawn = did('18:11', { type: 'ResponseWithdrawn', data: { responseId: uuid(22), ...error } });
    expect(kept(plain, ...responses, assessed, withdrawn).responses).toMatchObject([
      { responseId: uuid(20), relevance: null, withdrawn: false },
      { responseId: uuid(21), relevance: 'decisive', withdrawn: false },
      { responseId: uuid(22), relevance: null, withdrawn: true },
    ]);
  });

  it('the counts of each channel and platform apart, also where they were taken in one way', () => {
    const reach = (channel: 'app' | 'sms', count: number) =>
      did('18:30', { type: 'ReachMeasured', data: { channel, method: slug('delivered'), count } });
    const shares = (platform: string, count: number) =>
      did('18:30', {
        type: 'SharesCounted',
        data: { platform: slug(platform), method: slug('public'), count },
      });
    const { reach: reached, shares: shared } = kept(
      plain,
      reach('app', 5),
      reach('sms', 7),
      shares('facebook', 2),
      shares('x', 3),
      shares('facebook', 4),
    );
    expect(reached).toEqual([
      { of: 'app', method: 'delivered', count: 5 },
      { of: 'sms', method: 'delivered', count: 7 },
    ]);
    expect(shared).toEqual([
      { of: 'facebook', method: 'public', count: 4 },
      { of: 'x', method: 'public', count: 3 },
    ]);
  });

  it('the thanks of the others when one municipality takes back its own', () => {
    const thanked = (municipality: typeof almere) =>
      did('19:30', {
        type: 'ParticipantsThanked',
        data: { municipality, how: { code: 'app' }, at: moment('19:30') },
      });
    const back = did('19:40', { type: 'ThanksWithdrawn', data: { municipality: almere, ...error } });
    const { thanked: who } = kept(plain, marked('18:20'), ended, thanked(almere), thanked(utrecht), back);
    expect(who).toEqual([utrecht]);
  });

  it('all of itself when its participants are told how it ended', () => {
    const told = did('19:10', { type: 'ClosingMessageSent', data: { outcome: 'found', channels: ['app'] } });
    expect(kept(plain, ended, told)).toEqual(kept(plain, ended));
  });

  it('nothing where it never started', () => {
    expect(actionDecider.evolve(undefined, marked('18:20').event, moment('18:20'))).toBeUndefined();
  });
});

describe('of several', () => {
  const responses = [20, 21].map((n) =>
    did('18:05', { ...response, data: { ...response.data, responseId: uuid(n) } }),
  );
  const markings = [marked('18:20', '112'), marked('18:21', 'app', { successId: uuid(31) })];
  const correct = (data: Omit<SuccessCorrected, 'successId' | 'reason'>) =>
    givenAction(...responses, ...markings).when({
      ...from('coordinator', '18:30'),
      type: 'CorrectSuccess',
      data: { successId: uuid(31), ...error, ...data },
    });

  it('responses a success names any, also when it is corrected, or with null none', () => {
    for (const responseId of [uuid(20), uuid(21), null])
      correct({ line: 'mail', responseId }).thenEvents({
        type: 'SuccessCorrected',
        data: { successId: uuid(31), line: 'mail', responseId, ...error },
      });
    correct({ responseId: uuid(22) }).thenRefused('ResponseUnknown', { responseId: uuid(22) });
  });

  it('facts of a find any is taken back by a correction to nothing', () => {
    correct({ line: '112', foundAt: null }).thenEvents({
      type: 'SuccessCorrected',
      data: { successId: uuid(31), line: '112', foundAt: null, ...error },
    });
  });

  it('successes the one that is corrected is compared with what it says itself', () => {
    correct({ line: 'app' }).thenRefused('NothingChanges');
    expect(correct({ line: '112' }).state?.markings[1]?.line).toBe('112');
  });

  it('responses or successes the one that is named is withdrawn, once, and none that is unknown', () => {
    const without = [
      ...responses,
      ...markings,
      did('18:25', { type: 'ResponseWithdrawn', data: { responseId: uuid(21), ...error } }),
      did('18:26', { type: 'SuccessWithdrawn', data: { successId: uuid(31), ...error } }),
    ];
    const withdraw = (n: number) =>
      givenAction(...without).when({
        ...from('coordinator', '18:30'),
        type: 'WithdrawResponse',
        data: { responseId: uuid(n), ...error },
      });
    expect(withdraw(20).state?.responses.map((one) => one.withdrawn)).toEqual([true, true]);
    withdraw(21).thenRefused('ResponseIsWithdrawn', { responseId: uuid(21) });
    withdraw(22).thenRefused('ResponseUnknown', { responseId: uuid(22) });
    const take = (n: number) =>
      givenAction(...without).when({
        ...from('coordinator', '18:30'),
        type: 'WithdrawSuccess',
        data: { successId: uuid(n), ...error },
      });
    expect(take(30).state?.markings.map((one) => one.withdrawn)).toEqual([true, true]);
    take(31).thenRefused('SuccessIsWithdrawn', { successId: uuid(31) });
    take(32).thenRefused('SuccessUnknown', { successId: uuid(32) });
  });
});

describe('whether a marking of an attribution stands', () => {
  it('is asked of those that were not withdrawn', () => {
    const withdrawn = did('18:40', { type: 'SuccessWithdrawn', data: { successId: uuid(30), ...error } });
    const indirect = marked('18:30', '112', { attribution: 'indirect' });
    const direct = marked('18:31', '112', { successId: uuid(31) });
    const { markings } = kept(plain, indirect, direct);
    expect(hasStanding(markings, 'indirect')).toBe(true);
    expect(hasStanding(markings, 'without-burgernet')).toBe(false);
    const left = kept(plain, indirect, direct, withdrawn).markings;
    expect(hasStanding(left, 'indirect')).toBe(false);
    expect(hasStanding(left, 'direct')).toBe(true);
    expect(classOf(left)).toBe('other-line');
  });
});

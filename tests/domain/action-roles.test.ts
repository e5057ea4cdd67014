import { type ActionCommand, actionDecider, type Given, Role } from '@burgernet/domain';
import { given } from '@burgernet/domain/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  almere,
  by,
  did,
  ended,
  from,
  givenAction,
  marked,
  moment,
  response,
  slug,
  start,
  success,
  utrecht,
  uuid,
  verdict,
} from './an-action.js';

const error = { reason: { code: 'error' } } as const;
const thanks = { municipality: almere, how: { code: 'app' }, at: moment('18:20') } as const;
const responseId = uuid(20);
const successId = uuid(30);

interface Row {
  readonly running: ReadonlyArray<Role>;
  readonly over: ReadonlyArray<Role>;
  readonly ask: (given: Given) => ActionCommand;
}
const row = (
  running: ReadonlyArray<Role>,
  over: ReadonlyArray<Role>,
  ask: (given: Given) => ActionCommand,
): Row => ({ running, over, ask });

/** Who may give each command while an action runs, and who when it is over, as the domain says it. */
const table: { readonly [K in ActionCommand['type']]: Row } = {
  StartAction: row(['dispatcher'], ['dispatcher'], (g) => ({ ...g, type: 'StartAction', data: start })),
  ChangeAction: row(['dispatcher'], ['dispatcher', 'coordinator'], (g) => ({
    ...g,
    type: 'ChangeAction',
    data: { ...error, type: null },
  })),
  ExtendRunTime: row(['dispatcher'], ['dispatcher'], (g) => ({
    ...g,
    type: 'ExtendRunTime',
    data: { runsUntil: moment('20:03'), reason: { code: 'other' } },
  })),
  EndAction: row(['dispatcher'], ['dispatcher', 'system'], (g) => ({ ...g, type: 'EndAction', data: {} })),
  WithdrawAction: row(['dispatcher'], ['dispatcher', 'coordinator'], (g) => ({
    ...g,
    type: 'WithdrawAction',
    data: error,
  })),
  SendClosingMessage: row(['system'], ['system'], (g) => ({
    ...g,
    type: 'SendClosingMessage',
    data: { outcome: 'found', channels: ['app'] },
  })),
  MeasureReach: row(['system'], ['system'], (g) => ({
    ...g,
    type: 'MeasureReach',
    data: { channel: 'app', method: slug('delivered'), count: 1 },
  })),
  CountShares: row(['system'], ['system'], (g) => ({
    ...g,
    type: 'CountShares',
    data: { platform: slug('facebook'), method: slug('public'), count: 1 },
  })),
  ReceiveResponse: row(['system', 'dispatcher'], ['system', 'dispatcher'], (g) => ({
    ...g,
    type: 'ReceiveResponse',
    data: { ...response.data, responseId: uuid(21) },
  })),
  WithdrawResponse: row(['dispatcher', 'coordinator'], ['dispatcher', 'coordinator'], (g) => ({
    ...g,
    type: 'WithdrawResponse',
    data: { responseId, ...error },
  })),
  AssessResponse: row(['dispatcher', 'police-team'], ['dispatcher', 'police-team'], (g) => ({
    ...g,
    type: 'AssessResponse',
    data: { responseId, relevance: 'decisive' },
  })),
  MarkSuccess: row(['dispatcher'], ['dispatcher', 'coordinator'], (g) => ({
    ...g,
    type: 'MarkSuccess',
    data: success('112', { successId: uuid(31) }),
  })),
  CorrectSuccess: row(['coordinator'], ['coordinator'], (g) => ({
    ...g,
    type: 'CorrectSuccess',
    data: { successId, line: 'mail', ...error },
  })),
  WithdrawSuccess: row(['coordinator'], ['coordinator'], (g) => ({
    ...g,
    type: 'WithdrawSuccess',
    data: { successId, ...error },
  })),
  RuleOutSuccess: row(['dispatcher', 'coordinator'], ['dispatcher', 'coordinator'], (g) => ({
    ...g,
    type: 'RuleOutSuccess',
    data: { reason: { code: 'not-found' } },
  })),
  WithdrawVerdict: row(['coordinator'], ['coordinator'], (g) => ({
    ...g,
    type: 'WithdrawVerdict',
    data: error,
  })),
  ThankParticipants: row(['municipality'], ['municipality'], (g) => ({
    ...g,
    type: 'ThankParticipants',
    data: thanks,
  })),
  WithdrawThanks: row(['municipality', 'coordinator'], ['municipality', 'coordinator'], (g) => ({
    ...g,
    type: 'WithdrawThanks',
    data: { municipality: almere, ...error },
  })),
};

const lively = [did('18:05', response), marked('18:06')];
/** Streams in which at least one accepts each command that is not forbidden. */
const phases = {
  running: { at: '18:30', streams: [givenAction(...lively)] },
  over: {
    at: '19:30',
    streams: [
      givenAction(...lively),
      givenAction(...lively, ended),
      givenAction(ended),
      givenAction(ended, did('19:10', verdict)),
      givenAction(...lively, ended, did('19:20', { type: 'ParticipantsThanked', data: thanks })),
    ],
  },
};
const cases = Object.entries(table).flatMap(([type, { running, over, ask }]) =>
  Role.values.flatMap((role) =>
    (['running', 'over'] as const).map((phase) => ({
      type,
      role,
      phase,
      may: (phase === 'running' ? running : over).includes(role),
      roles: phase === 'running' ? running : over,
      ask,
    })),
  ),
);

/** What the end alone makes possible, or impossible, whoever asks. */
const never: Readonly<Record<'running' | 'over', ReadonlyArray<string>>> = {
  running: ['SendClosingMessage', 'RuleOutSuccess', 'WithdrawVerdict', 'ThankParticipants', 'WithdrawThanks'],
  over: ['StartAction', 'ExtendRunTime'],
};

describe('who may do what', () => {
  it.each(cases)('$type by $role while the action is $phase', ({ type, role, phase, may, roles, ask }) => {
    const { at, streams } = phases[phase];
    // Only a start has no action to begin with.
    const asked = type === 'StartAction' && phase === 'running' ? [given(actionDecider, [])] : streams;
    const decisions = asked.map((stream) => stream.when(ask(from(role, at))).decided);
    const forbidden = decisions.filter((one) => E.isLeft(one) && one.left.tag === 'RoleNotAllowed');
    expect(forbidden.length).toBe(may ? 0 : decisions.length);
    expect(decisions.some(E.isRight)).toBe(may && !never[phase].includes(type));
    const isEnded = phase === 'over' && type !== 'StartAction';
    for (const one of forbidden)
      expect(one).toMatchObject({ left: { facts: { command: type, role, allowed: roles, ended: isEnded } } });
  });

  it('is not the question where there is no such action, whoever asks', () => {
    for (const [type, { ask }] of Object.entries(table))
      for (const role of Role.values)
        if (type !== 'StartAction')
          given(actionDecider, [])
            .when(ask(from(role, '18:30')))
            .thenRefused('ActionUnknown');
  });

  it('lets the coordinator do after a withdrawal what is hers after the end', () => {
    const withdrawn = did('18:10', { type: 'ActionWithdrawn', data: error });
    givenAction(marked('18:06'), withdrawn)
      .when({
        ...from('coordinator', '18:30'),
        type: 'MarkSuccess',
        data: success('112', { successId: uuid(31) }),
      })
      .thenRefused('ActionIsWithdrawn');
  });

  it('lets a municipality act for itself only, and not without a code', () => {
    const stream = givenAction(marked('18:06'), ended);
    const { municipality: _, ...nobody } = by('municipality');
    stream
      .when({ ...from('municipality', '19:30'), by: nobody, type: 'ThankParticipants', data: thanks })
      .thenRefused('NotItsMunicipality', { own: null, given: almere });
  });

  it('lets a municipality take back no thanks but its own, and a coordinator those of any', () => {
    const stream = givenAction(
      marked('18:06'),
      ended,
      did('19:20', { type: 'ParticipantsThanked', data: thanks }),
    );
    const back = { type: 'WithdrawThanks', data: { municipality: almere, ...error } } as const;
    stream
      .when({ ...from('municipality', '19:30', utrecht), ...back })
      .thenRefused('NotItsMunicipality', { own: utrecht, given: almere });
    stream
      .when({ ...from('coordinator', '19:30'), ...back })
      .thenEvents({ type: 'ThanksWithdrawn', data: back.data });
  });

  it('is told with who may do it later, where the end of the action changes that', () => {
    const mayLater = (ask: (given: Given) => ActionCommand, at: string) =>
      givenAction(...lively)
        .when(ask(from('municipality', at)))
        .thenRefused('RoleNotAllowed').facts.later;
    expect(mayLater(table.MarkSuccess.ask, '18:30')).toEqual(['dispatcher', 'coordinator']);
    expect(mayLater(table.MarkSuccess.ask, '19:30')).toEqual([]);
    expect(mayLater(table.CorrectSuccess.ask, '18:30')).toEqual([]);
  });
});

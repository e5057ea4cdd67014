import type { CommandRequest } from '@burgernet/adapters';
import { type ActionCommand, type Role, streamOf } from '@burgernet/domain';
import * as fc from 'fast-check';
import { almere, amersfoort, by, moment, start, utrecht, uuid } from '../domain/an-action.js';

/** A command in small numbers: what it asks, of which action, and of which response, success or count. */
export interface Told {
  readonly what: What;
  readonly action: number;
  readonly n: number;
}

const actionId = (action: number) => uuid(1 + action);

/** What is asked of actions, by whom and when, as it follows from a number. */
const asks = {
  StartAction: () => ['dispatcher', '18:03', start],
  ReceiveResponse: (n) => [
    'dispatcher',
    '18:05',
    {
      responseId: uuid(20 + n),
      line: n % 2 === 0 ? '112' : '0800-0011',
      entry: 'phone',
      receivedAt: moment('18:04'),
    },
  ],
  MarkSuccess: (n) =>
    n % 2 === 0
      ? ['dispatcher', '18:30', { successId: uuid(30 + n), line: '0800-0011', attribution: 'direct' }]
      : // The run time is over by then: the command first ends the action, in the same batch.
        ['coordinator', '21:00', { successId: uuid(30 + n), line: '112', attribution: 'direct' }],
  MeasureReach: (n) => ['system', '18:20', { channel: 'app', method: 'panel', count: 100 * n }],
  WithdrawResponse: (n) => [
    'coordinator',
    '18:25',
    { responseId: uuid(20 + n), reason: { code: 'duplicate' } },
  ],
  CorrectSuccess: (n) => [
    'coordinator',
    '21:30',
    { successId: uuid(30 + n), line: 'app', reason: { code: 'error' } },
  ],
  WithdrawSuccess: (n) => ['coordinator', '21:40', { successId: uuid(30 + n), reason: { code: 'error' } }],
  ChangeAction: (n) => [
    'dispatcher',
    '18:10',
    { municipality: [almere, utrecht, amersfoort][n % 3], reason: { code: 'new-information' } },
  ],
  ExtendRunTime: (n) => [
    'dispatcher',
    '18:40',
    { runsUntil: moment(n % 2 === 0 ? '20:00' : '22:00'), reason: { code: 'still-searching' } },
  ],
  EndAction: () => ['dispatcher', '18:50', { reason: { code: 'found' } }],
  ThankParticipants: () => [
    'municipality',
    '22:00',
    { municipality: almere, how: { code: 'app' }, at: moment('22:00') },
  ],
  WithdrawAction: () => ['dispatcher', '18:55', { reason: { code: 'hoax' } }],
} satisfies {
  readonly [K in ActionCommand['type']]?: (n: number) => readonly [Role, string, unknown];
};
type What = keyof typeof asks;

const often: ReadonlyArray<What> = ['ReceiveResponse', 'ReceiveResponse', 'MarkSuccess', 'MeasureReach'];
const all: ReadonlyArray<What> = [
  'StartAction',
  'ReceiveResponse',
  'MarkSuccess',
  'MeasureReach',
  'WithdrawResponse',
  'CorrectSuccess',
  'WithdrawSuccess',
  'ChangeAction',
  'ExtendRunTime',
  'EndAction',
  'ThankParticipants',
  'WithdrawAction',
];

/** Few actions, responses and successes, so that commands meet: they contradict, repeat and undo. */
export const commands: fc.Arbitrary<Told> = fc.record({
  what: fc.constantFrom(...often, ...often, ...all),
  action: fc.constantFrom(0, 0, 0, 1),
  n: fc.nat(3),
});

/** Which action a stream is of; `undefined` where it is of none. */
export const actionOf = (stream: string): number | undefined =>
  [0, 1].find((action) => streamOf('action', actionId(action)) === stream);

/** A command as somebody gives it. */
export const requestOf = ({ what, action, n }: Told, commandId: number): CommandRequest => {
  const [role, at, data] = asks[what](n);
  return {
    kind: 'action',
    id: actionId(action),
    type: what,
    data,
    by: by(role),
    recordedAt: moment(at),
    commandId: uuid(commandId),
  };
};

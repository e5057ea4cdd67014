import { changeAction, endAction, extendRunTime, sendClosingMessage, withdrawAction } from './action-life.js';
import {
  assessResponse,
  countShares,
  measureReach,
  receiveResponse,
  withdrawResponse,
} from './action-responses.js';
import {
  correctSuccess,
  markSuccess,
  ruleOutSuccess,
  thankParticipants,
  withdrawSuccess,
  withdrawThanks,
  withdrawVerdict,
} from './action-successes.js';
import type { ActionStep } from './scene.js';

/** A kind of step on an action. */
export interface ActionStepKind {
  readonly make: ActionStep;
  /** how often it comes up, against the others */
  readonly weight: number;
  /** whether it needs the run time to go on, or to be over; the moment of the step is moved to fit */
  readonly while: 'any' | 'running' | 'over';
  /** whether a knob of its own says how often it comes up */
  readonly share: 'usual' | 'timely' | 'late' | 'correction';
}

const usual = (
  make: ActionStep,
  weight: number,
  during: ActionStepKind['while'] = 'any',
): ActionStepKind => ({
  make,
  weight,
  while: during,
  share: 'usual',
});

const correction = (make: ActionStep, weight: number): ActionStepKind => ({
  make,
  weight,
  while: 'any',
  share: 'correction',
});

/** What may be done to an action that was started. */
export const actionStepKinds: ReadonlyArray<ActionStepKind> = [
  usual(receiveResponse, 8),
  { make: markSuccess, weight: 14, while: 'running', share: 'timely' },
  { make: markSuccess, weight: 14, while: 'over', share: 'late' },
  usual(endAction, 3, 'running'),
  usual(endAction, 2, 'over'),
  usual(extendRunTime, 4, 'running'),
  usual(assessResponse, 3),
  usual(measureReach, 3),
  usual(countShares, 2),
  usual(sendClosingMessage, 1, 'over'),
  usual(ruleOutSuccess, 3, 'over'),
  usual(thankParticipants, 5, 'over'),
  correction(correctSuccess, 8),
  correction(withdrawSuccess, 3),
  correction(changeAction, 5),
  correction(withdrawResponse, 2),
  correction(withdrawVerdict, 4),
  correction(withdrawThanks, 4),
  correction(withdrawAction, 1),
];

import type { ActionCommand } from '../action/command.js';
import { actionDecider } from '../action/decider.js';
import type { ActionEvent } from '../action/event.js';
import type { ActionRejection } from '../action/rejection.js';
import { type ActionState, runTimeOf } from '../action/state.js';
import { earlier, type Instant, later, plus } from '../time/instant.js';
import { startAction } from './action-life.js';
import type { ActionStepKind } from './action-steps.js';
import { idOf } from './ids.js';
import { momentAfter } from './passing-time.js';
import type { Part } from './scene.js';

/** Moves the moment of a step to where the run time goes on, or is over; `undefined` where it cannot. */
const fit = (
  moment: Instant,
  from: Instant,
  state: ActionState,
  needs: ActionStepKind['while'],
): Instant | undefined => {
  if (needs === 'any') return moment;
  if (needs === 'over') return state.endedAt === null ? later(moment, state.runsUntil) : moment;
  const latest = earlier(moment, plus(state.runsUntil, -1));
  return state.endedAt === null && latest >= from ? latest : undefined;
};

/** The part of an action: a step starts it where it was not started, and else does what its kind says. */
export const actionPart = (
  kind: ActionStepKind,
): Part<ActionCommand, ActionEvent, ActionState, ActionRejection> => ({
  decider: actionDecider,
  id: (n) => idOf('action', n),
  write: (scene) => {
    const { state, from, time } = scene;
    if (state === undefined) return startAction(scene);
    const recordedAt = fit(momentAfter(from, runTimeOf(state).end, time), from, state, kind.while);
    return recordedAt === undefined ? undefined : kind.make({ ...scene, state, recordedAt });
  },
});

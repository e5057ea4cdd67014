import type { ActionCommand } from '../action/command.js';
import type { ActionState } from '../action/state.js';
import type { Given } from '../command.js';
import type { Decider } from '../decider.js';
import type { AnyRejection } from '../rejection.js';
import type { Instant } from '../time/instant.js';
import type { Picks } from './picks.js';

/** Where a step of a history finds itself: at which stream, from when on, and with which choices. */
export interface Scene<S> {
  /** of the stream */
  readonly id: string;
  /** the number of the step in its history, from which ids are derived */
  readonly step: number;
  /** the earliest moment at which the step may be recorded */
  readonly from: Instant;
  /** the choices that say when */
  readonly time: Picks;
  /** the choices that say what */
  readonly picks: Picks;
  readonly state: S | undefined;
  /** whether the stream is imported, later than it was recorded */
  readonly imported: boolean;
  /** ids of the streams of its kind so far */
  readonly others: ReadonlyArray<string>;
}

/** The part that one aggregate plays in a history. */
export interface Part<C extends Given, E, S, R extends AnyRejection> {
  readonly decider: Decider<C, E, S, R>;
  /** the id of the nth stream of its kind */
  readonly id: (n: number) => string;
  /**
   * The command of a step, or `undefined` where there is nothing to do. What it asks may be refused: the
   * step is skipped then.
   */
  readonly write: (scene: Scene<S>) => C | undefined;
}

/** A step on an action that was started, at its moment. */
export interface ActionScene extends Scene<ActionState> {
  readonly state: ActionState;
  readonly recordedAt: Instant;
}

/** Makes the command of a step on an action that was started; see {@link Part}. */
export type ActionStep = (scene: ActionScene) => ActionCommand | undefined;

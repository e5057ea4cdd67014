import type { ReconstructedEvent } from '@burgernet/adapters';
import { eventsOf } from './history.js';

/** What a plain count over events finds, without domain, ledger or figures. */
export interface Recount {
  readonly actions: number;
  readonly withResponse: number;
  readonly calls: number;
  readonly appResponses: number;
  readonly portal: number;
  readonly late: number;
}

/** One action as its events tell it. */
export interface CountedAction {
  readonly municipality: string | null;
  readonly type: string | null;
  readonly startedAt: string;
  readonly runsUntil: string;
  calls: number;
  appResponses: number;
  portal: number;
  late: number;
}

/** The actions of a history by stream. */
export const countActions = (
  history: ReadonlyArray<ReconstructedEvent>,
): ReadonlyMap<string, CountedAction> => {
  const actions = new Map<string, CountedAction>();
  for (const { stream, data } of eventsOf(history, 'ActionStarted'))
    actions.set(stream, {
      municipality: data.municipality ?? null,
      type: data.type ?? null,
      startedAt: data.startedAt,
      runsUntil: data.runsUntil,
      calls: 0,
      appResponses: 0,
      portal: 0,
      late: 0,
    });
  for (const { stream, data } of eventsOf(history, 'ResponseReceived')) {
    const action = actions.get(stream);
    if (action === undefined) throw new Error(`A response without an action: ${stream}`);
    if (data.line === '0800-0011') action.calls += 1;
    if (data.entry === 'app') action.appResponses += 1;
  }
  for (const { stream, data, recordedAt } of eventsOf(history, 'SuccessMarked')) {
    const action = actions.get(stream);
    if (action === undefined) throw new Error(`A success without an action: ${stream}`);
    const timely = recordedAt >= action.startedAt && recordedAt < action.runsUntil;
    if (timely && data.line === '0800-0011') action.portal += 1;
    if (!timely && data.attribution === 'direct') action.late += 1;
  }
  return actions;
};

/** Adds up the actions that a condition holds for. */
export const recount = (
  actions: Iterable<CountedAction>,
  holds: (action: CountedAction) => boolean = () => true,
): Recount => {
  const chosen = [...actions].filter(holds);
  const sum = (of: (action: CountedAction) => number): number =>
    chosen.reduce((total, action) => total + of(action), 0);
  return {
    actions: chosen.length,
    withResponse: sum(({ calls, appResponses }) => (calls + appResponses > 0 ? 1 : 0)),
    calls: sum(({ calls }) => calls),
    appResponses: sum(({ appResponses }) => appResponses),
    portal: sum(({ portal }) => Math.min(1, portal)),
    late: sum(({ portal, late }) => (portal === 0 ? Math.min(1, late) : 0)),
  };
};

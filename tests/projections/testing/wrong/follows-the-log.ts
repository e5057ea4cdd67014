import type { Subject } from '@burgernet/projections/testing';

/** Takes it that an action is always in the log before one that follows it up. */
export const followsTheLog: Subject<ReadonlyMap<string, boolean>> = {
  name: 'actions that follow up another',
  initial: () => new Map(),
  handle: (actions, { event, stream }) => {
    if (event.type !== 'ActionStarted' || actions.has(stream)) return actions;
    const { followsUp } = event.data;
    const isKnown = followsUp !== undefined && [...actions.keys()].some((name) => name.endsWith(followsUp));
    return new Map(actions).set(stream, isKnown);
  },
  answer: (actions) => [...actions.values()].filter((isKnown) => isKnown).length,
};

import {
  type ActionEvent,
  type ActionState,
  actionDecider,
  classOf,
  classOfMarking,
  domainRegistry,
  hasStandingMarking,
  type Instant,
  isActionEvent,
  runTimeOf,
  type StoredEvent,
  successClasses,
} from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { runs, size } from '../support/runs.js';

const registry = domainRegistry();

/** One event of an action with the action before and after it. */
interface Change {
  readonly event: ActionEvent;
  readonly recordedAt: Instant;
  readonly before: ActionState;
  readonly after: ActionState;
}

/** What each event of the actions in a log changed, but for their starts. */
const changesOf = (stored: ReadonlyArray<StoredEvent>): ReadonlyArray<Change> => {
  const states = new Map<string, ActionState>();
  return stored.flatMap((one): ReadonlyArray<Change> => {
    const read = registry.decode(one);
    if (E.isLeft(read)) throw new Error(read.left.detail);
    const { event, recordedAt, stream } = read.right;
    if (!isActionEvent(event)) return [];
    const before = states.get(stream);
    const after = actionDecider.evolve(before, event, recordedAt);
    if (after === undefined) throw new Error(`The action of ${stream} is gone.`);
    states.set(stream, after);
    return before === undefined ? [] : [{ event, recordedAt, before, after }];
  });
};

const always = (law: (change: Change) => void, numRuns = runs): void =>
  fc.assert(
    fc.property(histories({ size }), ({ stored }) => changesOf(stored).forEach(law)),
    { numRuns },
  );
/** What holds of every single event is seen to in fewer histories. */
const few = Math.ceil(runs / 4);

const rank = (state: ActionState): number => successClasses.indexOf(classOf(state.markings));
const isPortal = (state: ActionState): boolean => classOf(state.markings) === 'portal';

describe('at every moment of every action', () => {
  it('the class is the first in the domain’s order that a standing marking has', () => {
    always(({ after }) => {
      const standing = after.markings.filter((marking) => !marking.withdrawn).map(classOfMarking);
      const first = successClasses.find((one) => standing.includes(one));
      expect(classOf(after.markings)).toBe(first ?? 'none');
      if (standing.length === 0) expect(classOf(after.markings)).toBe('none');
    });
  });

  it('a late marking makes no action portal', () => {
    always(({ event, recordedAt, before, after }) => {
      if (event.type !== 'SuccessMarked') return;
      const isLate = recordedAt >= runTimeOf(before).end;
      expect(after.markings.at(-1)?.timely).toBe(!isLate);
      if (isLate) expect(isPortal(after)).toBe(isPortal(before));
    });
  });

  it('portal comes by a timely tick of 0800-0011, or back by a correction of such a tick', () => {
    always(({ event, before, after }) => {
      if (isPortal(before) || !isPortal(after)) return;
      const ticked = after.markings.some(
        ({ withdrawn, timely, tickedLine, line }) =>
          !withdrawn && timely && tickedLine === '0800-0011' && line === '0800-0011',
      );
      expect(ticked).toBe(true);
      expect(['SuccessMarked', 'SuccessCorrected']).toContain(event.type);
    });
  });

  it('only a correction or a withdrawal lowers the class, and only what is about successes changes it', () => {
    always(({ event, before, after }) => {
      if (rank(after) > rank(before)) expect(['SuccessCorrected', 'SuccessWithdrawn']).toContain(event.type);
      if (rank(after) < rank(before)) expect(['SuccessMarked', 'SuccessCorrected']).toContain(event.type);
    });
  });

  it('what was settled when a marking was recorded never changes', () => {
    always(({ before, after }) => {
      const settled = (state: ActionState) =>
        state.markings.map(({ successId, recordedAt, runTime, timely, tickedLine }) => ({
          successId,
          recordedAt,
          runTime,
          timely,
          tickedLine,
        }));
      expect(settled(after).slice(0, before.markings.length)).toEqual(settled(before));
    });
  });

  it('the facts that no command changes stay: region, status, start, follow-up', () => {
    always(({ before, after }) => {
      const fixed = ({ facts: { region, status, startedAt, supportsNlAlert, followsUp } }: ActionState) => ({
        region,
        status,
        startedAt,
        supportsNlAlert,
        followsUp,
      });
      expect(fixed(after)).toEqual(fixed(before));
    }, few);
  });

  it('a verdict stands only without a marking, on an action that ended', () => {
    always(({ after }) => {
      if (after.ruledOut) expect([hasStandingMarking(after), after.endedAt === null]).toEqual([false, false]);
    }, few);
  });

  it('the run time ends once, not after it was to run, and only an extension moves it forward', () => {
    always(({ event, before, after }) => {
      const [was, is] = [runTimeOf(before).end, runTimeOf(after).end];
      if (is > was) expect(event.type).toBe('RunTimeExtended');
      if (is < was) expect(event.type).toBe('ActionEnded');
      expect(is <= after.runsUntil).toBe(true);
      if (before.endedAt !== null) expect(after.endedAt).toBe(before.endedAt);
    }, few);
  });

  it('an exercise, a test or an action that was withdrawn takes no new success', () => {
    always(({ event, before }) => {
      if (before.facts.status !== 'actual' || before.withdrawn) expect(event.type).not.toBe('SuccessMarked');
    }, few);
  });
});

import type { Instant, StoredEvent } from '@burgernet/domain';
import type { BoardAction } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { CommandDeps, CommandError, CommandRequest } from './command-request.js';
import { derivedId } from './event-id.js';
import { runCommand } from './run-command.js';
import { systemActor } from './system-actor.js';

/** The actions whose run time was over at a moment, of those that are open. */
export const dueAt = (open: ReadonlyArray<BoardAction>, now: Instant): ReadonlyArray<BoardAction> =>
  open.filter(({ runsUntil }) => runsUntil <= now);

/** The command that records the end of an action: of one end the same command, whoever gives it, and when. */
export const endDueRequest = (
  { actionId, runsUntil }: Pick<BoardAction, 'actionId' | 'runsUntil'>,
  now: Instant,
): CommandRequest => ({
  kind: 'action',
  id: actionId,
  type: 'EndAction',
  data: {},
  by: systemActor,
  recordedAt: now,
  commandId: derivedId(`end-due/${actionId}/${runsUntil}`),
});

/** Somebody extended, ended or withdrew the action since it was looked at: nothing is due any more. */
const isNoLongerDue = ({ tag }: CommandError): boolean =>
  tag === 'RoleNotAllowed' || tag === 'ActionHasEnded' || tag === 'ActionIsWithdrawn';

/** An action that could not be ended. */
export interface NotEnded {
  readonly actionId: string;
  readonly error: CommandError;
}

/** What a pass came to. */
export interface EndedDue {
  /** the ends that this pass recorded */
  readonly events: ReadonlyArray<StoredEvent>;
  readonly failed: ReadonlyArray<NotEnded>;
}

/**
 * The policy by which an action ends when its run time is over (domain: "Life of an action"): records the
 * end of each at its `runsUntil`, now. It is decided on each stream as it stands, so an action that was
 * extended goes on, and any number of processes that do this at once bring about one end.
 */
export const endDue =
  (deps: CommandDeps) =>
  (due: ReadonlyArray<BoardAction>, now: Instant): (() => Promise<EndedDue>) =>
  async () => {
    const run = runCommand(deps);
    const events: StoredEvent[] = [];
    const failed: NotEnded[] = [];
    for (const action of due) {
      const outcome = await run(endDueRequest(action, now))();
      if (E.isRight(outcome)) {
        if (!outcome.right.repeated) events.push(...outcome.right.events);
      } else if (!isNoLongerDue(outcome.left))
        failed.push({ actionId: action.actionId, error: outcome.left });
    }
    return { events, failed };
  };

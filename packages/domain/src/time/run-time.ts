import { dayAround, hourAround } from './amsterdam.js';
import type { FoundAt } from './found-at.js';
import { earlier, type Instant, later, plus } from './instant.js';

/** The run time of an action as it stood at some moment in its stream: `[start, end)`. */
export type RunTime = {
  readonly start: Instant;
  readonly end: Instant;
};

/**
 * The run time as it stands: it ends at the earlier of the actual end and `runsUntil`.
 * (Domain: "Time". A later extension or end settles nothing again.)
 */
export const runTime = (startedAt: Instant, runsUntil: Instant, endedAt: Instant | undefined): RunTime => ({
  start: startedAt,
  end: endedAt === undefined ? runsUntil : earlier(endedAt, runsUntil),
});

/** Whether the moment lies in the run time; its end does not. */
export const isInTime = (moment: Instant, { start, end }: RunTime): boolean =>
  moment >= start && moment < end;

/** The whole interval for which a moment of that precision stands: `[start, end)`. */
export const foundInterval = ({
  moment,
  precision,
}: FoundAt): { readonly start: Instant; readonly end: Instant } =>
  precision === 'instant'
    ? { start: moment, end: plus(moment, 1) }
    : precision === 'hour'
      ? hourAround(moment)
      : dayAround(moment);

/** Whether a find lies wholly before the start of the action, which no find of an action does. */
export const isBeforeStart = (found: FoundAt, start: Instant): boolean => foundInterval(found).end <= start;

/** Where a find lies against the run time. */
export type FoundWhen = 'within' | 'after' | 'unknown';

/**
 * Where a find lies: `within` or `after` only where the whole interval of its precision does, counted
 * from the start of the action on; else `unknown`. (Domain: "Success, said exactly".)
 */
export const foundWhen = (found: FoundAt | undefined, time: RunTime): FoundWhen => {
  if (found === undefined) return 'unknown';
  const whole = foundInterval(found);
  const start = later(whole.start, time.start);
  if (start >= time.end) return 'after';
  return whole.end <= time.end ? 'within' : 'unknown';
};

import { dayAround } from '../time/amsterdam.js';
import { type Instant, later, plus } from '../time/instant.js';
import { interval, periodOf } from '../time/period.js';
import { turningPoints } from './moments.js';
import type { Picks } from './picks.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const firstAfter = (now: Instant): Instant =>
  turningPoints.reduce<Instant | undefined>(
    (first, point) => (point > now && (first === undefined || point < first) ? point : first),
    undefined,
  ) ?? now;

/**
 * The moment of a step, not before the one of the step before it. Mostly minutes pass, so that much
 * happens while an action runs; often the step comes exactly at the end of the run time, a millisecond
 * before or after it, or at a moment when the month, the year or the clock turns in Amsterdam.
 *
 * @param end the end of the run time of the action that the step is on
 */
export const momentAfter = (now: Instant, end: Instant | undefined, picks: Picks): Instant => {
  const which = picks.below(50);
  if (which < 10) return now;
  if (which < 14) return plus(now, 1);
  if (which < 36) return plus(now, minute * (1 + picks.below(12)));
  if (which < 43) return later(now, plus(end ?? now, picks.one([-1, -1, 0, 0, 1, minute])));
  if (which < 45) return plus(now, hour * (1 + picks.below(12)));
  if (which < 47) return plus(now, day * (1 + picks.below(20)));
  const by = picks.one([0, -1, 1]);
  switch (picks.below(4)) {
    case 0:
      return later(now, plus(dayAround(now).end, by));
    case 1:
      return later(now, plus(interval(periodOf(now)).end, by));
    case 2:
      return later(now, plus(firstAfter(now), by));
    default:
      return later(now, plus(interval({ year: periodOf(now).year }).end, by));
  }
};

import type { FoundAt } from '../time/found-at.js';
import type { Instant } from '../time/instant.js';
import { foundWhen, type RunTime } from '../time/run-time.js';
import type { Attribution, Line } from '../vocabulary/codes.js';
import type { Reference, Uuid } from '../vocabulary/identifiers.js';

/** The classes of success; an action has exactly one, the first of these that holds. */
export const successClasses = [
  'portal',
  'other-line',
  'registered-late',
  'found-late',
  'late-unknown',
  'none',
] as const;
/** One of the classes of success. */
export type SuccessClass = (typeof successClasses)[number];

/** A success marking as it stands, with what was settled for ever when it was recorded. */
export type Marking = {
  readonly successId: Uuid;
  /** when the marking was recorded */
  readonly recordedAt: Instant;
  /** the run time as it stood just before the marking: what it, and its find, is measured against */
  readonly runTime: RunTime;
  /** whether it was recorded within that run time */
  readonly timely: boolean;
  /** the line that the tick itself named; a correction does not change it */
  readonly tickedLine: Line;
  readonly line: Line;
  readonly attribution: Attribution;
  readonly foundAt: FoundAt | null;
  readonly responseId: Uuid | null;
  readonly evidenceReference: Reference | null;
  readonly withdrawn: boolean;
};

/**
 * The class of one standing marking (domain: "Success, said exactly").
 *
 * `portal` counts by the tick alone. A correction can take a marking out of it, and back only to what
 * the tick itself said in time. The other classes need attribution `direct`.
 */
export const classOfMarking = (marking: Marking): SuccessClass => {
  if (marking.withdrawn) return 'none';
  const { timely, line, tickedLine, attribution } = marking;
  if (timely && line === '0800-0011' && tickedLine === '0800-0011') return 'portal';
  if (attribution !== 'direct') return 'none';
  if (timely) return 'other-line';
  switch (foundWhen(marking.foundAt ?? undefined, marking.runTime)) {
    case 'within':
      return 'registered-late';
    case 'after':
      return 'found-late';
    case 'unknown':
      return 'late-unknown';
  }
};

/** The class of an action: the first in the order of {@link successClasses} that a standing marking has. */
export const classOf = (markings: ReadonlyArray<Marking>): SuccessClass => {
  const classes = markings.map(classOfMarking);
  return successClasses.find((one) => classes.includes(one)) ?? 'none';
};

/** Whether a marking of that attribution stands. */
export const hasStanding = (markings: ReadonlyArray<Marking>, attribution: Attribution): boolean =>
  markings.some((marking) => !marking.withdrawn && marking.attribution === attribution);

import type { Instant, Line, Response } from '@burgernet/domain';

/** The standing responses of an action, summed up. */
export interface StandingResponses {
  /** by line, in the order in which the lines first came */
  readonly responses: ReadonlyArray<{ readonly line: Line; readonly count: number }>;
  readonly lastResponseAt: Instant | null;
}

/** Sums up the responses that were not withdrawn. */
export const standingResponses = (all: ReadonlyArray<Response>): StandingResponses => {
  const lines = new Map<Line, number>();
  let last: Instant | null = null;
  for (const { line, receivedAt, withdrawn } of all) {
    if (withdrawn) continue;
    lines.set(line, (lines.get(line) ?? 0) + 1);
    if (last === null || receivedAt > last) last = receivedAt;
  }
  return { responses: [...lines].map(([line, count]) => ({ line, count })), lastResponseAt: last };
};

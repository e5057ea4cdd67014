import type { Restated } from '../text/restate-text.js';

/**
 * A figure of `restate --json`: what it was and what it is, as `figure --json` says it, and what each cause
 * did to it with its events.
 */
export const restatedFigureJson = ({ from, to, restatement: { changes } }: Restated) => ({
  from,
  to,
  changes,
});

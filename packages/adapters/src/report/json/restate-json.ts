import { figureShape } from '@burgernet/projections';
import type { Restated } from '../text/restate-text.js';

/** A figure of `restate --json`: what it was, what it is, and what each cause did to it with its events. */
export const restatedFigureJson = ({
  definition: { version },
  restatement: { from, to, changes },
}: Restated) => ({
  from: { version, ...figureShape(from) },
  to: { version, ...figureShape(to) },
  changes,
});

import { figureShape, type Restatement } from '@burgernet/projections';

/** A figure of `restate --json`. */
export const restatedFigureJson = ({ from, to, changes }: Restatement) => ({
  from: figureShape(from),
  to: figureShape(to),
  changes: changes.map(({ cause, numerator, denominator, events }) => ({
    cause,
    numerator,
    denominator,
    events,
  })),
});

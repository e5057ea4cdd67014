import type { Explanation } from '@burgernet/projections';
import type { FigureAnswer } from '../figure-answer.js';
import { figureJson } from './figure-json.js';

/**
 * `explain --json`: the events that a figure stands on, per group where a figure counts groups or what was
 * counted in several ways; with what was asked, as known when, and whether it is assumed or incomplete.
 */
export const explainJson = (answer: FigureAnswer, explanation: Explanation) => {
  const { name, version, key, asOf, assumed, incomplete, proven } = figureJson(answer);
  const figure = {
    figure: name,
    version,
    key,
    asOf,
    ...(assumed === undefined ? {} : { assumed }),
    ...(incomplete === undefined ? {} : { incomplete }),
    ...(proven === undefined ? {} : { proven }),
  };
  return explanation.kind === 'events'
    ? { ...figure, numerator: explanation.numerator, denominator: explanation.denominator }
    : { ...figure, numerator: explanation.groups, denominator: [] };
};

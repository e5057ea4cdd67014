import type { Explanation } from '@burgernet/projections';
import type { FigureAnswer } from '../figure-answer.js';
import { figureJson } from './figure-json.js';

/**
 * `explain --json`: the events that a figure stands on, per group where a figure counts groups or what was
 * counted in several ways; with what was asked, and as known when.
 */
export const explainJson = (answer: FigureAnswer, explanation: Explanation) => {
  const { name, version, key, asOf, proven } = figureJson(answer);
  const figure = { figure: name, version, key, asOf, ...(proven === undefined ? {} : { proven }) };
  return explanation.kind === 'events'
    ? { ...figure, numerator: explanation.numerator, denominator: explanation.denominator }
    : { ...figure, numerator: explanation.groups, denominator: [] };
};

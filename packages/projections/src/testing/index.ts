/**
 * The laws of projections, each a function that tries it on any projection, ours or the reader's own.
 *
 * @module @burgernet/projections/testing
 */
export { type Applicable, type Checked, checkLaws, lawsFor, type NotApplicable } from './check-laws.js';
export { type Held, type Law, LawBroken, type LawOptions } from './law.js';
export { laws } from './laws.js';
export type { Ability, AmountChange, Amounts, Subject, SubjectWith } from './subject.js';

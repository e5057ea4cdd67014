export { type Applicable, type Checked, checkLaws, lawsFor, type NotApplicable } from './check-laws.js';
export { type Held, type Law, LawBroken, type LawOptions } from './law.js';
export { laws } from './laws.js';
export type { Ability, AmountChange, Amounts, Subject, SubjectWith } from './subject.js';

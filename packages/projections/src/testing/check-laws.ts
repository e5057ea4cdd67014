import { type Held, isAbleTo, type Law, type LawOptions } from './law.js';
import { laws } from './laws.js';
import type { Ability, Subject } from './subject.js';

/** A law that can be tried on a projection. */
export interface Applicable {
  readonly law: string;
  /** in a sentence, as it follows "that" */
  readonly says: string;
  /** @throws LawBroken where the projection breaks it */
  readonly tryLaw: (options?: LawOptions) => Held;
}

/** A law that cannot, and what a projection must be able to do for it. */
export interface NotApplicable {
  readonly law: string;
  readonly needs: ReadonlyArray<Ability>;
}

const sorted = <State>(subject: Subject<State>) => {
  const applicable: Applicable[] = [];
  const notApplicable: NotApplicable[] = [];
  const sort = <Needed extends Ability>(law: Law<Needed>): void => {
    const { lawName, says, needs } = law;
    if (isAbleTo(subject, needs))
      applicable.push({ law: lawName, says, tryLaw: (options) => law(subject, options) });
    else notApplicable.push({ law: lawName, needs });
  };
  sort(laws.incrementalIsBatch);
  sort(laws.replayDeterminism);
  sort(laws.batchSize);
  sort(laws.restart);
  sort(laws.duplicates);
  sort(laws.commutingStreams);
  sort(laws.telescoping);
  sort(laws.nonInterference);
  sort(laws.asOfStability);
  sort(laws.restatementAddsUp);
  return { applicable, notApplicable };
};

/**
 * The laws that can be tried on a projection, for a test framework to make a test of each.
 *
 * @example
 * for (const { law, says, tryLaw } of lawsFor(mine)) it(`keeps ${law}: ${says}`, () => void tryLaw());
 */
export const lawsFor = <State>(subject: Subject<State>): ReadonlyArray<Applicable> =>
  sorted(subject).applicable;

/** What came of {@link checkLaws}. */
export interface Checked {
  readonly held: ReadonlyArray<Held>;
  /** what was not tried, since the projection cannot do what it needs */
  readonly notTried: ReadonlyArray<NotApplicable>;
}

/**
 * Tries every law that can be tried on a projection, one after the other.
 *
 * @throws LawBroken at the first law that it breaks
 */
export const checkLaws = <State>(subject: Subject<State>, options: LawOptions = {}): Checked => {
  const { applicable, notApplicable } = sorted(subject);
  return { held: applicable.map(({ tryLaw }) => tryLaw(options)), notTried: notApplicable };
};

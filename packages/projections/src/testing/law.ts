import type { StoredEvent } from '@burgernet/domain';
import type { History, HistoryOptions } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import type { AsOf } from '../ledger/as-of.js';
import { differing, isSame, plainOf } from './answers.js';
import type { Ability, Subject, SubjectWith } from './subject.js';

/** How often and on what a law is tried. */
export interface LawOptions {
  /** how many histories, 300 by default */
  readonly runs?: number;
  /** a whole number from which all histories follow; random unless given, and told when a law is broken */
  readonly seed?: number;
  /** which history of the seed to begin with, as it was told when a law was broken */
  readonly path?: string;
  /** what the histories are like, see `histories` of `@burgernet/domain/testing` */
  readonly histories?: HistoryOptions;
}

/** A law that was kept. */
export interface Held {
  readonly law: string;
  /** how many histories were tried */
  readonly runs: number;
  /** from which the very same histories are made again */
  readonly seed: number;
}

/** A law that a projection breaks. The message says which, and shows on what and how. */
export class LawBroken extends Error {
  override readonly name = 'LawBroken';
  constructor(
    readonly law: string,
    /** the events of the smallest history that was found */
    readonly history: ReadonlyArray<StoredEvent>,
    readonly seed: number,
    /** with the seed, and the same options otherwise, finds that history at once */
    readonly path: string,
    message: string,
    options: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** One reading of a history: how it came about, and what it told. */
export interface Told {
  readonly how: string;
  /** plain, as `plainOf` makes it */
  readonly answer: unknown;
}

/** A history, and whatever else is chosen to try a law on it. */
export interface Case {
  readonly history: History;
}

/** What a law is made of. */
interface Statement<Needed extends Ability, Tried extends Case> {
  readonly name: string;
  /** in a sentence, as it follows "that" */
  readonly says: string;
  /** what a projection must be able to do for it */
  readonly needs: ReadonlyArray<Needed>;
  readonly cases: (histories: HistoryOptions) => fc.Arbitrary<Tried>;
  /** readings of the case, two by two, that tell the same where the law is kept */
  readonly readings: <State>(
    subject: SubjectWith<State, Needed>,
    tried: Tried,
  ) => Iterable<readonly [Told, Told]>;
}

/** A law of projections: a function that tries it on one. */
export interface Law<Needed extends Ability> {
  /**
   * Tries the law on a projection with fast-check, in any test framework.
   *
   * @throws LawBroken with the law in a sentence, the smallest history that was found, a line an event, the
   *   two answers that should have been the same, and what makes it happen again
   */
  <State>(subject: SubjectWith<State, Needed>, options?: LawOptions): Held;
  readonly lawName: string;
  readonly says: string;
  readonly needs: ReadonlyArray<Needed>;
}

const indented = (lines: ReadonlyArray<string>): string => lines.map((line) => `\n  ${line}`).join('');

/** The two readings, and what each told. */
const story = (one: Told, other: Told): string => {
  const lines = differing(one.answer, other.answer);
  return `${one.how}:${indented(lines.one)}\n${other.how}:${indented(lines.other)}`;
};

/** Thrown where a case breaks a law, for fast-check to shrink. */
class Broken extends Error {}

/** The same projection, with answers that stay as they were given: a state may be changed in place afterwards. */
const givingPlainAnswers = <State, Needed extends Ability>(
  subject: SubjectWith<State, Needed>,
): SubjectWith<State, Needed> => {
  const { answer, answerAsOf, answerOf } = subject;
  return {
    ...subject,
    answer: (state: State) => plainOf(answer(state)),
    ...(answerAsOf && { answerAsOf: (state: State, asOf: AsOf) => plainOf(answerAsOf(state, asOf)) }),
    ...(answerOf && { answerOf: (state: State, part: string) => plainOf(answerOf(state, part)) }),
  };
};

/** Makes a law of a statement. */
export const law = <Needed extends Ability, Tried extends Case>({
  name,
  says,
  needs,
  cases,
  readings,
}: Statement<Needed, Tried>): Law<Needed> => {
  const tryOn = <State>(subject: SubjectWith<State, Needed>, options: LawOptions = {}): Held => {
    const { runs = 300, seed, path, histories = {} } = options;
    const plain = givingPlainAnswers(subject);
    const details = fc.check(
      fc.property(cases(histories), (tried) => {
        for (const [one, other] of readings(plain, tried))
          if (!isSame(one.answer, other.answer)) throw new Broken(story(one, other));
      }),
      {
        numRuns: runs,
        ...(seed === undefined ? {} : { seed }),
        ...(path === undefined ? {} : { path }),
      },
    );
    if (details.counterexample === null) return { law: name, runs: details.numRuns, seed: details.seed };
    const { errorInstance: error, counterexamplePath, numRuns, numShrinks } = details;
    const [{ history }] = details.counterexample;
    const isBroken = error instanceof Broken;
    const what = isBroken ? error.message : `It threw an error: ${error}`;
    const again = `{ seed: ${details.seed}, path: '${counterexamplePath}' }`;
    throw new LawBroken(
      name,
      history.stored,
      details.seed,
      counterexamplePath,
      [
        `"${subject.name}" breaks the law ${name}, that ${says}.`,
        `Events of the smallest history that shows it:${fc.stringify(history).trimEnd()}`,
        what,
        `Found by history ${numRuns} and made smaller ${numShrinks} times; with ${again} it is the first.`,
      ].join('\n\n'),
      isBroken ? {} : { cause: error },
    );
  };
  return Object.assign(tryOn, { lawName: name, says, needs });
};

/** Whether a projection can do what a law needs. */
export const isAbleTo = <State, Needed extends Ability>(
  subject: Subject<State>,
  needs: ReadonlyArray<Needed>,
): subject is SubjectWith<State, Needed> => needs.every((ability) => subject[ability] !== undefined);

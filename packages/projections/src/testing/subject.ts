import type { DomainEvent, Recorded } from '@burgernet/domain';
import type { EventFold } from '../folding/event-fold.js';
import type { AsOf } from '../ledger/as-of.js';

/** By how much an event changed one of the numbers that a projection keeps. */
export interface AmountChange {
  /** which number, as in `amountsAsOf` of the subject */
  readonly name: string;
  readonly amount: number;
  /** of the event that changed it */
  readonly position: number;
}

/** Numbers by name; one that is absent is 0. */
export type Amounts = Readonly<Record<string, number>>;

/**
 * A projection as the laws look at it: a fold, what it answers, and whatever else it can. The fields that are
 * optional let more laws be tried on it; each says which.
 */
export interface Subject<State> extends EventFold<State> {
  /** what a law that is broken calls it */
  readonly name: string;
  /**
   * everything that it can be asked. Two answers are the same where they hold the same values: lists in the
   * same order, fields, maps and sets in any. An object that shows nothing, such as a promise, is no answer
   */
  readonly answer: (state: State) => unknown;

  /** for a projection that takes pages of events at once: what it makes of one. For the law `batchSize` */
  readonly handlePage?: (state: State, page: ReadonlyArray<Recorded<DomainEvent>>) => State;
  /**
   * what a process that starts again has of a state that another one kept: it was written to where it is kept
   * and is read back. For the law `restart`
   */
  readonly restart?: (state: State) => State;
  /** what it answers as known at an earlier moment or position. For the law `asOfStability` */
  readonly answerAsOf?: (state: State, asOf: AsOf) => unknown;
  /**
   * in which parts of the answer the events of a stream may change anything, such as the year in which its
   * action started. With `answerOf`, for the law `nonInterference`
   */
  readonly partsOf?: (stream: ReadonlyArray<Recorded<DomainEvent>>) => ReadonlyArray<string>;
  /** the answer of one part alone */
  readonly answerOf?: (state: State, part: string) => unknown;
  /**
   * its numbers as known then; a projection that knows no earlier moments gives those of now. With `changes`,
   * for the law `telescoping`; with `restate`, for the law `restatementAddsUp`
   */
  readonly amountsAsOf?: (state: State, asOf: AsOf) => Amounts;
  /** every change of a number so far, each with the event that made it */
  readonly changes?: (state: State) => ReadonlyArray<AmountChange>;
  /** the changes between what was known at one moment and what is known at a later one */
  readonly restate?: (state: State, from: AsOf, to: AsOf) => ReadonlyArray<AmountChange>;
}

/** What a projection may be able to do beside folding and answering. */
export type Ability = Exclude<keyof Subject<never>, 'name' | 'initial' | 'handle' | 'answer'>;

/** A projection that can do this. */
export type SubjectWith<State, Needed extends Ability> = Subject<State> &
  Required<Pick<Subject<State>, Needed>>;

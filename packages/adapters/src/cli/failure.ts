import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/**
 * Why the command ends without having done what was asked. The status tells a script whose turn it is:
 * with 2 the caller's, to ask otherwise; with 3 that of whoever keeps the store; with 1 the question was
 * good, and the answer is no.
 */
export interface Failure {
  readonly status: 1 | 2 | 3;
  /** for a program to switch on */
  readonly code: string;
  /** what is wrong and what to do */
  readonly text: Sentence;
  /** the facts to act on */
  readonly details: object;
}

/** A failure of wrong usage. */
export const usage = (code: string, en: string, nl: string, details: object = {}): Failure => ({
  status: 2,
  code,
  text: both(en, nl),
  details,
});

/** A failure of what was asked: refused, or not found. */
export const refusal = (code: string, en: string, nl: string, details: object = {}): Failure => ({
  status: 1,
  code,
  text: both(en, nl),
  details,
});

/** What other parts of the house say with a tag and a sentence, as a failure of the command. */
export const failureOf =
  (status: Failure['status']) =>
  (error: { readonly tag: string; readonly text: Sentence; readonly facts?: object }): Failure => ({
    status,
    code: error.tag,
    text: error.text,
    details: error.facts ?? {},
  });

/** Keeps what holds; `undefined` is not given and holds. */
export const optional = <A>(
  given: string | undefined,
  read: (given: string) => E.Either<Failure, A>,
): E.Either<Failure, A | undefined> => (given === undefined ? E.right(undefined) : read(given));

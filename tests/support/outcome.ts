import type { Either } from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** What a task gives when all is well; otherwise the test fails with the error. */
export const done = async <E, A>(task: TaskEither<E, A>): Promise<A> => {
  const outcome: Either<E, A> = await task();
  if (outcome._tag === 'Left') throw new Error(`Expected it done, but: ${JSON.stringify(outcome.left)}`);
  return outcome.right;
};

/** The error of a task that must be refused; otherwise the test fails with what it gave. */
export const refused = async <E, A>(task: TaskEither<E, A>): Promise<E> => {
  const outcome: Either<E, A> = await task();
  if (outcome._tag === 'Right') throw new Error(`Expected a refusal, but: ${JSON.stringify(outcome.right)}`);
  return outcome.left;
};

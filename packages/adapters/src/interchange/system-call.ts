import * as E from 'fp-ts/lib/Either.js';

const isSystemError = (error: unknown): error is Error => error instanceof Error && 'code' in error;

/**
 * Does something with a file. What the system refuses becomes an error of ours; anything else that is
 * thrown is a bug and stays one.
 */
export const systemCall = async <L, A>(
  work: () => Promise<A>,
  errorOf: (message: string) => L,
): Promise<E.Either<L, A>> => {
  try {
    return E.right(await work());
  } catch (error) {
    if (isSystemError(error)) return E.left(errorOf(error.message));
    throw error;
  }
};

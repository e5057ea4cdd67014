import type * as E from 'fp-ts/lib/Either.js';
import { left, right } from 'fp-ts/lib/Either.js';
import { type Failure, usage } from '../failure.js';

/** Codes of reasons: which there are, and whether a text is one of them. */
interface Reasons<A extends string> {
  readonly values: ReadonlyArray<A>;
  readonly is: (given: unknown) => given is A;
}

/** Reads why something is asked of the vault; it has to be said. */
export const readReason =
  <A extends string>({ values, is }: Reasons<A>) =>
  (given: string | undefined): E.Either<Failure, A> => {
    if (is(given)) return right(given);
    const all = values.join(', ');
    return left(
      given === undefined
        ? usage(
            'ReasonMissing',
            `Say why with --reason; it is one of ${all}.`,
            `Zeg waarom met --reason; het is een van ${all}.`,
            { reasons: values },
          )
        : usage(
            'UnknownReason',
            `"${given}" is no reason here; it is one of ${all}.`,
            `"${given}" is hier geen reden; het is een van ${all}.`,
            { given, reasons: values },
          ),
    );
  };

import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { tracer } from './instruments.js';

/** What is said of a span; it is worked out only where somebody records it. */
export interface About<Err, A> {
  readonly name: string;
  readonly kind?: SpanKind;
  /** before the work */
  readonly describe: (span: Span) => Attributes;
  /** after it: what came of it, and whether that is a failure of the system and no answer */
  readonly outcome: (result: E.Either<Err, A>) => {
    readonly attributes: Attributes;
    readonly failed?: string;
  };
}

const recorded = async <Err, A>(
  span: Span,
  { describe, outcome }: Pick<About<Err, A>, 'describe' | 'outcome'>,
  work: TE.TaskEither<Err, A>,
): Promise<E.Either<Err, A>> => {
  span.setAttributes(describe(span));
  try {
    const result = await context.with(trace.setSpan(context.active(), span), work);
    const { attributes, failed } = outcome(result);
    span.setAttributes(attributes);
    if (failed !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failed });
    return result;
  } catch (thrown) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'a bug' });
    throw thrown;
  } finally {
    span.end();
  }
};

/** Does some work within a span of its own, which spans that it makes are children of. */
export const spanned =
  <Err, A>(about: About<Err, A>) =>
  (work: TE.TaskEither<Err, A>): TE.TaskEither<Err, A> =>
  () => {
    const span = tracer().startSpan(about.name, { kind: about.kind ?? SpanKind.INTERNAL });
    return span.isRecording() ? recorded(span, about, work) : work();
  };

/** The tag of a refusal or failure, or what it is where all went well. */
export const tagOf = <A>(
  result: E.Either<{ readonly tag: string }, A>,
  well: (value: A) => string,
): string => (E.isLeft(result) ? result.left.tag : well(result.right));

import { type Span, TraceFlags } from '@opentelemetry/api';

/** A backend that shows no more links than these has enough to go on from. */
const mostLinks = 32;

const hexOf = (id: string): string => id.replaceAll('-', '');

/**
 * Links a span to what its events belong to: the trace whose id is the correlation's 32 hexadecimal digits,
 * at the span whose id is the last 16 of them. It need not exist: it is the one name by which the spans of
 * one correlation find each other, in whichever process and trace they were made.
 */
export const linkTo = (span: Span, correlations: Iterable<string>): void => {
  const links = [...new Set(correlations)].slice(0, mostLinks).map((correlation) => {
    const traceId = hexOf(correlation);
    return {
      context: { traceId, spanId: traceId.slice(16), traceFlags: TraceFlags.NONE, isRemote: true },
      attributes: { 'burgernet.correlation_id': correlation },
    };
  });
  span.addLinks(links);
};

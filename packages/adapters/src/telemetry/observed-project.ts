import { type Delivery, type Feed, handleFeed, type Progress, type Projection } from '@burgernet/projections';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { defer, finalize, map, type Observable, type OperatorFunction } from 'rxjs';
import { linkTo } from './correlation.js';
import { instruments, tracer } from './instruments.js';
import { Lag } from './lag.js';

/** A projection that tells how many events it could not take. */
export interface Observed extends Projection {
  readonly quarantine?: { readonly events: { readonly length: number } };
}

const correlationsOf = (deliveries: ReadonlyArray<Delivery>): ReadonlyArray<string> =>
  deliveries.flatMap((delivery) =>
    delivery._tag === 'Right' ? [delivery.right.metadata.correlationId] : [],
  );

/** Handles one page within a span. */
const handlePage = (projection: Observed, feed: Feed): Progress => {
  if (feed.tag === 'CaughtUp') return handleFeed(projection)(feed);
  const span = tracer().startSpan('burgernet.project', { kind: SpanKind.CONSUMER });
  if (span.isRecording()) {
    span.setAttributes({
      'messaging.batch.message_count': feed.deliveries.length,
      'burgernet.position': feed.checkpoint.position,
    });
    linkTo(span, correlationsOf(feed.deliveries));
  }
  const before = projection.quarantine?.events.length ?? 0;
  try {
    return handleFeed(projection)(feed);
  } catch (thrown) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'a bug' });
    throw thrown;
  } finally {
    const { handled, quarantined } = instruments();
    handled.add(feed.deliveries.length);
    const more = (projection.quarantine?.events.length ?? 0) - before;
    if (more > 0) quarantined.add(more);
    span.end();
  }
};

/**
 * Feeds a projection as `project` does, with a span for every page, counters of the events, and the lag of
 * this reader. Where nobody listens it costs a few calls a page, and nothing an event.
 */
export const observedProject =
  (projection: Observed): OperatorFunction<Feed, Progress> =>
  (feeds): Observable<Progress> =>
    defer(() => {
      const lag = new Lag();
      lag.begin();
      return feeds.pipe(
        map((feed) => {
          if (feed.tag === 'Deliveries') lag.begin();
          const progress = handlePage(projection, feed);
          if (feed.tag === 'CaughtUp') lag.end();
          return progress;
        }),
        finalize(() => lag.end()),
      );
    });

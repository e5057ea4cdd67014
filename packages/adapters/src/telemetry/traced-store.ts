import { type Attributes, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import * as E from 'fp-ts/lib/Either.js';
import { Observable } from 'rxjs';
import type { Append, EventStore, Handover, Range } from '../event-store/port.js';
import { isStoreError } from '../event-store/store-error.js';
import { linkTo } from './correlation.js';
import { tracer } from './instruments.js';
import { spanned, tagOf } from './spanned.js';

const correlationIn = (metadata: string): string | undefined => {
  try {
    const read: unknown = JSON.parse(metadata);
    const id =
      typeof read === 'object' && read !== null && 'correlationId' in read ? read.correlationId : undefined;
    return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
};

const correlationsOf = (batches: ReadonlyArray<Append>): ReadonlyArray<string> =>
  batches.flatMap(({ events }) => events.flatMap(({ metadata }) => correlationIn(metadata) ?? []));

const appending = (system: string, batches: ReadonlyArray<Append>): Attributes => ({
  'db.system.name': system,
  'db.operation.name': 'append',
  'db.operation.batch.size': batches.reduce((sum, { events }) => sum + events.length, 0),
});

const failures = new Set(['OutcomeUnknown', 'StoreUnavailable', 'StoreUnusable', 'StoreAbsent']);
const failureIn = (tag: string): { readonly failed?: string } => (failures.has(tag) ? { failed: tag } : {});

/** Replays within a span, from the first listener to the last page, whoever leaves earlier included. */
const tracedReplay =
  (system: string, replay: EventStore['replay']): EventStore['replay'] =>
  (range?: Range) =>
    new Observable<Handover>((subscriber) => {
      const span = tracer().startSpan('burgernet.replay', { kind: SpanKind.CLIENT });
      if (!span.isRecording()) {
        span.end();
        return replay(range).subscribe(subscriber);
      }
      span.setAttributes({ 'db.system.name': system, 'db.operation.name': 'replay' });
      let events = 0;
      const subscription = replay(range).subscribe({
        next: (page) => {
          events += page.events.length;
          subscriber.next(page);
        },
        error: (error: unknown) => {
          const message = isStoreError(error) ? error.tag : 'a bug';
          span.setStatus({ code: SpanStatusCode.ERROR, message });
          subscriber.error(error);
        },
        complete: () => subscriber.complete(),
      });
      return () => {
        subscription.unsubscribe();
        span.setAttributes({ 'burgernet.events': events });
        span.end();
      };
    });

/**
 * The same store, with a span for every append and every replay. Where no provider of spans is registered
 * it costs one call an append or replay, and nothing an event.
 *
 * @param system how the kind of store is called in `db.system.name`, such as `sqlite`
 */
export const traced = (store: EventStore, system: string): EventStore => ({
  ...store,
  append: (batch) =>
    spanned({
      name: 'burgernet.append',
      kind: SpanKind.CLIENT,
      describe: (span) => {
        linkTo(span, correlationsOf([batch]));
        return appending(system, [batch]);
      },
      outcome: (result: Awaited<ReturnType<ReturnType<EventStore['append']>>>) => {
        const tag = tagOf(result, ({ repeated }) => (repeated ? 'repeated' : 'done'));
        return { attributes: { 'burgernet.outcome': tag }, ...failureIn(tag) };
      },
    })(store.append(batch)),
  appendAll: (batches) =>
    spanned({
      name: 'burgernet.append',
      kind: SpanKind.CLIENT,
      describe: (span) => {
        linkTo(span, correlationsOf(batches));
        return appending(system, batches);
      },
      outcome: (result: Awaited<ReturnType<ReturnType<EventStore['appendAll']>>>) => {
        const refused = E.isRight(result) ? result.right.find(({ tag }) => tag === 'refused') : undefined;
        const tag = tagOf(result, () => (refused?.tag === 'refused' ? refused.error.tag : 'done'));
        return { attributes: { 'burgernet.outcome': tag }, ...failureIn(tag) };
      },
    })(store.appendAll(batches)),
  replay: tracedReplay(system, store.replay),
});

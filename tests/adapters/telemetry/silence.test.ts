import { load, memoryStore, traced } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { ReadModels } from '@burgernet/projections';
import { INVALID_SPAN_CONTEXT, type Span, type TracerProvider, trace } from '@opentelemetry/api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { done } from '../../support/outcome.js';
import { sampleEvents } from '../../support/sample-event.js';

/** Spans that nobody records, and how often something was asked of one. */
const nobodyListens = () => {
  const calls: string[] = [];
  const said = (call: string): Span => {
    calls.push(call);
    return span;
  };
  const span: Span = {
    spanContext: () => INVALID_SPAN_CONTEXT,
    isRecording: () => false,
    setAttribute: () => said('setAttribute'),
    setAttributes: () => said('setAttributes'),
    addEvent: () => said('addEvent'),
    addLink: () => said('addLink'),
    addLinks: () => said('addLinks'),
    setStatus: () => said('setStatus'),
    updateName: () => said('updateName'),
    recordException: () => void calls.push('recordException'),
    end: () => void calls.push('end'),
  };
  const started: string[] = [];
  const provider: TracerProvider = {
    getTracer: () => ({
      startSpan: (name) => {
        started.push(name);
        return span;
      },
      startActiveSpan: () => {
        throw new Error('Nobody calls this.');
      },
    }),
  };
  trace.setGlobalTracerProvider(provider);
  onTestFinished(() => trace.disable());
  return { calls, started };
};

describe('where nobody listens', () => {
  it('a replay of many events makes one span, each page one, an event none, and nothing is said of them', async () => {
    const { calls, started } = nobodyListens();
    const store = traced(memoryStore(), 'memory');
    await done(
      store.appendAll(
        Array.from({ length: 25 }, (_, n) => ({
          stream: `burgernet.action-00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
          expected: 'no-stream' as const,
          events: sampleEvents(100),
        })),
      ),
    );
    expect(started).toEqual(['burgernet.append']);
    await done(load(store, domainRegistry(), new ReadModels()));
    // 2,500 events are three pages of at most 1,000.
    expect(started).toEqual(['burgernet.append', 'burgernet.replay', ...Array(3).fill('burgernet.project')]);
    expect(calls.filter((call) => call !== 'end')).toEqual([]);
  });
});

import {
  type Counter,
  type Meter,
  type MeterProvider,
  metrics,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { observeLag } from './lag.js';

const scope = '@burgernet/adapters';

/**
 * Where spans are made: by the provider that is registered now. A program may register it after it imports
 * us, and nobody hears of spans before.
 */
export const tracer = (): Tracer => trace.getTracer(scope);

/** What is counted. */
export interface Instruments {
  /** events that projections have handled, those that could not be read included */
  readonly handled: Counter;
  /** events that could not be read, or that contradict their stream */
  readonly quarantined: Counter;
  /** attempts to go on after the event store was lost, by `burgernet.work` */
  readonly reconnects: Counter;
}

const make = (meter: Meter): Instruments => {
  observeLag(meter);
  return {
    handled: meter.createCounter('burgernet.events.handled', {
      description: 'Events that projections have handled, those that could not be read included',
      unit: '{event}',
    }),
    quarantined: meter.createCounter('burgernet.events.quarantined', {
      description: 'Events that could not be read, or that contradict their stream',
      unit: '{event}',
    }),
    reconnects: meter.createCounter('burgernet.reconnects', {
      description: 'Attempts to go on after the event store was lost',
      unit: '{attempt}',
    }),
  };
};

let made: { readonly of: MeterProvider; readonly instruments: Instruments } | undefined;

/** The instruments of the provider that is registered now, made once for each. */
export const instruments = (): Instruments => {
  const provider = metrics.getMeterProvider();
  if (made?.of !== provider) made = { of: provider, instruments: make(provider.getMeter(scope)) };
  return made.instruments;
};

import type { Meter } from '@opentelemetry/api';

/** Readers that have not caught up, each with the moment since which that is so. */
const behind = new Map<object, number>();

/** Has a meter tell the lag of the reader that is furthest behind. */
export const observeLag = (meter: Meter): void => {
  meter
    .createObservableGauge('burgernet.lag', {
      description: 'For how long the reader that is furthest behind has had events left to handle',
      unit: 's',
    })
    .addCallback((result) => {
      const since = Math.min(...behind.values());
      result.observe(behind.size === 0 ? 0 : Math.max(0, (Date.now() - since) / 1_000));
    });
};

/**
 * How far a reader lags: for how long it has had something left to handle, 0 when it has nothing. How many
 * events that are a server cannot say without counting them all, and the moment at which an event was
 * recorded says nothing of a history that was imported; this means the same for every store.
 */
export class Lag {
  /** It has not handled everything there is. */
  begin(): void {
    if (!behind.has(this)) behind.set(this, Date.now());
  }

  /** It has, or it reads no more. */
  end(): void {
    behind.delete(this);
  }
}

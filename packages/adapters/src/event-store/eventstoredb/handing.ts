import type { Subscriber } from 'rxjs';

/**
 * Gives a subscriber something and waits until it says that it was handled, or leaves. What follows then
 * comes in a turn of its own, so that other work goes on in between.
 */
export const untilHandled = <A>(
  subscriber: Subscriber<A>,
  give: (handled: () => void) => void,
): Promise<void> =>
  new Promise((resolve) => {
    subscriber.add(resolve);
    give(() => {
      subscriber.remove(resolve);
      setImmediate(resolve);
    });
  });

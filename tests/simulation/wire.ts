import { Observable } from 'rxjs';
import type { Life } from './life.js';
import type { Schedule } from './schedule.js';
import { type PageTrouble, unreachable } from './troubles.js';

/** Gives a page once more; that this one was handled is told to the wire and not to the store. */
export type Again<T> = (handled: () => void) => T;

/**
 * What a store tells, as it comes to a reader over a connection: in order, each in a turn of its own, with
 * trouble on the way.
 *
 * @param againOf how what is told is given once more, `undefined` where it is no page
 */
export const overWire = <T>(
  told: Observable<T>,
  againOf: (each: T) => Again<T> | undefined,
  life: Life,
  schedule: Schedule,
  trouble: () => PageTrouble,
): Observable<T> =>
  new Observable((subscriber) => {
    const coming: { readonly each: T }[] = [];
    let isCarrying = false;
    let isComplete = false;
    let before: Again<T> | undefined;

    const lose = (): void => {
      source.unsubscribe();
      subscriber.error(unreachable);
    };
    /** Gives a page of which the store does not know, and when that was handled this one. */
    const giveBehind = async (again: Again<T>, each: T): Promise<void> => {
      await new Promise<void>((handled) => {
        subscriber.next(again(handled));
      });
      await schedule.turn(`${life.name} is told something again`);
      subscriber.next(each);
    };
    const give = async (each: T): Promise<void> => {
      const again = againOf(each);
      const last = before;
      before = again ?? before;
      const what = trouble();
      schedule.note(`page: ${what}`);
      switch (what) {
        case 'none':
          return subscriber.next(each);
        case 'lost before':
          return lose();
        case 'lost behind':
          subscriber.next(each);
          await schedule.turn(`${life.name} loses the connection`);
          return lose();
        case 'twice':
          return again === undefined ? subscriber.next(each) : giveBehind(again, each);
        case 'again':
          return last === undefined ? subscriber.next(each) : giveBehind(last, each);
      }
    };
    const carry = async (): Promise<void> => {
      isCarrying = true;
      for (let next = coming.shift(); next !== undefined; next = coming.shift()) {
        await schedule.turn(`${life.name} is told something`);
        if (subscriber.closed) return;
        await give(next.each);
      }
      isCarrying = false;
      if (isComplete) subscriber.complete();
    };
    const source = told.subscribe({
      next: (each) => {
        coming.push({ each });
        if (!isCarrying) schedule.start(carry);
      },
      error: (error) => subscriber.error(error),
      complete: () => {
        isComplete = true;
        if (!isCarrying) subscriber.complete();
      },
    });
    life.atEnd(() => source.unsubscribe());
    return () => source.unsubscribe();
  });

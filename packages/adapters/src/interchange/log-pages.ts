import type { EventStore, Page, Range } from '../event-store/port.js';

/** The pages of a replay, one after the other, for a reader that asks for the next when it needs it. */
export async function* logPages(store: EventStore, range: Range): AsyncGenerator<Page, void, undefined> {
  let tell = (): void => {};
  let page: { readonly events: Page; readonly handled: () => void } | undefined;
  let end: { readonly error?: unknown } | undefined;
  const subscription = store.replay(range).subscribe({
    next: (handover) => {
      page = handover;
      tell();
    },
    error: (error: unknown) => {
      end = { error };
      tell();
    },
    complete: () => {
      end = {};
      tell();
    },
  });
  try {
    for (;;) {
      while (page === undefined && end === undefined)
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      if (page !== undefined) {
        const { events, handled } = page;
        page = undefined;
        yield events;
        handled();
        continue;
      }
      if (end !== undefined && 'error' in end) throw end.error;
      return;
    }
  } finally {
    subscription.unsubscribe();
  }
}

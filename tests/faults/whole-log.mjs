/**
 * Every event of a store, in order.
 *
 * @param {import('@burgernet/adapters').EventStore} store
 * @returns {Promise<Array<import('@burgernet/domain').StoredEvent>>}
 */
export const wholeLog = (store) =>
  new Promise((resolve, reject) => {
    const events = [];
    store.replay().subscribe({
      next: (page) => {
        events.push(...page.events);
        page.handled();
      },
      error: (error) => reject(new Error(error.text.en)),
      complete: () => resolve(events),
    });
  });

import type { DomainEvent, Recorded } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { law } from '../law.js';
import { foldOver, readEvents } from '../reading.js';

type Page = ReadonlyArray<Recorded<DomainEvent>>;

/** Cut into pages of these sizes, one after the other and from the first again. */
const inPages = (events: Page, sizes: ReadonlyArray<number>): ReadonlyArray<Page> => {
  const pages: Page[] = [];
  for (let at = 0; at < events.length; )
    for (const size of sizes) {
      pages.push(events.slice(at, at + size));
      at += size;
    }
  return pages.filter(({ length }) => length > 0);
};

/** Pages of any size, as a store hands them over, give what single events give. */
export const batchSize = law({
  name: 'batchSize',
  says: 'it makes no difference in which batches the events come',
  needs: ['handlePage'],
  cases: (options) =>
    fc.record({
      history: histories(options),
      sizes: fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 }),
    }),
  *readings(subject, { history, sizes }) {
    const events = readEvents(history.stored);
    const pages = inPages(events, sizes);
    const paged = pages.reduce((state, page) => subject.handlePage(state, page), subject.initial());
    yield [
      { how: 'One by one', answer: subject.answer(foldOver(subject, events)) },
      { how: `In batches of ${pages.map(({ length }) => length).join(', ')}`, answer: subject.answer(paged) },
    ];
  },
});

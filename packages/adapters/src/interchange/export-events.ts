import { defaultPrefix } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Task } from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { firstValueFrom, toArray } from 'rxjs';
import type { EventStore, Page, StoreError } from '../event-store/port.js';
import { isStoreError } from '../event-store/store-error.js';
import { cloudEventLine, defaultSource } from './cloud-event.js';
import { eventLine } from './event-line.js';

/** How events leave the store. */
export interface ExportOptions {
  readonly format: 'ndjson' | 'cloudevents';
  /** of our streams, see `defaultPrefix` */
  readonly prefix?: string;
  /** the source of CloudEvents, see `defaultSource` */
  readonly source?: string;
}

/** How many events are read and written at a time. */
const pageSize = 500;

const pageAfter = (store: EventStore, after: number, upTo: number): TE.TaskEither<StoreError, Page> =>
  TE.tryCatch(
    async () => (await firstValueFrom(store.replay({ after, upTo, pageSize }).pipe(toArray()))).flat(),
    (error) => {
      if (isStoreError(error)) return error;
      throw error;
    },
  );

/**
 * Writes every event that there is at the moment of asking, in log order, one line each. The next page
 * is read when the one before was written, so memory holds one page however slow the reader is.
 *
 * @param write writes some whole lines, and is done when more may come
 * @returns how many events were written
 */
export const exportEvents = (
  store: EventStore,
  { format, prefix = defaultPrefix, source = defaultSource }: ExportOptions,
  write: (lines: string) => Task<void>,
): TE.TaskEither<StoreError, number> => {
  const line = format === 'ndjson' ? eventLine : cloudEventLine(prefix, source);
  return async () => {
    const last = await store.lastPosition();
    if (E.isLeft(last)) return last;
    for (let after = 0; after < last.right; ) {
      const upTo = Math.min(after + pageSize, last.right);
      const page = await pageAfter(store, after, upTo)();
      if (E.isLeft(page)) return page;
      if (page.right.length > 0) await write(`${page.right.map(line).join('\n')}\n`)();
      after = upTo;
    }
    return E.right(last.right);
  };
};

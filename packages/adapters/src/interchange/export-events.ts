import { defaultPrefix } from '@burgernet/domain';
import type { Task } from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { concatMap, lastValueFrom, scan } from 'rxjs';
import type { EventStore, StoreError } from '../event-store/port.js';
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
  return TE.tryCatch(
    () =>
      lastValueFrom(
        store.replay({ pageSize }).pipe(
          concatMap(async ({ events, handled }) => {
            await write(`${events.map((event) => line(event)).join('\n')}\n`)();
            handled();
            return events.length;
          }),
          scan((written, some) => written + some, 0),
        ),
        { defaultValue: 0 },
      ),
    (error) => {
      if (isStoreError(error)) return error;
      throw error;
    },
  );
};

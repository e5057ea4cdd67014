import { followed, openSqlite } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { project, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { forkJoin, lastValueFrom, mergeMap, type Observable, take, throwError, timeout, toArray } from 'rxjs';
import { NoResult } from '../measuring/no-result.js';
import { committed } from './committed.js';

/** How long the next event may let itself be waited for, in milliseconds. */
const patience = 60_000;

const none = (what: string) =>
  timeout<bigint, Observable<never>>({
    each: patience,
    with: () =>
      throwError(
        () => new NoResult(`deliver came to no result: nothing was ${what} for ${patience / 1_000} seconds.`),
      ),
  });

/**
 * Follows a file into all read models while another process appends to it.
 *
 * @returns for each event how many milliseconds lay between its commit there and its being handled here
 */
export const delays = async (file: string, count: number, seed: number): Promise<ReadonlyArray<number>> => {
  const opened = await openSqlite(file, { mode: 'write' })();
  if (E.isLeft(opened)) throw new NoResult(opened.left.text.en);
  const handled = followed(opened.right, domainRegistry(), 0).pipe(
    project(new ReadModels()),
    mergeMap((progress) => {
      const now = process.hrtime.bigint();
      return progress.tag === 'Handled' ? Array.from({ length: progress.events }, () => now) : [];
    }),
  );
  try {
    const { committedAt, handledAt } = await lastValueFrom(
      forkJoin({
        committedAt: committed(file, count, seed).pipe(none('committed'), toArray()),
        handledAt: handled.pipe(none('delivered'), take(count), toArray()),
      }),
    );
    // An event may be seen before the writer comes to say that it was committed.
    return committedAt.map((at, event) => Math.max(0, Number((handledAt[event] ?? at) - at) / 1e6));
  } finally {
    await opened.right.close();
  }
};

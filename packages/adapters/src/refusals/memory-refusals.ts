import type { Instant } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { closedBefore } from './closed-before.js';
import type { RefusalRecord, Refusals } from './port.js';

/**
 * Refusals that are kept as long as the process lives, for tests and examples.
 *
 * @param since when they are recorded
 */
export const memoryRefusals = (since: Instant): Refusals => {
  let refusals: ReadonlyArray<RefusalRecord> | undefined = [];
  return {
    record: (refusal) => async () => {
      if (refusals === undefined) return E.left(closedBefore);
      refusals = [...refusals, refusal];
      return E.right(undefined);
    },
    all: async () => (refusals === undefined ? E.left(closedBefore) : E.right({ since, refusals })),
    close: async () => {
      refusals = undefined;
    },
  };
};

import { describe, expect, it } from 'vitest';
import { done } from '../../support/outcome.js';
import { type OpenStore, replayed, storeOf } from './subject.js';

/** What `checkIntegrity` promises, of a store that has it. */
export const checkIntegrityContract = (open: OpenStore): void => {
  describe('checkIntegrity', () => {
    it('finds a store sound that nothing happened to, and changes nothing', async ({ skip }) => {
      const { store } = await storeOf(open, 12);
      const { checkIntegrity } = store;
      if (checkIntegrity === undefined) return skip('This store cannot look at how it is kept.');
      const before = await replayed(store);
      await done(checkIntegrity);
      expect(await replayed(store)).toEqual(before);
    });
  });
};

import fc from 'fast-check';
import { afterAll } from 'vitest';

// A mutant is judged alike in every run, and nobody reads the smallest history that kills it.
fc.configureGlobal({ seed: 20_211_231, endOnFailure: true });

// The thread stays, see kept-thread.ts: what the next tests do before they begin is done without a mutant.
afterAll(() => {
  const stryker: unknown = Reflect.get(globalThis, '__stryker__');
  if (typeof stryker === 'object' && stryker !== null) Reflect.set(stryker, 'activeMutant', undefined);
});

import type { StoreError } from './port.js';

const tags: ReadonlyArray<string> = ['StoreUnavailable', 'StoreUnusable', 'StoreAbsent'];

/** Whether what a replay or a follower errored with is what the port names; anything else is a bug. */
export const isStoreError = (thrown: unknown): thrown is StoreError =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'tag' in thrown &&
  typeof thrown.tag === 'string' &&
  tags.includes(thrown.tag);

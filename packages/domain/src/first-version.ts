import type * as t from 'io-ts';
import type { Registration } from './registry.js';
import type { StreamKind } from './stream.js';

/**
 * The registration of an event type that was written in one version so far.
 *
 * @param kind of stream that such events stand in
 */
export const firstVersion =
  (kind: StreamKind) =>
  (type: string, codec: t.Mixed): Registration => ({ kind, type, versions: [{ codec }] });

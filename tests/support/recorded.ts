import type { Instant, Recorded } from '@burgernet/domain';
import { uuid } from './log.js';

/** An event as a registry reads it, told apart from others by its position alone. */
export const recordedAs = (
  position: number,
  recordedAt: Instant,
  isReconstructed = false,
): Recorded<{ readonly type: string }> => ({
  event: { type: 'ResponseReceived' },
  eventId: uuid(position),
  stream: 'burgernet.action-of-a-test',
  revision: position - 1,
  position,
  schemaVersion: 1,
  recordedAt,
  metadata: {
    actorId: uuid(0),
    role: 'system',
    commandId: uuid(0),
    correlationId: uuid(0),
    causationId: uuid(0),
  },
  isReconstructed,
  fingerprint: position,
});

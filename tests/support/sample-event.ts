import { randomUUID } from 'node:crypto';
import type { EventToAppend } from '@burgernet/adapters';

/** An event that any store takes; what matters to a test it says itself. */
export const sampleEvent = (given: Partial<EventToAppend> = {}): EventToAppend => ({
  eventId: randomUUID(),
  type: 'ResponseReceived',
  schemaVersion: 1,
  recordedAt: '2021-05-14T18:03:00.000Z',
  data: '{"line":"112"}',
  metadata: '{"role":"dispatcher"}',
  ...given,
});

/** So many sample events, at least one. */
export const sampleEvents = (count: number): [EventToAppend, ...EventToAppend[]] => [
  sampleEvent(),
  ...Array.from({ length: count - 1 }, () => sampleEvent()),
];

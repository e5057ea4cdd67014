import * as fc from 'fast-check';
import type { QuarantineReason, StoredEvent } from '../envelope.js';
import { parseStream } from '../stream.js';
import { idOf } from './ids.js';

/** What can be wrong with a stored event by itself or in its stream. */
export type Damage = Exclude<QuarantineReason, 'stream-frozen'>;

/** What takes an event's place when it is damaged, or comes behind it where its position says so. */
type Damaged = (event: StoredEvent, first: StoredEvent) => StoredEvent;

const asData = (value: unknown): Pick<StoredEvent, 'data'> => ({ data: JSON.stringify(value) });

/** An event that reads well but breaks a rule of the stream that it stands in. */
const conflicting: Damaged = (event, first) => {
  const begins = event.revision === 0;
  switch (parseStream(event.stream)?.kind) {
    case 'action':
      return begins
        ? { ...event, type: 'VerdictWithdrawn', ...asData({ reason: { code: 'error' } }) }
        : { ...event, type: 'ActionStarted', data: first.data };
    case 'mailing':
      return begins
        ? { ...event, type: 'MailingWithdrawn', ...asData({ reason: { code: 'error' } }) }
        : { ...event, type: 'MailingSent', data: first.data };
    case 'municipality':
      return { ...event, data: event.data.replace(/"municipality":"GM\d{4}"/, '"municipality":"GM9999"') };
    case 'vault':
      // All that a stream of the vault can break is that the same is forgotten again.
      return {
        ...event,
        position: event.position + 1,
        revision: event.revision + 1,
        eventId: idOf('command', 0xfffe),
      };
    default: {
      const data: unknown = JSON.parse(event.data);
      const rows = [{ figure: 'actions', key: {}, part: 'value', kind: 'exact' }];
      return typeof data === 'object' ? { ...event, ...asData({ ...data, rows }) } : event;
    }
  }
};

/** In how many ways an event is damaged: at least one for every reason for which it is quarantined. */
export const damages: ReadonlyArray<{ readonly reason: Damage; readonly damage: Damaged }> = [
  { reason: 'unknown-type', damage: (event) => ({ ...event, type: 'ActionMoved' }) },
  { reason: 'unknown-type', damage: (event) => ({ ...event, type: '__proto__' }) },
  { reason: 'unknown-version', damage: (event) => ({ ...event, schemaVersion: event.schemaVersion + 1 }) },
  { reason: 'unknown-version', damage: (event) => ({ ...event, schemaVersion: 0 }) },
  { reason: 'malformed-data', damage: (event) => ({ ...event, data: event.data.slice(0, -1) }) },
  { reason: 'malformed-data', damage: (event) => ({ ...event, data: event.data.replace('{"', '{"x-') }) },
  { reason: 'malformed-data', damage: (event) => ({ ...event, data: `${event.data.slice(0, -1)},"x":1}` }) },
  { reason: 'malformed-data', damage: (event) => ({ ...event, data: `[${event.data}]` }) },
  { reason: 'malformed-data', damage: (event) => ({ ...event, data: 'null' }) },
  { reason: 'malformed-metadata', damage: (event) => ({ ...event, metadata: '' }) },
  { reason: 'malformed-metadata', damage: (event) => ({ ...event, metadata: '{}' }) },
  { reason: 'malformed-envelope', damage: (event) => ({ ...event, recordedAt: '2021-02-29T00:00:00.000Z' }) },
  { reason: 'malformed-envelope', damage: (event) => ({ ...event, eventId: event.eventId.toUpperCase() }) },
  {
    reason: 'foreign-stream',
    damage: (event) =>
      event.stream.includes('.mailing-')
        ? { ...event, type: 'ActionWithdrawn', ...asData({ reason: { code: 'error' } }) }
        : { ...event, type: 'MailingWithdrawn', ...asData({ reason: { code: 'error' } }) },
  },
  { reason: 'conflict', damage: conflicting },
  {
    reason: 'contradicts-earlier',
    damage: (event) => ({
      ...event,
      position: event.position + 1,
      revision: event.revision + 1,
      metadata: event.metadata.replace(/"causationId":"[^"]*"/, `"causationId":"${idOf('command', 0xffff)}"`),
    }),
  },
];

/** One of the damages. */
export const anyDamage = (): fc.Arbitrary<(typeof damages)[number]> => fc.constantFrom(...damages);

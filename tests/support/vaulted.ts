import { randomUUID } from 'node:crypto';
import type { AccessRecord, Forgetting, TextToKeep, Vault } from '@burgernet/adapters';
import { Instant, Uuid } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { done } from './outcome.js';

/** When all that happens here happens, unless said otherwise. */
export const evening = valid(Instant, '2021-05-14T18:03:00.000Z');

/** A text for a vault, with a reference of its own. */
export const aText = (text: string, more: Partial<TextToKeep> = {}): TextToKeep => ({
  reference: randomUUID(),
  kind: 'response',
  place: {
    eventId: '00000000-0000-4000-8000-000000000001',
    stream: 'burgernet.action-00000000-0000-4000-8000-000000000002',
    field: 'contentReference',
  },
  keptSince: evening,
  text,
  ...more,
});

/** A reading by somebody of what stands under a reference. */
export const reading = (reference: string): Omit<AccessRecord, 'kind'> => ({
  at: evening,
  role: 'coordinator',
  actorId: '00000000-0000-4000-8000-000000000003',
  reason: 'accountability',
  reference,
});

/** That what stands under a reference is to be forgotten. */
export const forgetting = (reference: string, commandId: string = randomUUID()): Forgetting => ({
  reference,
  commandId: valid(Uuid, commandId),
  by: { role: 'coordinator', id: valid(Uuid, '00000000-0000-4000-8000-000000000003') },
  recordedAt: evening,
  data: { what: 'response', keptSince: evening, reason: { code: 'request' } },
});

/** The text under a reference, and a record of the reading. */
export const textIn = (vault: Vault, reference: string): Promise<string | undefined> =>
  done(vault.consult(reading(reference)));

import type { Actor } from '@burgernet/domain';
import { derivedId } from './event-id.js';

/** The system itself: what happens by rule, and what is imported without saying by whom. Nobody stands behind it. */
export const systemActor: Actor = { role: 'system', id: derivedId('actor/system') };

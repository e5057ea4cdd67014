import * as fc from 'fast-check';
import type { StoredEvent } from '../envelope.js';
import { anyDamage, type Damage } from './damage.js';
import { type History, type HistoryOptions, histories } from './histories.js';
import { show } from './show.js';
import type { Told } from './tell.js';

/** A history of which one event cannot be read, or contradicts what stands before it. */
export interface DamagedHistory extends History {
  /** the history without the damage */
  readonly intact: History;
  /** the event that is quarantined and freezes its stream, as it is stored */
  readonly broken: StoredEvent;
  readonly reason: Damage;
}

/** The broken event stands in the place of the intact one. */
const replace = ({ stored, deliveries }: Told, broken: StoredEvent): Told => {
  const instead = (event: StoredEvent): StoredEvent => (event.position === broken.position ? broken : event);
  return { stored: stored.map(instead), deliveries: deliveries.map(instead) };
};

/** The broken event stands between the others, and is delivered where it stands. */
const insert = ({ stored, deliveries }: Told, broken: StoredEvent): Told => {
  const moved = (event: StoredEvent): StoredEvent =>
    event.position < broken.position
      ? event
      : {
          ...event,
          position: event.position + 1,
          revision: event.stream === broken.stream ? event.revision + 1 : event.revision,
        };
  const at = broken.position - 1;
  const told = stored.map(moved);
  const again = deliveries.map((event) => told[event.position - 1] ?? event);
  const first = 1 + again.findIndex(({ position }) => position === at);
  return { stored: told.toSpliced(at, 0, broken), deliveries: again.toSpliced(first, 0, broken) };
};

/**
 * Histories of which one event is damaged in one of the ways for which events are quarantined. All
 * before it in its stream, and all other streams, are as they were.
 */
export const damagedHistories = (options: HistoryOptions = {}): fc.Arbitrary<DamagedHistory> =>
  fc
    .tuple(
      histories(options).filter(({ stored }) => stored.length > 0),
      fc.nat(9_999),
      anyDamage(),
    )
    .map(([intact, which, { reason, damage }]) => {
      const event = intact.stored[which % intact.stored.length];
      const first = intact.stored.find(({ stream }) => stream === event?.stream);
      if (event === undefined || first === undefined) throw new Error('A history without events was let in.');
      const broken = damage(event, first);
      const told = (broken.position > event.position ? insert : replace)(intact, broken);
      return show({ ...told, intact, broken, reason });
    });

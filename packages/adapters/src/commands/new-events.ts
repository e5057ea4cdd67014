import type { Actor, DomainEvent, Metadata, Registry, Source, StreamName, Uuid } from '@burgernet/domain';
import type { EventToAppend } from '../event-store/port.js';
import { eventIdOf } from './event-id.js';
import type { Decision } from './stream-fold.js';
import { systemActor } from './system-actor.js';

/** What the events of one command say beside their data, and of which stream they are. */
export interface Circumstances extends StreamName {
  readonly by: Actor;
  readonly commandId: Uuid;
  readonly correlationId?: Uuid | undefined;
  readonly causationId?: Uuid | undefined;
  readonly source?: Source | undefined;
}

const metadataOf = (given: Circumstances, byRule: boolean): Metadata => {
  const { commandId, correlationId = commandId, causationId = commandId, source } = given;
  const { id, role, municipality } = byRule ? systemActor : given.by;
  return {
    actorId: id,
    role,
    ...(municipality === undefined ? {} : { municipality }),
    commandId,
    correlationId,
    causationId,
    ...(source === undefined ? {} : { source }),
  };
};

/** Makes of what was decided the events to append: the same command gives the same bytes. */
export const newEvents = (
  registry: Registry<DomainEvent>,
  { decided, recordedAt }: Decision,
  given: Circumstances,
): ReadonlyArray<EventToAppend> =>
  decided.map(({ event, byRule }, ordinal) =>
    registry.encode({
      event,
      eventId: eventIdOf(given, given.commandId, ordinal),
      recordedAt,
      metadata: metadataOf(given, byRule),
    }),
  );

import { type DomainEvent, type Instant, Label, type NewEvent } from '@burgernet/domain';
import { idOf } from './identity.js';
import { known } from './known.js';
import type { PublishedYear, Table } from './published-year.js';

/** An event for a stream, in the order of the log. */
export interface ReconstructedEvent {
  readonly stream: string;
  readonly event: NewEvent<DomainEvent>;
}

/** Who acts when tables are imported: the system itself, under an id without a person behind it. */
const importer = idOf('actor/import of published tables');

/** Makes an event of what happened, with ids that follow from its name and a source that says it all. */
export type Recording = (
  table: Table,
  name: string,
  recordedAt: Instant,
  event: DomainEvent,
) => NewEvent<DomainEvent>;

/** The recording of one import: its events share a correlation. */
export const recordingOf = ({ region, year }: Pick<PublishedYear, 'region' | 'year'>): Recording => {
  const correlationId = idOf(`${region}/${year}/import`);
  return (table, name, recordedAt, event) => {
    const eventId = idOf(`${name}/${event.type}`);
    const commandId = idOf(`${name}/${event.type}/command`);
    return {
      event,
      eventId,
      recordedAt,
      metadata: {
        actorId: importer,
        role: 'system',
        commandId,
        correlationId,
        causationId: commandId,
        source: { kind: 'table', name: known(Label, table), reconstructed: true },
      },
    };
  };
};

import type { StoredEvent } from '@burgernet/domain';
import { movedJson } from '../../report/json/moved-json.js';
import type { Outcome } from './outcome.js';

const eventJson = ({ data, metadata, ...event }: StoredEvent) => ({
  ...event,
  data: JSON.parse(data) as unknown,
  metadata: JSON.parse(metadata) as unknown,
});

/** Who acts and where it will stand is known only when it is written. */
const wouldBeJson = ({ stream, type, schemaVersion, recordedAt, data }: StoredEvent) => ({
  stream,
  type,
  schemaVersion,
  recordedAt,
  data: JSON.parse(data) as unknown,
});

/** What came of a command, for `--json`. */
export const outcomeJson = (outcome: Outcome) => {
  const { command, commandId, stream, repeated, isDryRun, id, events, figures } = outcome;
  return {
    command,
    commandId,
    stream,
    id,
    repeated,
    dryRun: isDryRun,
    events: events.map(isDryRun ? wouldBeJson : eventJson),
    ...(figures === undefined ? {} : { figures: figures.moved.map(movedJson) }),
  };
};

import type { Act, StoredEvent, Uuid } from '@burgernet/domain';
import type { CommandRequest } from '../../commands/command-request.js';
import type { Asked, Call } from './ask.js';
import type { FiguresMoved } from './figures-moved.js';

/** What came of a command, or would. */
export interface Outcome {
  readonly command: Act;
  readonly commandId: Uuid;
  readonly stream: string;
  readonly repeated: boolean;
  /** whether nothing was written because that was asked */
  readonly isDryRun: boolean;
  /** what it made or was about: the id of the response, success, action, ... */
  readonly id: string;
  /** of the command */
  readonly events: ReadonlyArray<StoredEvent>;
  /** of its stream, up to and including those */
  readonly history: ReadonlyArray<StoredEvent>;
  /** what it moved in the figures; `undefined` where nobody asked */
  readonly figures: FiguresMoved | undefined;
}

/** The id of what a command makes, or else of what it is about. */
const idOf = ({ data, id }: Pick<CommandRequest, 'data' | 'id'>): string => {
  const fields = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const [, own] = fields.find(([key]) => key === 'successId' || key === 'responseId') ?? [];
  return typeof own === 'string' ? own : id;
};

/** What came of a command, with the events that it brought about or would. */
export const outcomeOf = (
  { form, commandId }: Call,
  asked: Asked,
  events: ReadonlyArray<StoredEvent>,
  figures: FiguresMoved | undefined,
  how: Pick<Outcome, 'repeated' | 'isDryRun'>,
): Outcome => {
  const ids = new Set(events.map(({ eventId }) => eventId));
  return {
    ...how,
    command: form.type,
    commandId,
    stream: asked.stream,
    id: idOf(asked.request),
    events,
    history: [...asked.history.filter(({ eventId }) => !ids.has(eventId)), ...events],
    figures,
  };
};

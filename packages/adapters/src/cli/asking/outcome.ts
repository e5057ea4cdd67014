import {
  type Act,
  domainRegistry,
  Instant,
  local,
  parseStream,
  type StoredEvent,
  type Uuid,
} from '@burgernet/domain';
import { type Moved, movedSince, type ReadModels } from '@burgernet/projections';
import type { ReportContext } from '../../report/context.js';
import { printable } from '../../report/printable.js';
import { eventSentence } from '../../report/story/event-sentence.js';
import { stepsOf } from '../../report/story/steps.js';
import type { Context } from '../context.js';
import { movedText } from '../moved-text.js';

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
  /** what it moved; `undefined` where nobody asked */
  readonly figures: { readonly moved: ReadonlyArray<Moved>; readonly isOneRegion: boolean } | undefined;
}

/** What the events of a command moved, where read models have them. */
export const figuresOf = (
  models: ReadModels,
  events: ReadonlyArray<StoredEvent>,
): NonNullable<Outcome['figures']> => {
  const ids = new Set(events.map(({ eventId }) => eventId));
  // They are among the last, wherever a store says that they stand.
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (let row = models.events.length - 1, left = ids.size; row >= 0 && left > 0; row--) {
    const { eventId, position } = models.events.event(row);
    if (!ids.has(eventId)) continue;
    left -= 1;
    first = Math.min(first, position);
    last = Math.max(last, position);
  }
  return {
    moved: last === 0 ? [] : movedSince(models, first - 1, last),
    isOneRegion: models.ledger.regions().length < 2,
  };
};

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

const outcomeJson = (outcome: Outcome) => {
  const { command, commandId, stream, repeated, isDryRun, id, events, figures } = outcome;
  return {
    command,
    commandId,
    stream,
    id,
    repeated,
    dryRun: isDryRun,
    events: events.map(isDryRun ? wouldBeJson : eventJson),
    ...(figures === undefined
      ? {}
      : {
          figures: figures.moved.map(({ definition, region, year, before, after }) => ({
            name: definition.name,
            version: definition.version,
            region,
            year,
            before,
            after,
          })),
        }),
  };
};

const sentences = ({ stream, events, history }: Outcome, context: ReportContext): ReadonlyArray<string> => {
  const ids = new Set(events.map(({ eventId }) => eventId));
  return stepsOf(domainRegistry(), parseStream(stream)?.id ?? stream, history).flatMap((step) =>
    step.tag === 'Told' && ids.has(step.recorded.eventId)
      ? [eventSentence(step.recorded.event, step.after, context)]
      : [],
  );
};

const heading = (
  { repeated, isDryRun, events }: Outcome,
  language: ReportContext['lang'],
): ReadonlyArray<string> => {
  if (repeated) {
    const recordedAt = events[0]?.recordedAt;
    const at = Instant.is(recordedAt) ? local(recordedAt) : '';
    return [
      {
        en: `This command was given before and recorded on ${at}; nothing changed.`,
        nl: `Deze opdracht is eerder gegeven en vastgelegd op ${at}; er veranderde niets.`,
      }[language],
    ];
  }
  return isDryRun
    ? [
        {
          en: 'Nothing was written. The command would record:',
          nl: 'Er is niets vastgelegd. De opdracht zou vastleggen:',
        }[language],
      ]
    : [];
};

const shownEvents = ({ isDryRun, events }: Outcome): ReadonlyArray<string> =>
  isDryRun ? events.map(({ type, stream, data }) => `  ${type} ${stream} ${printable(data)}`) : [];

/** Prints what came of a command: with `--quiet` nothing but the id of what it made. */
export const printOutcome = async (
  { options, terminal }: Context,
  outcome: Outcome,
  context: ReportContext,
): Promise<void> => {
  const { figures, repeated, id } = outcome;
  if (options.json) return terminal.print(`${JSON.stringify(outcomeJson(outcome))}\n`);
  if (options.quiet) return terminal.print(`${id}\n`);
  const lines = [
    ...heading(outcome, context.lang),
    ...sentences(outcome, context),
    ...shownEvents(outcome),
    ...(figures === undefined || repeated ? [] : movedText(figures.moved, figures.isOneRegion, context.lang)),
  ];
  return terminal.print(`${lines.join('\n')}\n`);
};

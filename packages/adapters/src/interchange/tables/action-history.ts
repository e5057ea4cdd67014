import {
  type ActionEvent,
  type ActionType,
  type Instant,
  plus,
  type Region,
  Slug,
  streamOf,
  toEpoch,
} from '@burgernet/domain';
import { assumed } from './assumptions.js';
import type { Calendar } from './calendar.js';
import type { Success } from './choose-successes.js';
import type { DealtAction } from './deal-responses.js';
import { drawOf, idOf } from './identity.js';
import { known } from './known.js';
import type { Table } from './published-year.js';
import type { ReconstructedEvent, Recording } from './recording.js';

/** An action with all that the tables, or an assumption, say of it. */
export interface PlannedAction extends DealtAction {
  readonly startedAt: Instant;
  readonly runsUntil: Instant;
  readonly type: ActionType | undefined;
  readonly success: Success | undefined;
  readonly reach: number | undefined;
  readonly shares: number | undefined;
}

const minute = 60_000;
const asPublished = known(Slug, 'as-published');
const allPlatforms = known(Slug, 'all');

/** When a named action starts and until when it runs. */
export const runTimeOf = (
  calendar: Calendar,
  name: string,
): { readonly startedAt: Instant; readonly runsUntil: Instant } => {
  const { shortest, longest } = assumed.runTime;
  const startedAt = calendar.momentOf(name);
  const minutes = shortest + drawOf(`${name}?minutes`, longest - shortest + 1);
  return { startedAt, runsUntil: plus(startedAt, minutes * minute) };
};

/** A whole second in a part of the run time, its end exclusive, drawn by the name. */
const momentWithin = (
  { startedAt, runsUntil }: PlannedAction,
  part: { readonly from: number; readonly to: number },
  name: string,
): Instant => {
  const seconds = (toEpoch(runsUntil) - toEpoch(startedAt)) / 1000;
  const [from, to] = [Math.ceil((seconds * part.from) / 100), Math.floor((seconds * part.to) / 100)];
  return plus(startedAt, (from + drawOf(`${name}?second`, to - from)) * 1000);
};

/**
 * The events of one action, in order.
 *
 * @param registeredAt when the late successes were registered
 */
export const actionHistory =
  (region: Region, registeredAt: Instant, record: Recording, prefix: string) =>
  (action: PlannedAction): ReadonlyArray<ReconstructedEvent> => {
    const { name, table, municipality, startedAt, runsUntil, type, success, reach, shares } = action;
    const stream = streamOf('action', idOf(name), prefix);
    const happened = (from: Table, what: string, recordedAt: Instant, event: ActionEvent) => ({
      stream,
      event: record(from, what, recordedAt, event),
    });
    const received = (what: string, line: '0800-0011' | 'app'): ReconstructedEvent => {
      const receivedAt = momentWithin(action, assumed.responses, what);
      const entry = line === 'app' ? 'app' : 'phone';
      const data = { responseId: idOf(what), line, entry, receivedAt } as const;
      return happened(table, what, receivedAt, { type: 'ResponseReceived', data });
    };
    const marked = (recordedAt: Instant, line: '0800-0011' | 'unknown'): ReconstructedEvent => {
      const what = `${name}/${success}`;
      const data = { successId: idOf(what), line, attribution: 'direct' } as const;
      return happened('headline', what, recordedAt, { type: 'SuccessMarked', data });
    };
    const events: ReconstructedEvent[] = [
      happened(table, name, startedAt, {
        type: 'ActionStarted',
        data: {
          region,
          status: 'actual',
          touched: [],
          channels: assumed.channels,
          startedAt,
          runsUntil,
          supportsNlAlert: false,
          ...(type === undefined ? {} : { type }),
          ...(municipality === null ? {} : { municipality }),
        },
      }),
      ...action.calls.map((what) => received(what, '0800-0011')),
      ...action.appResponses.map((what) => received(what, 'app')),
    ];
    if (success === 'portal') events.push(marked(momentWithin(action, assumed.ticks, name), '0800-0011'));
    events.push(
      happened(table, name, runsUntil, {
        type: 'ActionEnded',
        data: { endedAt: runsUntil, reason: { code: 'run-time-over' } },
      }),
    );
    if (reach !== undefined)
      events.push(
        happened('headline', name, runsUntil, {
          type: 'ReachMeasured',
          data: { channel: 'app', method: asPublished, count: reach },
        }),
      );
    if (shares !== undefined)
      events.push(
        happened('headline', name, runsUntil, {
          type: 'SharesCounted',
          data: { platform: allPlatforms, method: asPublished, count: shares },
        }),
      );
    if (success === 'late') events.push(marked(registeredAt, 'unknown'));
    return events;
  };

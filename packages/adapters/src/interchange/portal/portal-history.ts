import {
  type ActionEvent,
  type Entry,
  type Instant,
  type Label,
  type Line,
  type NewEvent,
  plus,
  type Region,
  type Uuid,
} from '@burgernet/domain';
import { uuidsIn } from '../../commands/named-uuid.js';
import type { PortalRow } from './portal-row.js';
import { asSaid, momentAssumed } from './portal-source.js';

/** The ids that are made of the portal's numbers. The namespace is for ever: another one is another history. */
const idOf = uuidsIn('3f5c1d52-7d6c-4a38-9d0f-6c3b8c1a52e4');

/** Who acts when rows of the portal are imported: the system itself, without a person behind it. */
const importer = idOf('actor/import of the portal');

/** Which responses each count stands for. */
const responses: ReadonlyArray<{
  readonly count: keyof PortalRow['counts'];
  readonly line: Line;
  readonly entry: Entry;
}> = [
  { count: 'calls', line: '0800-0011', entry: 'phone' },
  { count: 'calls-112', line: '112', entry: 'phone' },
  { count: 'app', line: 'app', entry: 'app' },
];

/** The id of the action of a row: of one number in one region the same, whatever else the row says. */
export const portalActionId = (region: Region, action: string): Uuid => idOf(`${region}/${action}`);

/**
 * What a row says, as events in the order in which they were recorded.
 *
 * The portal counts responses and does not say when they came: they are received at the start. A tick
 * without a moment was set in time, and is recorded one millisecond before the end. The metadata of those
 * events say that their moment is assumed. A tick with a moment after the end is a late success.
 */
export const portalHistory = (region: Region, row: PortalRow): ReadonlyArray<NewEvent<ActionEvent>> => {
  const { action, start, end, type, municipality, tick, counts } = row;
  const name = `${region}/${action}`;
  const made = (
    what: string,
    recordedAt: Instant,
    source: Label,
    event: ActionEvent,
  ): NewEvent<ActionEvent> => ({
    event,
    eventId: idOf(`${name}/${what}`),
    recordedAt,
    metadata: {
      actorId: importer,
      role: 'system',
      commandId: idOf(`${name}/${what}/command`),
      correlationId: idOf(`${name}/row`),
      causationId: idOf(`${name}/${what}/command`),
      source: { kind: 'portal', name: source },
    },
  });
  const marked = (recordedAt: Instant, source: Label): NewEvent<ActionEvent> =>
    made('tick', recordedAt, source, {
      type: 'SuccessMarked',
      data: { successId: idOf(`${name}/success`), line: '0800-0011', attribution: 'direct' },
    });
  const ticked =
    tick === false ? [] : [tick === true ? marked(plus(end, -1), momentAssumed) : marked(tick, asSaid)];
  const [inTime, late] = [
    ticked.filter(({ recordedAt }) => recordedAt <= end),
    ticked.filter(({ recordedAt }) => recordedAt > end),
  ];
  return [
    made('start', start, asSaid, {
      type: 'ActionStarted',
      data: {
        region,
        status: 'actual',
        touched: [],
        channels: [],
        startedAt: start,
        runsUntil: end,
        supportsNlAlert: false,
        ...(type === undefined ? {} : { type }),
        ...(municipality === undefined ? {} : { municipality }),
      },
    }),
    ...responses.flatMap(({ count, line, entry }) =>
      Array.from({ length: counts[count] }, (_, nth) =>
        made(`${count}/${nth}`, start, momentAssumed, {
          type: 'ResponseReceived',
          data: { responseId: idOf(`${name}/${count}/${nth}/response`), line, entry, receivedAt: start },
        }),
      ),
    ),
    ...inTime,
    made('end', end, asSaid, {
      type: 'ActionEnded',
      data: { endedAt: end, reason: { code: 'run-time-over' } },
    }),
    ...late,
  ];
};

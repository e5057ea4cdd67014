import { type CommandRequest, type EventStore, runCommand } from '@burgernet/adapters';
import { domainRegistry, Instant, Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { certain } from '../history/certain.js';
import { uuidOf } from './ids.js';

const registry = domainRegistry();
const startedAt = certain(Instant, '2021-05-14T18:03:00.000Z');
const by = { id: certain(Uuid, uuidOf(0, 0)), role: 'dispatcher' as const };

/** Events of one action: it is started, and has so many responses less one. */
export const perStream = 10;

/** The n-th command of all: each writes one event, ten in a row to one stream. */
const requestOf = (n: number): CommandRequest => {
  const action = Math.floor(n / perStream);
  const common = {
    kind: 'action' as const,
    id: uuidOf(1, action),
    by,
    recordedAt: startedAt,
    commandId: certain(Uuid, uuidOf(2, n)),
  };
  if (n % perStream === 0)
    return {
      ...common,
      type: 'StartAction',
      data: {
        region: 'midden-nederland',
        status: 'actual',
        type: 'missing-person',
        municipality: 'GM0344',
        touched: [],
        channels: ['app', 'sms', 'voice'],
        startedAt,
        runsUntil: '2021-05-14T19:03:00.000Z',
        supportsNlAlert: false,
      },
    };
  return {
    ...common,
    type: 'ReceiveResponse',
    data: { responseId: uuidOf(3, n), line: '112', entry: 'phone', receivedAt: startedAt },
  };
};

/** Runs commands, one after the other, each stored durably before the next. */
export const runAll = async (store: EventStore, requests: ReadonlyArray<CommandRequest>): Promise<void> => {
  const run = runCommand({ store, registry, newId: () => certain(Uuid, uuidOf(4, 0)) });
  for (const request of requests) {
    const outcome = await run(request)();
    if (E.isLeft(outcome)) throw new Error(outcome.left.text.en);
    if (outcome.right.events.length !== 1) throw new Error('A command wrote not one event.');
  }
};

/** So many commands from the n-th on. */
export const requestsFrom = (from: number, count: number): ReadonlyArray<CommandRequest> =>
  Array.from({ length: count }, (_, at) => requestOf(from + at));

/** Runs so many commands from the n-th on. */
export const runCommands = (store: EventStore, from: number, count: number): Promise<void> =>
  runAll(store, requestsFrom(from, count));

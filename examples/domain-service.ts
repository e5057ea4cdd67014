// A service of its own on the domain package alone: it takes commands as JSON, decides, keeps events as JSON
// in a log of its own, and reads them back. What may go wrong comes as a value with `ok: false`; no fp-ts.
import {
  ActionCommand,
  type ActionState,
  actionRegistry,
  classOf,
  decideAction,
  decodePlain,
  evolveAction,
  type Instant,
  readEventPlain,
  recordingPlain,
  type StoredEvent,
  streamOf,
  Uuid,
} from '@burgernet/domain/action';

const registry = actionRegistry();
const log: StoredEvent[] = [];

const newId = (): Uuid => {
  const id = decodePlain(Uuid, crypto.randomUUID());
  if (!id.ok) throw new Error(id.problem);
  return id.value;
};

/** An action as its stream says it is, and where its stream ends. */
interface Loaded {
  readonly action: ActionState | undefined;
  readonly last: Instant | undefined;
  readonly revision: number;
}

const load = (stream: string): Loaded => {
  let loaded: Loaded = { action: undefined, last: undefined, revision: -1 };
  for (const stored of log.filter((one) => one.stream === stream)) {
    const read = readEventPlain(registry, stored);
    if (!read.ok) throw new Error(read.unreadable.detail);
    const { event, recordedAt, revision } = read.event;
    loaded = { action: evolveAction(loaded.action, event, recordedAt), last: recordedAt, revision };
  }
  return loaded;
};

/** Handles a request, and gives the answer to it. */
const handle = (request: unknown): string => {
  const decoded = decodePlain(ActionCommand, request);
  if (!decoded.ok) return `malformed: ${decoded.problem}`;
  const stream = streamOf('action', decoded.value.id);
  const { action, last, revision } = load(stream);

  const recording = recordingPlain(stream, last, decoded.value.recordedAt);
  if (!recording.ok) return `refused: ${recording.rejection.text.en}`;
  const { recordedAt } = recording;
  const command = { ...decoded.value, recordedAt };
  const decided = decideAction(command, action);
  if (!decided.ok) return `refused: ${decided.rejection.text.en}`;

  const commandId = newId();
  const { id: actorId, role, municipality } = command.by;
  const metadata = {
    actorId,
    role,
    commandId,
    correlationId: commandId,
    causationId: commandId,
    ...(municipality === undefined ? {} : { municipality }),
  };
  for (const [index, event] of decided.events.entries())
    log.push({
      stream,
      revision: revision + 1 + index,
      position: log.length + 1,
      ...registry.encode({ event, eventId: newId(), recordedAt, metadata }),
    });
  return decided.events.map(({ type }) => type).join(', ');
};

const id = '6f1f2f0e-58a5-4c1b-9c53-0a4d9d7a1c11';
const dispatcher = { role: 'dispatcher', id: '0b6f3a52-4f0e-4c55-8d0a-1f4f6f3b2a10' };
const coordinator = { role: 'coordinator', id: '5d3a8f60-7f5c-4e2b-9a51-c2f6c5d0b7e4' };
const success = {
  successId: 'c4d9b1fe-1c3e-4ab5-8c3a-0d4f0a3f9e77',
  line: '112',
  attribution: 'direct',
  foundAt: { moment: '2021-05-15T05:40:00.000Z', precision: 'instant' },
};

const requests = [
  {
    type: 'StartAction',
    id,
    by: dispatcher,
    recordedAt: '2021-05-14T18:03:00.000Z',
    data: {
      region: 'midden-nederland',
      status: 'actual',
      type: 'missing-person',
      municipality: 'GM0034',
      touched: [],
      channels: ['app', 'sms'],
      startedAt: '2021-05-14T18:03:00.000Z',
      runsUntil: '2021-05-14T19:03:00.000Z',
      supportsNlAlert: false,
    },
  },
  // Somebody writes a moment as no command does,
  { type: 'MarkSuccess', id, by: dispatcher, recordedAt: 'this morning', data: success },
  // a dispatcher withdraws what only a coordinator may,
  {
    type: 'WithdrawSuccess',
    id,
    by: dispatcher,
    recordedAt: '2021-05-15T07:00:00.000Z',
    data: { successId: success.successId, reason: { code: 'error' } },
  },
  // and the coordinator marks the success of the next morning, which first ends the action by rule.
  { type: 'MarkSuccess', id, by: coordinator, recordedAt: '2021-05-15T07:12:00.000Z', data: success },
];

for (const request of requests) {
  // What travels is text.
  const body: unknown = JSON.parse(JSON.stringify(request));
  console.log(`${request.type}: ${handle(body)}`);
}
const { action } = load(streamOf('action', id));
console.log(
  `${log.length} events; the action ended at ${action?.endedAt}, its success is ${classOf(action?.markings ?? [])}`,
);

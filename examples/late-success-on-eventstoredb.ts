// A late success from end to end: commands into a store, and the figures that the store's events make, as
// known before the success was registered and after it.
//
//   node late-success-on-eventstoredb.ts esdb://127.0.0.1:2113?tls=false     (Node 22.18 or later)
//   node late-success-on-eventstoredb.ts sqlite:late-success.db
//
// BURGERNET_STORE names the store too; without either, it is one in memory. The streams have a prefix of
// their own for every run, so that nothing else in the store is read or touched.
import {
  type CommandRequest,
  type EventStore,
  load,
  memoryStore,
  openEventStoreDb,
  openSqlite,
  parseStoreUrl,
  runCommand,
} from '@burgernet/adapters';
import { decodePlain, domainRegistry, Instant, type Role, Uuid } from '@burgernet/domain';
import { type AsOf, definitionOf, Figures, ReadModels } from '@burgernet/projections';

/** What a task or a reading gives; here an error may end the program. */
const done = <A>(
  outcome:
    | { readonly _tag: 'Right'; readonly right: A }
    | { readonly _tag: 'Left'; readonly left: { readonly text: { readonly en: string } } },
): A => {
  if (outcome._tag === 'Left') throw new Error(outcome.left.text.en);
  return outcome.right;
};
const moment = (text: string): Instant => {
  const decoded = decodePlain(Instant, text);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};
const newId = (): Uuid => {
  const decoded = decodePlain(Uuid, crypto.randomUUID());
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};

const action = newId();
const prefix = `late-success-${action}`;
const registry = domainRegistry(prefix);

const open = async (url: string | undefined): Promise<EventStore> => {
  if (url === undefined) return memoryStore();
  const address = done(parseStoreUrl(url));
  return address.scheme === 'sqlite'
    ? done(await openSqlite(address.file, { mode: 'write' })())
    : done(await openEventStoreDb(address.server, { mode: 'write', prefix })());
};

const store = await open(process.argv[2] ?? process.env['BURGERNET_STORE']);
const run = runCommand({ store, registry, prefix, newId });
const tell = async (role: Role, at: string, type: string, data: object): Promise<void> => {
  const by = { role, id: newId() };
  const request: CommandRequest = { kind: 'action', id: action, type, data, by, recordedAt: moment(at) };
  const { events } = done(await run(request)());
  console.log(`${at.slice(0, 16)}  ${role}: ${events.map((event) => event.type).join(', ')}`);
};

// The day itself: an action for an hour, a call to 112 that nobody ticks, and silence.
await tell('dispatcher', '2021-05-14T18:03:00.000Z', 'StartAction', {
  region: 'midden-nederland',
  status: 'actual',
  type: 'missing-person',
  municipality: 'GM0034',
  touched: [],
  channels: ['app', 'sms'],
  startedAt: '2021-05-14T18:03:00.000Z',
  runsUntil: '2021-05-14T19:03:00.000Z',
  supportsNlAlert: false,
});
const responseId = newId();
await tell('system', '2021-05-14T18:41:00.000Z', 'ReceiveResponse', {
  responseId,
  line: '112',
  entry: 'phone',
  receivedAt: '2021-05-14T18:40:00.000Z',
});
// In January the coordinator registers what came of it, which first ends the action as its run time did.
await tell('coordinator', '2022-01-10T08:30:00.000Z', 'MarkSuccess', {
  successId: newId(),
  line: '112',
  attribution: 'direct',
  foundAt: { moment: '2021-05-14T18:50:00.000Z', precision: 'instant' },
  responseId,
});

// All that the store holds of it, replayed: the past stays what it was, and stands beside what is known now.
const models = done(await load(store, registry, new ReadModels(prefix))());
const figure = (name: string, asOf: AsOf): string => {
  const definition = definitionOf(name);
  if (definition === undefined) throw new Error(`There is no figure ${name}.`);
  const value = new Figures(models, asOf).value(definition, { year: 2021 });
  if (value.kind !== 'ratio') throw new Error(`${name} is no share.`);
  return `${value.numerator} of ${value.denominator} (${value.percentage} %)`;
};
for (const name of ['success.portal', 'success.full']) {
  const before = figure(name, { registered: moment('2021-12-31T22:59:59.999Z') });
  console.log(`${name}: ${before} at the end of 2021, ${figure(name, 'latest')} now`);
}
await store.close();

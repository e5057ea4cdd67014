// Follows a store with a projection of one's own: first what is there, then each event as it comes.
//
//   node live-follower.ts     (Node 22.18 or later)
import { followed, memoryStore, runCommand } from '@burgernet/adapters';
import { decodePlain, domainRegistry, Instant, type Role, Uuid } from '@burgernet/domain';
import { project, RunningFold } from '@burgernet/projections';
import { filter, firstValueFrom, shareReplay } from 'rxjs';
import { successesPerWeekday } from './own-projection/successes-per-weekday.ts';

const newId = (): Uuid => {
  const decoded = decodePlain(Uuid, crypto.randomUUID());
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};
const registry = domainRegistry();
const store = memoryStore();
const run = runCommand({ store, registry, newId });
const action = newId();

/** Gives a command, and the position of the last event that it left. */
const tell = async (role: Role, at: string, type: string, data: object): Promise<number> => {
  const recordedAt = decodePlain(Instant, at);
  if (!recordedAt.ok) throw new Error(recordedAt.problem);
  const by = { role, id: newId() };
  const told = await run({ kind: 'action', id: action, type, data, by, recordedAt: recordedAt.value })();
  if (told._tag === 'Left') throw new Error(told.left.text.en);
  return told.right.events.at(-1)?.position ?? 0;
};

await tell('dispatcher', '2021-05-14T18:03:00.000Z', 'StartAction', {
  region: 'midden-nederland',
  status: 'actual',
  touched: [],
  channels: ['app'],
  startedAt: '2021-05-14T18:03:00.000Z',
  runsUntil: '2021-05-14T19:03:00.000Z',
  supportsNlAlert: false,
});

// The store hands over pages of events, the projection takes them into account, and says how far it is.
const projection = new RunningFold(successesPerWeekday);
const progress = followed(store, registry, 0).pipe(
  project(projection),
  shareReplay({ bufferSize: 1, refCount: true }),
);

const following = progress.subscribe(({ tag, position }) => {
  if (tag === 'CaughtUp') return console.log(`caught up at event ${position}`);
  const counts = [...successesPerWeekday.answer(projection.state)];
  const told = counts.map(([which, count]) => `${which}: ${count}`).join('; ');
  console.log(`after event ${position}: ${told || 'no success'}`);
});
const seen = (position: number): Promise<unknown> =>
  firstValueFrom(progress.pipe(filter((step) => step.position >= position)));
await firstValueFrom(progress.pipe(filter(({ tag }) => tag === 'CaughtUp')));

// Meanwhile somebody registers a success of that Friday evening, late; it turns out to be of Saturday, and of
// another action.
const [successId, reason] = [newId(), { code: 'new-information' }];
const marked = { successId, line: '112', attribution: 'direct' };
const friday = { moment: '2021-05-14T19:40:00.000Z', precision: 'instant' };
await seen(
  await tell('coordinator', '2021-05-17T07:12:00.000Z', 'MarkSuccess', { ...marked, foundAt: friday }),
);
const saturday = { moment: '2021-05-14T22:10:00.000Z', precision: 'instant' };
const corrected = { successId, foundAt: saturday, reason };
await seen(await tell('coordinator', '2021-05-17T09:00:00.000Z', 'CorrectSuccess', corrected));
await seen(await tell('coordinator', '2021-05-18T08:30:00.000Z', 'WithdrawSuccess', { successId, reason }));

// A service would go on; this one has seen what it waited for.
following.unsubscribe();
await store.close();

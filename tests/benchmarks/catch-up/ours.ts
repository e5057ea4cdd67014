import { openEventStoreDb, parseStoreUrl, replayed } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { project, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { lastValueFrom } from 'rxjs';
import { NoResult } from '../measuring/no-result.js';

/** Opens a store on a server under a prefix. */
export const openServer = async (url: string, mode: 'read' | 'write', prefix: string) => {
  const address = parseStoreUrl(url);
  if (E.isLeft(address)) throw new NoResult(address.left.text.en);
  if (address.right.scheme !== 'esdb')
    throw new NoResult('catch-up did not run: it needs an EventStoreDB server, esdb://HOST:PORT.');
  const opened = await openEventStoreDb(address.right.server, { mode, prefix })();
  if (E.isLeft(opened)) throw new NoResult(opened.left.text.en);
  return opened.right;
};

/** Replays the streams of a prefix from a server into all read models, every event validated. */
export const catchUp = async (url: string, prefix: string): Promise<number> => {
  const store = await openServer(url, 'read', prefix);
  const models = new ReadModels(prefix);
  await lastValueFrom(replayed(store, domainRegistry(prefix)).pipe(project(models)));
  await store.close();
  const [broken] = models.quarantine.events;
  if (broken !== undefined) throw new Error(`Event ${broken.position} is in quarantine: ${broken.detail}`);
  return models.events.length;
};

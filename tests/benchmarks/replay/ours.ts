import { openSqlite, replayed } from '@burgernet/adapters';
import type { DomainEvent, Registry } from '@burgernet/domain';
import { project, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { lastValueFrom } from 'rxjs';

/**
 * Replays a file into all read models, every event validated, and gives how many events that were.
 * Throws where one of them could not be read: such a history measures something else.
 *
 * @param upTo position of the last event
 */
export const replay = async (
  file: string,
  registry: Registry<DomainEvent>,
  upTo: number,
): Promise<number> => {
  const opened = await openSqlite(file, { mode: 'read' })();
  if (E.isLeft(opened)) throw new Error(opened.left.text.en);
  const models = new ReadModels();
  await lastValueFrom(replayed(opened.right, registry, { upTo }).pipe(project(models)));
  await opened.right.close();
  const [broken] = models.quarantine.events;
  if (broken !== undefined)
    throw new Error(`Event ${broken.position} is in quarantine: ${broken.reason}, ${broken.detail}`);
  if (models.events.length !== upTo) throw new Error(`${models.events.length} events of ${upTo} came in.`);
  return upTo;
};

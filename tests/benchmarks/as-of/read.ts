import { openSqlite, replayed } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { project, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { lastValueFrom } from 'rxjs';

/** Reads the first so many events of a file into read models. */
export const read = async (file: string, upTo: number): Promise<ReadModels> => {
  const opened = await openSqlite(file, { mode: 'read' })();
  if (E.isLeft(opened)) throw new Error(opened.left.text.en);
  const models = new ReadModels();
  await lastValueFrom(replayed(opened.right, domainRegistry(), { upTo }).pipe(project(models)));
  await opened.right.close();
  if (models.events.length !== upTo) throw new Error(`${models.events.length} events of ${upTo} came in.`);
  return models;
};

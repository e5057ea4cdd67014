import { openSqlite } from '@burgernet/adapters';
import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';

const registry = domainRegistry();

/** Read models with so many events of a history, and the next ones, not read yet. */
export const growing = async (file: string, size: number, next: number) => {
  const opened = await openSqlite(file, { mode: 'read' })();
  if (E.isLeft(opened)) throw new Error(opened.left.text.en);
  const models = new ReadModels();
  const rest: StoredEvent[] = [];
  await opened.right.replay({ upTo: size + next }).forEach(({ events, handled }) => {
    for (const event of events)
      if (event.position <= size) models.handle(registry.decode(event));
      else rest.push(event);
    handled();
  });
  await opened.right.close();
  if (rest.length !== next) throw new Error(`${rest.length} events of ${next} came.`);
  let at = 0;
  return {
    /** Takes the next so many events into account, each validated. */
    take: (count: number): void => {
      for (const event of rest.slice(at, at + count)) models.handle(registry.decode(event));
      at += count;
      const [broken] = models.quarantine.events;
      if (broken !== undefined)
        throw new Error(`Event ${broken.position} is in quarantine: ${broken.detail}`);
    },
  };
};

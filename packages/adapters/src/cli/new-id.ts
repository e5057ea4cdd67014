import { randomUUID } from 'node:crypto';
import { Uuid } from '@burgernet/domain';

/** A random id. */
export const newId = (): Uuid => {
  const id: string = randomUUID();
  if (!Uuid.is(id)) throw new Error(`The system's random UUID "${id}" is none.`);
  return id;
};

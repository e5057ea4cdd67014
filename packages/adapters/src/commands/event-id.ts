import { type StreamName, Uuid } from '@burgernet/domain';
import { v5 } from 'uuid';

/** The namespace of everything that is named by a command. For ever: another one makes other ids. */
const namespace = 'd2e1028c-3908-442a-a62a-f91a2ad33d62';

/** The UUID that a name stands for, the same on every machine and on every repeat. */
export const derivedId = (name: string): Uuid => {
  const id = v5(name, namespace);
  if (!Uuid.is(id)) throw new Error(`A derived id is a UUID in lower case, and "${id}" is none.`);
  return id;
};

/**
 * The id of an event that a command brings about (domain: "Life of an action": the ids of its events
 * derive from the command's). The stream is part of it: the same command id on two streams is two commands.
 * The prefix of its name is not, so a copy under another prefix has the same ids.
 *
 * @param ordinal 0 for the first of them
 */
export const eventIdOf = ({ kind, id }: StreamName, commandId: Uuid, ordinal: number): Uuid =>
  derivedId(`${kind}-${id}/${commandId}/${ordinal}`);

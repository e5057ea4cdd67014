import type { StreamName, Uuid } from '@burgernet/domain';
import { uuidsIn } from './named-uuid.js';

/** The ids of everything that is named by a command. The namespace is for ever: another one makes other ids. */
const idOf = uuidsIn('d2e1028c-3908-442a-a62a-f91a2ad33d62');

/** A command looks for its first event by its id, and then makes the event: the id is the same. */
let last: { readonly name: string; readonly id: Uuid } | undefined;

/** The UUID that a name stands for, the same on every machine and on every repeat. */
export const derivedId = (name: string): Uuid => {
  if (name === last?.name) return last.id;
  last = { name, id: idOf(name) };
  return last.id;
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

import { randomUUID } from 'node:crypto';
import {
  type CommandDeps,
  type CommandOutcome,
  type CommandRequest,
  type EventStore,
  memoryStore,
  runCommand,
} from '@burgernet/adapters';
import {
  type ActionCommand,
  domainRegistry,
  type Role,
  type StoredEvent,
  streamOf,
  Uuid,
} from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { action, by, moment, start } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';

export const registry = domainRegistry();
export const newId = (): Uuid => valid(Uuid, randomUUID());
export const depsOn = (store: EventStore = memoryStore()): CommandDeps => ({ store, registry, newId });

/** A request for the action of the examples. */
export const ask = (
  role: Role,
  at: string,
  type: ActionCommand['type'],
  data: unknown,
  more: Partial<CommandRequest> = {},
): CommandRequest => ({
  kind: 'action',
  id: action,
  type,
  data,
  by: by(role),
  recordedAt: moment(at),
  ...more,
});

export const starting = (more: Partial<CommandRequest> = {}): CommandRequest =>
  ask('dispatcher', '18:03', 'StartAction', start, more);

/** Runs commands one after the other, each of which must succeed. */
export const run = async (
  deps: CommandDeps,
  ...requests: ReadonlyArray<CommandRequest>
): Promise<ReadonlyArray<CommandOutcome>> => {
  const outcomes: CommandOutcome[] = [];
  for (const request of requests) outcomes.push(await done(runCommand(deps)(request)));
  return outcomes;
};

export const stream = `burgernet.action-${action}`;

/** What stands in the stream of the action. */
export const standing = ({ store, prefix }: CommandDeps): Promise<ReadonlyArray<StoredEvent>> =>
  done(store.read(streamOf('action', action, prefix)));

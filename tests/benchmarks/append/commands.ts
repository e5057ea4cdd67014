import { type CommandRequest, type EventStore, runCommand } from '@burgernet/adapters';
import { domainRegistry, type Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { plan } from '../history/history.js';
import { municipalities } from '../history/municipalities.js';
import { Random } from '../history/random.js';
import { NoResult } from '../measuring/no-result.js';

/** Events of one stream at most. */
const mostOfStream = 10;

/** Of a history about so much of it is the first ten events of some stream, each of a command of its own. */
const usable = 0.4;

/** Streams that grow beside each other. */
const atOnce = 50;

const registry = domainRegistry();

/** Every command of a history has an id. */
const newId = (): Uuid => {
  throw new Error('A command came without an id.');
};

/** The first commands of each stream of a made-up history, up to one that writes several events. */
const livesOf = (seed: number, events: number): ReadonlyArray<ReadonlyArray<CommandRequest>> => {
  const lives = new Map<string, CommandRequest[]>();
  const closed = new Set<string>();
  for (const planned of plan({ seed, events, municipalities }))
    for (const { request, append } of planned) {
      const { stream, events } = append;
      if (events.length > 1) closed.add(stream);
      if (closed.has(stream)) continue;
      const life = lives.get(stream);
      if (life === undefined) lives.set(stream, [request]);
      else if (life.length < mostOfStream) life.push(request);
    }
  return [...lives.values()];
};

/**
 * Commands that write one event each: of fifty streams beside each other, in an order that the seed chooses.
 * Each stream takes one to ten of them, as its made-up history has it, and makes room for the next.
 *
 * @param count how many
 */
export const commandsFrom = (seed: number, count: number): ReadonlyArray<CommandRequest> => {
  const random = new Random(seed);
  const waiting = livesOf(seed, Math.ceil(count / usable) + 1_000).map((life) => life.values());
  const open = waiting.splice(0, atOnce);
  const requests: CommandRequest[] = [];
  while (requests.length < count && open.length > 0) {
    const at = random.between(0, open.length - 1);
    const next = open[at]?.next();
    if (next?.done === false) requests.push(next.value);
    else open.splice(at, 1, ...waiting.splice(0, 1));
  }
  if (requests.length < count)
    throw new NoResult(`A history came to ${requests.length} commands of the ${count} wanted.`);
  return requests;
};

/** Runs commands on a store, one after the other, each stored durably before the next. */
export const runnerOn = (store: EventStore): ((requests: ReadonlyArray<CommandRequest>) => Promise<void>) => {
  const run = runCommand({ store, registry, newId });
  return async (requests) => {
    for (const request of requests) {
      const outcome = await run(request)();
      if (E.isLeft(outcome)) throw new Error(outcome.left.text.en);
      if (outcome.right.events.length !== 1) throw new Error('A command wrote not one event.');
    }
  };
};

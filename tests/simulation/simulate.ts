import type { EventStore } from '@burgernet/adapters';
import { Uuid } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import type * as fc from 'fast-check';
import type { Network } from './client.js';
import { actionOf, requestOf, type Told } from './commands.js';
import { type Follower, startFollower } from './follower.js';
import type { Pieces } from './pieces.js';
import { startReader } from './reader.js';
import { startRestorer } from './restorer.js';
import type { Scenario } from './scenario.js';
import { Schedule } from './schedule.js';
import { Witness } from './witness.js';
import { newId, registry, type World } from './world.js';
import { startWriter } from './writer.js';

/** Ids of the commands of others, apart from those of a scenario. */
const othersFrom = 500_000;

/** A log with nobody at it yet. */
const emptyWorld = (schedule: Schedule, pieces: Pieces, { pageSize, isApart, tolerance }: Scenario) => {
  const log = pieces.newLog();
  const witness = new Witness(log);
  const open = (who: string, lookEvery: number | undefined): EventStore =>
    pieces.openStore({ ...log, lookEvery }, { turns: schedule.turnsOf(who), pageSize });
  const shared = open('all', undefined);
  let others = othersFrom;
  let underWay = 0;

  /** A command of somebody who is never in trouble. */
  const give = async (told: Told): Promise<void> => {
    const request = requestOf(told, others++);
    const run = pieces.runCommand({ store: shared, registry, newId, tolerance });
    const outcome = await run(request)();
    const commandId = valid(Uuid, request.commandId);
    if (outcome._tag === 'Right') witness.acknowledged(commandId, outcome.right);
    else witness.refused(commandId, outcome.left);
  };
  const network: Network = {
    schedule,
    outrun: (stream) => async () => {
      const action = actionOf(stream);
      if (action !== undefined) await give({ what: 'MeasureReach', action, n: others % 4 });
    },
    underWay: (messages) => {
      underWay += messages;
    },
  };
  const openStore = (who: string): EventStore => (isApart ? open(who, 20) : shared);
  const world: World = { schedule, pieces, network, witness, tolerance, openStore };
  return { world, give, isQuiet: () => underWay === 0 };
};

/** Whether a follower, and what it has saved, comes to what a fresh replay comes to. */
const compare = ({ witness }: World, { name, models, modelsKept }: Follower): void => {
  witness.agrees(name, models());
  witness.sameFigures(name, models());
  const kept = modelsKept();
  witness.agrees(`What ${name} saved`, kept);
  for (const event of witness.events(witness.last, kept.position)) kept.handle(registry.decode(event));
  witness.agrees(`What ${name} saved, and read on,`, kept);
};

/**
 * Lets writers, restorers, followers and readers at one log, in the order that the scheduler chooses, until
 * every command was answered, every message has come and every follower has caught up.
 *
 * @returns how often what happened
 * @throws Broken where a promise was not kept
 */
export const simulate = async (
  scenario: Scenario,
  scheduler: fc.Scheduler,
  pieces: Pieces,
): Promise<ReadonlyMap<string, number>> => {
  const schedule = new Schedule(scheduler);
  const { world, give, isQuiet } = emptyWorld(schedule, pieces, scenario);
  const { witness } = world;
  for (let action = 0; action < scenario.started; action++) await give({ what: 'StartAction', action, n: 0 });

  const followers = scenario.followers.map((plan, nth) => startFollower(world, `follower ${nth + 1}`, plan));
  const areDone = [
    ...scenario.writers.map((plan, nth) => {
      const requests = plan.gives.flatMap((which) => {
        const told = scenario.commands[which];
        return told === undefined ? [] : [requestOf(told, which + 1)];
      });
      return startWriter(world, `writer ${nth + 1}`, requests, plan);
    }),
    ...scenario.restorers.map((plan, nth) => startRestorer(world, `restorer ${nth + 1}`, plan)),
    ...scenario.readers.map((plan, nth) => startReader(world, `reader ${nth + 1}`, plan)),
  ];
  const isOver = (): boolean =>
    areDone.every((isDone) => isDone()) && isQuiet() && followers.every(({ isUpToDate }) => isUpToDate());

  await schedule.run(isOver, () => witness.look());
  witness.conclude();
  for (const follower of followers) compare(world, follower);
  return new Map([...schedule.happened, ['events', witness.last]]);
};

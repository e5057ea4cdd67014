import type { CommandError, CommandOutcome, CommandRequest } from '@burgernet/adapters';
import { Uuid } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import * as E from 'fp-ts/lib/Either.js';
import { clientOf } from './client.js';
import { live } from './life.js';
import type { Troubles } from './troubles.js';
import { newId, registry, type World } from './world.js';

/** Where it is written and how it fares. */
export interface WriterPlan {
  readonly crashes: ReadonlyArray<number>;
  readonly troubles: Troubles;
}

const outcomeOf = (outcome: E.Either<CommandError, CommandOutcome>): string => {
  if (E.isLeft(outcome)) return `command: ${outcome.left.tag}`;
  return outcome.right.repeated ? 'command: known already' : 'command: done';
};

/**
 * A process that gives commands, one after the other, each until it is acknowledged or refused: where
 * nobody knows what became of it, it gives it again. After a crash it begins with the first of which it
 * was told nothing.
 *
 * @returns whether it was told of all
 */
export const startWriter = (
  { schedule, pieces, network, witness, tolerance, openStore }: World,
  name: string,
  requests: ReadonlyArray<CommandRequest>,
  { crashes, troubles }: WriterPlan,
): (() => boolean) => {
  const client = clientOf(network, troubles);
  const given = requests.map(() => 0);
  let told = 0;
  // Run times come to their end meanwhile. Who starts again does not know what is still under way, and is there at once.
  const after = crashes.length === 0 ? 1_800_000 : 1_000;
  live(schedule, name, crashes, async (life) => {
    const run = pieces.runCommand({
      store: client(openStore(name), life),
      registry,
      newId,
      tolerance,
      pause: (attempt) => () => life.turns('pauses', attempt),
    });
    for (let failures = 0; ; ) {
      const request = requests[told];
      if (request === undefined) return;
      await life.turn('gives a command');
      const nth = given[told] ?? 0;
      given[told] = nth + 1;
      const outcome = await run(pieces.givenAgain(request, nth, after))();
      const commandId = valid(Uuid, request.commandId);
      schedule.note(outcomeOf(outcome));
      if (outcome._tag === 'Left' && pieces.isOpen(outcome.left)) {
        failures++;
        await life.turns('waits', failures);
        continue;
      }
      if (outcome._tag === 'Right') witness.acknowledged(commandId, outcome.right);
      else witness.refused(commandId, outcome.left);
      told++;
      failures = 0;
    }
  });
  return () => told === requests.length;
};

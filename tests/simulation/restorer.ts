import type { Append, AppendOutcome, EventStore } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { log } from '../support/log.js';
import { inhabitants, participants } from '../support/said.js';
import { Broken } from './broken.js';
import { clientOf } from './client.js';
import { live } from './life.js';
import { isUnanswered } from './pieces.js';
import type { World } from './world.js';
import type { WriterPlan } from './writer.js';

/** How it goes about it, one batch after the other or all at once, and how it fares. */
export interface RestorerPlan extends WriterPlan {
  readonly isAtOnce: boolean;
}

/** Events that were made elsewhere, in batches. */
const batches: ReadonlyArray<Append> = (() => {
  const events = log(
    participants('GM0034', '2021-01-01', 900, '2021-01-02T12:00'),
    inhabitants('GM0034', '2021-01-01', 200_000),
    participants('GM0034', '2021-06-01', 950),
    participants('GM0034', '2021-07-01', 960),
    participants('GM0034', '2021-10-01', 990),
    participants('GM0034', '2021-12-01', 1_000),
  );
  return [0, 2, 4].flatMap((at) => {
    const [one, two] = events.slice(at, at + 2);
    if (one === undefined || two === undefined) return [];
    return [
      {
        stream: one.stream,
        expected: one.revision === 0 ? 'no-stream' : one.revision - 1,
        events: [one, two],
      } satisfies Append,
    ];
  });
})();

const alone = (store: EventStore, append: Append) =>
  pipe(
    store.append(append),
    TE.map((appended): ReadonlyArray<AppendOutcome> => [{ tag: 'done', appended }]),
  );

/**
 * A process that restores events as an import does: batches as they are, each until it is acknowledged.
 * After a crash it begins at the beginning. None may be refused, for nobody else writes to that stream,
 * unless another one restores the very same.
 *
 * @returns whether all was acknowledged
 */
export const startRestorer = (
  { schedule, network, witness, openStore }: World,
  name: string,
  { isAtOnce, crashes, troubles }: RestorerPlan,
): (() => boolean) => {
  const client = clientOf(network, troubles);
  let isDone = false;
  live(schedule, name, crashes, async (life) => {
    const store = client(openStore(name), life);
    const groups = isAtOnce ? [batches] : batches.map((batch) => [batch]);
    for (const group of groups) {
      for (let failures = 0; ; ) {
        const [first] = group;
        const outcomes = await (group.length === 1 && first !== undefined
          ? alone(store, first)
          : store.appendAll(group))();
        if (E.isRight(outcomes)) {
          if (outcomes.right.length < group.length || outcomes.right.some(({ tag }) => tag === 'refused'))
            throw new Broken(`A batch of ${name} was refused: ${JSON.stringify(outcomes.right.at(-1))}`);
          for (const batch of group) witness.restored(batch);
          break;
        }
        if (!isUnanswered(outcomes.left))
          throw new Broken(`A batch of ${name} was refused: ${outcomes.left.text.en}`);
        failures++;
        await life.turns('waits', failures);
      }
    }
    isDone = true;
  });
  return () => isDone;
};

import { domainRegistry, parseStream, type StoredEvent } from '@burgernet/domain';
import { type AsOf, isKnownBy, type ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../event-store/port.js';
import { type Step, type Stories, stepsOf } from '../report/story/steps.js';
import type { Failure } from './failure.js';
import { storeFailure } from './store-failure.js';

/** The steps of a stream that were known then: what came later is no part of the story. */
const knownSteps = (
  steps: ReadonlyArray<Step>,
  stream: string,
  models: ReadModels,
  asOf: AsOf,
): ReadonlyArray<Step> => {
  const action = models.streams.action(stream);
  if (action === undefined) return steps;
  // Events of one stream have no position of their own in every store; the ledger has it of each it took.
  return steps.filter((step) => {
    if (step.tag === 'Unread') return false;
    const row = models.events.find(step.recorded.eventId, action.number);
    if (row === undefined) return false;
    const { position, recordedAt } = models.events.event(row);
    return isKnownBy(asOf, position, recordedAt);
  });
};

/**
 * The streams of some events, read from the store, each as it was known then.
 *
 * @param url the store's, to be named where it cannot be read
 */
export const storiesOf = (
  store: EventStore,
  url: string,
  events: ReadonlyArray<{ readonly stream: string }>,
  models: ReadModels,
  asOf: AsOf,
): TE.TaskEither<Failure, Stories> => {
  const registry = domainRegistry();
  const story = (name: string) => (stored: ReadonlyArray<StoredEvent>) =>
    [name, knownSteps(stepsOf(registry, parseStream(name)?.id ?? name, stored), name, models, asOf)] as const;
  return pipe(
    [...new Set(events.map(({ stream }) => stream))],
    TE.traverseSeqArray((name) => pipe(store.read(name), TE.map(story(name)))),
    TE.bimap(storeFailure(url), (stories) => new Map(stories)),
  );
};

// Property tests of another service's own projection, for every compiler that it may have.
import { actionDecider } from '@burgernet/domain/action';
import { given, type History, histories } from '@burgernet/domain/testing';
import { type Checked, checkLaws, laws, lawsFor, type Subject } from '@burgernet/projections/testing';
import * as fc from 'fast-check';

/** The ids of events, by stream. */
type Ids = ReadonlyMap<string, ReadonlySet<string>>;

const ids: Subject<Ids> = {
  name: 'ids of events',
  initial: () => new Map(),
  handle: (state, { eventId, stream }) => new Map(state).set(stream, new Set(state.get(stream)).add(eventId)),
  answer: (state) => state,
  restart: (state) => new Map(state),
};

export const checked: Checked = checkLaws(ids, { runs: 10 });
export const names: ReadonlyArray<string> = lawsFor(ids).map(({ law }) => law);
laws.replayDeterminism(ids, { runs: 10 });

// @ts-expect-error a law is only for a projection that can do what it is about
laws.asOfStability(ids, { runs: 10 });

fc.assert(
  fc.property(
    histories({ actions: 2 }),
    ({ stored, deliveries }: History) => stored.length <= deliveries.length,
  ),
  { numRuns: 10 },
);
export const before = given(actionDecider, []);

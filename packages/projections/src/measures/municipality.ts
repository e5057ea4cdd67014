import {
  type CountedThing,
  type MunicipalityEvent,
  type MunicipalityState,
  type StandingCount,
  thingCounted,
} from '@burgernet/domain';
import type { Changed } from '../ledger/difference.js';
import type { Cause, Contribution, Measure } from '../ledger/posting.js';

const measureOf = (thing: CountedThing): Measure => {
  switch (thing) {
    case 'participants.sms-voice':
    case 'participants.mail':
    case 'inhabitants':
    case 'safety-officers':
      return thing;
    case 'app-downloads':
      return 'app.downloads';
  }
};

const contribution = (
  { region, year, municipality }: MunicipalityState,
  { thing, at, count }: StandingCount,
): Contribution => ({
  measure: measureOf(thing),
  region,
  year,
  month: Number(at.slice(5, 7)),
  municipality,
  type: null,
  detail: thing === 'app-downloads' ? '' : at,
  amount: count,
});

/**
 * What a municipality's year contributes: one amount per thing and date or month. The detail of a stock
 * is its reference date; that of downloads is empty, their month stands in the key.
 */
export const municipalityContributions = (
  state: MunicipalityState | undefined,
): ReadonlyArray<Contribution> =>
  state === undefined ? [] : state.counts.map((count) => contribution(state, count));

/** The difference that an event makes: of the one count that came, or that took another's place. */
export const municipalityChanges = (
  before: MunicipalityState | undefined,
  after: MunicipalityState | undefined,
  changed: Changed,
): void => {
  if (after === undefined) return;
  after.counts.forEach((is, at) => {
    const was = before?.counts[at];
    if (was === undefined) changed(contribution(after, is), is.count, 1);
    else if (was.count !== is.count) changed(contribution(after, is), is.count - was.count, 0);
  });
};

/** Why a count changes figures: whether one of the same thing stood before. */
export const municipalityCause = (before: MunicipalityState | undefined, event: MunicipalityEvent): Cause => {
  const { thing, at } = thingCounted(event);
  return before?.counts.some((one) => one.thing === thing && one.at === at) === true ? 'recount' : 'new';
};

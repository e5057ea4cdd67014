import {
  type CountedThing,
  type MunicipalityEvent,
  type MunicipalityState,
  thingCounted,
} from '@burgernet/domain';
import type { Cause, Contribution, Measure } from '../ledger/posting.js';
import { contributionsOf, type Part } from './part.js';

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

/**
 * What a municipality's year contributes: one amount per thing and date or month. The detail of a stock
 * is its reference date; that of downloads is empty, their month stands in the key.
 */
const counts: Part<MunicipalityState> = (state, beside) =>
  state.counts
    .filter((count, at) => count !== beside?.counts[at])
    .map(({ thing, at, count }) => ({
      measure: measureOf(thing),
      region: state.region,
      year: state.year,
      month: Number(at.slice(5, 7)),
      municipality: state.municipality,
      type: null,
      detail: thing === 'app-downloads' ? '' : at,
      amount: count,
    }));

/** What a municipality's year contributes to the statistics. */
export const municipalityParts: ReadonlyArray<Part<MunicipalityState>> = [counts];

/** All that a municipality's year contributes to the statistics. */
export const municipalityContributions = (
  state: MunicipalityState | undefined,
): ReadonlyArray<Contribution> => contributionsOf(municipalityParts, state);

/** Why a count changes figures: whether one of the same thing stood before. */
export const municipalityCause = (before: MunicipalityState | undefined, event: MunicipalityEvent): Cause => {
  const { thing, at } = thingCounted(event);
  return before?.counts.some((one) => one.thing === thing && one.at === at) === true ? 'recount' : 'new';
};

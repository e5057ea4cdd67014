import { type Instant, periodOf, type Region } from '@burgernet/domain';
import type { FrozenStream } from '../folding/quarantine.js';
import type { AsOf } from '../ledger/as-of.js';
import type { Contribution } from '../ledger/posting.js';
import { actionContributions } from '../measures/action.js';
import { mailingContributions } from '../measures/mailing.js';
import { municipalityContributions } from '../measures/municipality.js';
import type { ReadModels } from '../read-models/read-models.js';
import type { Definition } from './definition.js';
import { isAsked, type Query } from './slice.js';

const contributionsOf = (
  models: ReadModels,
  { kind, name }: FrozenStream,
): ReadonlyArray<Contribution> | undefined => {
  const { streams } = models;
  switch (kind) {
    case 'action': {
      const state = streams.action(name)?.state;
      return state === undefined ? undefined : actionContributions(state);
    }
    case 'mailing': {
      const state = streams.mailing(name)?.state;
      return state === undefined ? undefined : mailingContributions(state);
    }
    case 'municipality': {
      const state = streams.municipality(name)?.state;
      return state === undefined ? undefined : municipalityContributions(state);
    }
    case 'publication':
      return [];
  }
};

const yearOf = (recordedAt: Instant | undefined): number =>
  recordedAt === undefined ? Number.POSITIVE_INFINITY : periodOf(recordedAt).year;

/**
 * Whether a figure touches a frozen stream (domain: "What cannot be read"): one that contributes under
 * the keys asked, or one of which nothing is known and that may therefore contribute to any year up to
 * the one in which it was recorded.
 */
export const isIncomplete = (
  models: ReadModels,
  definition: Definition,
  query: Query,
  asOf: AsOf,
  region: Region | undefined,
): boolean =>
  models.quarantine.frozenAsOf(asOf).some((frozen) => {
    if (frozen.kind !== definition.about) return false;
    const contributions = contributionsOf(models, frozen);
    if (contributions === undefined) return query.year <= yearOf(frozen.recordedAt);
    return contributions.some(
      (one) =>
        one.year === query.year &&
        (region === undefined || one.region === region) &&
        isAsked({ ...one, presence: 1 }, query),
    );
  });

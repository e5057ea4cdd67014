import { type Instant, parseStream, periodOf, type Region } from '@burgernet/domain';
import type { FrozenStream } from '../folding/quarantine.js';
import type { AsOf } from '../ledger/as-of.js';
import type { Contribution } from '../ledger/posting.js';
import { actionContributions } from '../measures/action.js';
import { mailingContributions } from '../measures/mailing.js';
import type { ReadModels } from '../read-models/read-models.js';
import type { Definition } from './definition.js';
import { isAsked, type Query } from './query.js';

/** What is asked of a figure. */
interface Asked {
  readonly definition: Definition;
  readonly query: Query;
  readonly region: Region | undefined;
}

/** The year up to which a stream of which nothing was read may contribute: nothing starts after its recording. */
const yearOf = (recordedAt: Instant | undefined): number =>
  recordedAt === undefined ? Number.POSITIVE_INFINITY : periodOf(recordedAt).year;

const isOfRegion = (region: Region | undefined, one: Region | undefined): boolean =>
  region === undefined || one === undefined || region === one;

/** Whether what a stream says under this key may be part of what is asked. */
const touches = (
  contributions: ReadonlyArray<Contribution>,
  { query, region }: Asked,
  isPlaceCertain: boolean,
): boolean => {
  const { year, month } = query;
  const asked: Query = isPlaceCertain ? query : { year, ...(month === undefined ? {} : { month }) };
  return contributions.some(
    (one) => one.year === year && isOfRegion(region, one.region) && isAsked(one, asked),
  );
};

/** Whether nothing that was not read of an action can have changed its municipality or its type. */
const isPlaceCertain = (models: ReadModels, stream: string): boolean =>
  models.quarantine.events.every(
    ({ stream: of, type, reason }) =>
      of !== stream || (reason !== 'unknown-type' && reason !== 'foreign-stream' && type !== 'ActionChanged'),
  );

const touchesMunicipality = (models: ReadModels, name: string, asked: Asked): boolean => {
  const { definition, query, region } = asked;
  const id = parseStream(name, models.prefix)?.id ?? '';
  const [code, year] = [id.slice(0, 6), Number(id.slice(7))];
  if (query.municipality !== undefined && query.municipality !== code) return false;
  if (!isOfRegion(region, models.streams.municipality(name)?.state?.region)) return false;
  // A stock is divided by inhabitants that may have been counted years before.
  return definition.kind === 'stock' ? query.year >= year : query.year === year;
};

/** Whether a frozen stream of the aggregate that the figure counts may belong to what is asked. */
const touchesFrozen = (models: ReadModels, { name, recordedAt }: FrozenStream, asked: Asked): boolean => {
  const { streams } = models;
  switch (asked.definition.about) {
    case 'action': {
      const state = streams.action(name)?.state;
      if (state === undefined) return asked.query.year <= yearOf(recordedAt);
      return touches(actionContributions(state), asked, isPlaceCertain(models, name));
    }
    case 'mailing': {
      const state = streams.mailing(name)?.state;
      if (state === undefined) return asked.query.year <= yearOf(recordedAt);
      return touches(mailingContributions(state), asked, true);
    }
    case 'municipality':
      return touchesMunicipality(models, name, asked);
  }
};

/**
 * Whether a figure touches a frozen stream (domain: "What cannot be read"): one whose unread events may
 * belong under the keys that are asked. Where that cannot be excluded, it does.
 */
export const isIncomplete = (
  models: ReadModels,
  definition: Definition,
  query: Query,
  asOf: AsOf,
  region: Region | undefined,
): boolean =>
  models.quarantine
    .frozenAsOf(asOf)
    .some(
      (frozen) =>
        frozen.kind === definition.about && touchesFrozen(models, frozen, { definition, query, region }),
    );

import { type DomainEvent, domainRegistry, type Region, type StoredEvent } from '@burgernet/domain';
import {
  type AsOf,
  currentDefinitions,
  Figures,
  type FigureValue,
  measures,
  type Query,
  ReadModels,
} from '@burgernet/projections';

const registry = domainRegistry();

/** Reads events into new read models, in the order in which they are given. */
export const readAll = (events: ReadonlyArray<StoredEvent>): ReadModels => {
  const models = new ReadModels();
  for (const event of events) models.handle(registry.decode(event));
  return models;
};

/** The event of the domain that a stored one is; a test's history always reads. */
export const decoded = (stored: StoredEvent): DomainEvent => {
  const read = registry.decode(stored);
  if (read._tag === 'Left') throw new Error(read.left.detail);
  return read.right.event;
};

/** The years in which a history counts anything. */
export const yearsOf = (models: ReadModels): ReadonlyArray<number> => [
  ...new Set(measures.flatMap((measure) => models.ledger.years(measure))),
];

/** Everything that can be asked of one year: all of it, and each month, municipality and type. */
export const questions = (models: ReadModels, year: number): ReadonlyArray<Query> => {
  const figures = new Figures(models, 'latest');
  const cells = measures.flatMap((measure) => figures.slice.cells(measure, year));
  return [
    { year },
    ...Array.from({ length: 12 }, (_, month) => ({ year, month: month + 1 })),
    ...[...new Set(cells.map(({ municipality }) => municipality))].map((municipality) => ({ year, municipality })),
    ...[...new Set(cells.map(({ type }) => type))].map((type) => ({ year, type })),
  ];
};

/** One question with its answer. */
export interface Answer {
  readonly figure: string;
  readonly region: Region | undefined;
  readonly query: Query;
  readonly value: FigureValue;
}

/**
 * Every figure to every question, for each region and the country.
 *
 * @param asked whose questions are asked, where those are another's: an earlier state of the same history
 */
export const answers = (models: ReadModels, asOf: AsOf, asked: ReadModels = models): ReadonlyArray<Answer> =>
  [undefined, ...asked.ledger.regions()].flatMap((region) => {
    const figures = new Figures(models, asOf, region);
    return yearsOf(asked).flatMap((year) =>
      questions(asked, year).flatMap((query) =>
        currentDefinitions.map((definition) => ({
          figure: definition.name,
          region,
          query,
          value: figures.value(definition, query),
        })),
      ),
    );
  });

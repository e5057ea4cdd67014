import { type DomainEvent, parseStream, periodOf } from '@burgernet/domain';
import {
  type AsOf,
  currentDefinitions,
  type Definition,
  evaluate,
  Figures,
  type FigureValue,
  ReadModels as NoModels,
  pairOf,
  type Query,
  type ReadModels,
  restate,
  Slice,
} from '@burgernet/projections';
import type { AmountChange, Amounts, Subject } from '@burgernet/projections/testing';
import { questions, yearsOf } from '../../../support/read.js';
import { type Read, read } from './models.js';

/** What a figure says where nothing happened. */
const ofNothing = new Map(
  currentDefinitions.map((definition) => [
    definition,
    new Figures(new NoModels(), 'latest').value(definition, { year: 2021 }),
  ]),
);

const saysNothing = (definition: Definition, value: FigureValue): boolean => {
  const nothing = ofNothing.get(definition);
  switch (value.kind) {
    case 'value':
      return nothing?.kind === 'value' && value.value === nothing.value;
    case 'ratio':
      return (
        nothing?.kind === 'ratio' &&
        value.numerator === nothing.numerator &&
        value.denominator === nothing.denominator
      );
    case 'by-method':
      return value.rows.length === 0;
  }
};

/** A question in words. */
const asked = (region: string | undefined, { year, ...part }: Query): string =>
  [region ?? 'all regions', year, ...Object.entries(part).map(([of, is]) => `${of} ${is}`)].join(', ');

/**
 * Every figure to every question of the years that a definition is wanted of, for each region and all, but
 * what says that nothing happened: whoever never heard of a month is not asked about it.
 */
const answered = (
  models: ReadModels,
  asOf: AsOf,
  years: ReadonlyArray<number>,
  isWanted: (definition: Definition) => boolean,
): Readonly<Record<string, FigureValue>> => {
  const answers: Record<string, FigureValue> = {};
  const wanted = currentDefinitions.filter(isWanted);
  const all = years.flatMap((year) => questions(models, year));
  for (const region of [undefined, ...models.ledger.regions()]) {
    const figures = new Figures(models, asOf, region);
    for (const query of all) {
      const question = asked(region, query);
      for (const definition of wanted) {
        const value = figures.value(definition, query);
        if (!saysNothing(definition, value)) answers[`${definition.name}, ${question}`] = value;
      }
    }
  }
  return answers;
};

/** The year in which what an event began counts; `undefined` where it counts in none. */
const yearOf = (event: DomainEvent | undefined): number | undefined =>
  event?.type === 'ActionStarted'
    ? periodOf(event.data.startedAt).year
    : event?.type === 'MailingSent'
      ? periodOf(event.data.sentAt).year
      : undefined;

/** Some of all that can be asked, since every restatement of every one takes long: a year, and a part of it. */
const someQuestions = (models: ReadModels): ReadonlyArray<readonly [Definition, Query, Slice['region']]> => {
  const regions = [undefined, ...models.ledger.regions()];
  const pick = models.position;
  const years = yearsOf(models);
  const year = years[pick % Math.max(1, years.length)];
  if (year === undefined) return [];
  const all = questions(models, year);
  return [{ year }, all[(pick * 7 + 3) % all.length] ?? { year }].flatMap((query, nth) =>
    currentDefinitions.map(
      (definition) => [definition, query, regions[(pick + nth) % regions.length]] as const,
    ),
  );
};

const nameOf = (definition: Definition, query: Query, region: Slice['region']): string =>
  `${definition.name}, ${asked(region, query)}`;

/** The figures, as anybody may ask them. */
export const figures = {
  ...read,
  name: 'figures',
  answer: ({ models }) => answered(models, 'latest', yearsOf(models), () => true),
  answerAsOf: ({ models }, asOf) => answered(models, asOf, yearsOf(models), () => true),
  partsOf: ([first]) => {
    const { kind, id } = parseStream(first?.stream ?? '') ?? {};
    if (kind === 'municipality') {
      // Participants of a year are divided by the inhabitants of it or of the last year that counted them.
      const counted = Number(id?.slice(-4));
      return [0, 1, 2, 3].map((later) => `municipality ${counted + later}`);
    }
    const year = yearOf(first?.event);
    return year === undefined ? [] : [`${kind} ${year}`];
  },
  answerOf: ({ models }, part) => {
    const [about, year] = part.split(' ');
    return answered(models, 'latest', [Number(year)], (definition) => definition.about === about);
  },
  amountsAsOf: ({ models }, asOf): Amounts =>
    Object.fromEntries(
      someQuestions(models).flatMap(([definition, query, region]) => {
        const pair = pairOf(evaluate(definition, new Slice(models.ledger, asOf, region), query));
        const name = nameOf(definition, query, region);
        return [
          [`${name}, numerator`, pair.numerator],
          [`${name}, denominator`, pair.denominator],
        ];
      }),
    ),
  restate: ({ models }, from, to): ReadonlyArray<AmountChange> =>
    someQuestions(models).flatMap(([definition, query, region]) => {
      const slices = [from, to].map((asOf) => new Slice(models.ledger, asOf, region));
      const [earlier, later] = slices;
      if (earlier === undefined || later === undefined) throw new Error('Two moments.');
      const name = nameOf(definition, query, region);
      return restate(definition, earlier, later, query).changes.flatMap(({ events }) =>
        events.flatMap(({ position, numerator, denominator }) => [
          { name: `${name}, numerator`, amount: numerator, position },
          { name: `${name}, denominator`, amount: denominator, position },
        ]),
      );
    }),
} satisfies Subject<Read>;

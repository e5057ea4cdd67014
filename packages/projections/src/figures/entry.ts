import { monthOf, type PublishedKey, type Region } from '@burgernet/domain';
import type { AsOf } from '../ledger/as-of.js';
import type { PublishedYear } from '../read-models/publications.js';
import type { ReadModels } from '../read-models/read-models.js';
import type { Definition } from './definition.js';
import { evaluate, type FigureValue } from './evaluate.js';
import { isIncomplete } from './incomplete.js';
import type { Query } from './query.js';
import { Slice } from './slice.js';

/** A printed number beside a figure, as `figure --json` shows it. */
export interface PublishedBeside {
  readonly part: 'value' | 'numerator' | 'denominator' | 'percentage';
  /** as printed; absent where the cell is empty */
  readonly value?: string;
  readonly kind: 'exact' | 'rounded' | 'at-least' | 'not-stated';
}

/** A figure as people and services get it. */
export interface FigureEntry {
  readonly version: number;
  readonly value?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /** one decimal; `null` where there is nothing to divide by */
  readonly percentage?: string | null;
  /** counts taken in different ways, which are never added */
  readonly byMethod?: ReadonlyArray<{ readonly method: string; readonly value: number }>;
  /** what publications state of it at this key; an annotation of the present */
  readonly published?: ReadonlyArray<PublishedBeside>;
  /** it rests on a reconstruction, and no publication states it at this key */
  readonly assumed?: true;
  /** it touches a stream that could not be read to its end */
  readonly incomplete?: true;
}

/** A value in the form in which people and services get it. */
export const figureShape = (value: FigureValue): Omit<FigureEntry, 'version'> => {
  switch (value.kind) {
    case 'value':
      return { value: value.value };
    case 'ratio':
      return { numerator: value.numerator, denominator: value.denominator, percentage: value.percentage };
    case 'by-method':
      return { value: null, byMethod: value.rows };
  }
};

const isNotStated = (value: FigureValue): boolean =>
  value.kind === 'value' ? value.value === null : value.kind === 'ratio' && value.numerator === null;

/** The key under which a publication states what is asked. */
export const publishedKey = ({ year, month, municipality, type }: Query): PublishedKey => ({
  ...(municipality === undefined ? {} : { municipality }),
  ...(type === undefined ? {} : { type }),
  ...(month === undefined ? {} : { month: monthOf(year, month) }),
});

/** Answers questions about figures of one region (or the country), as known at one moment. */
export class Figures {
  readonly slice: Slice;
  readonly #published = new Map<number, PublishedYear>();

  constructor(
    private readonly models: ReadModels,
    readonly asOf: AsOf,
    readonly region?: Region,
  ) {
    this.slice = new Slice(models.ledger, asOf, region);
  }

  /** What publications state of the year. */
  published(year: number): PublishedYear {
    const known = this.#published.get(year);
    if (known !== undefined) return known;
    const published = this.models.published(this.region, year);
    this.#published.set(year, published);
    return published;
  }

  /** The value alone. */
  value(definition: Definition, query: Query): FigureValue {
    return evaluate(definition, this.slice, query);
  }

  /** The figure with what is said beside it: published, assumed, incomplete. */
  entry(definition: Definition, query: Query): FigureEntry {
    const value = this.value(definition, query);
    const printed = this.published(query.year).at(definition.name, publishedKey(query));
    const isPublished = printed.some(({ kind }) => kind !== 'not-stated');
    const isAssumed =
      !isPublished && !isNotStated(value) && this.models.isReconstructed(definition, this.region, query.year);
    return {
      version: definition.version,
      ...figureShape(value),
      ...(printed.length === 0
        ? {}
        : {
            published: printed.map(({ part, kind, value: text }) => ({
              part,
              ...(text === undefined ? {} : { value: text }),
              kind,
            })),
          }),
      ...(isAssumed ? { assumed: true as const } : {}),
      ...(isIncomplete(this.models, definition, query, this.asOf, this.region)
        ? { incomplete: true as const }
        : {}),
    };
  }
}

/** Which dimensions of what is asked a figure does not have, such as the type of a mailing. */
export const unknownDimensions = (definition: Definition, query: Query): ReadonlyArray<string> =>
  (['month', 'municipality', 'type'] as const).filter(
    (dimension) => query[dimension] !== undefined && !definition.dimensions.includes(dimension),
  );

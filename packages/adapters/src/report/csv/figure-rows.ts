import type { FigureEntry, PublishedBeside } from '@burgernet/projections';

/** One number of a figure, with what was printed of it. */
export interface FigurePart {
  readonly part: PublishedBeside['part'];
  /** how it was counted, where counts taken in different ways are kept apart */
  readonly method: string | null;
  /** digits with a decimal point; `null` where it is not stated */
  readonly value: string | null;
  readonly published: PublishedBeside | undefined;
}

const parts = ['value', 'numerator', 'denominator', 'percentage'] as const;

const digits = (value: number | string | null): string | null => (value === null ? null : String(value));

/** The numbers of a figure one by one; a part that is only printed, never computed, is there too. */
export const partsOf = (entry: FigureEntry): ReadonlyArray<FigurePart> => {
  const { byMethod } = entry;
  if (byMethod !== undefined)
    return byMethod.map(({ method, value }) => ({
      part: 'value',
      method,
      value: String(value),
      published: undefined,
    }));
  return parts.flatMap((part) => {
    const value = entry[part];
    const published = entry.published?.find((printed) => printed.part === part);
    return value === undefined && published === undefined
      ? []
      : [{ part, method: null, value: digits(value ?? null), published }];
  });
};

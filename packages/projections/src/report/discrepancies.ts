import type { PublishedYear } from '../read-models/publications.js';

/** A published total that its published rows do not add up to. */
export interface Discrepancy {
  readonly figure: string;
  readonly by: 'municipality' | 'type' | 'month';
  /** what the rows add up to */
  readonly rows: number;
  /** the total as printed */
  readonly published: number;
  /** published less rows */
  readonly difference: number;
  /** how the total is meant */
  readonly kind: 'exact' | 'rounded' | 'at-least' | 'not-stated';
}

const dimensions = ['municipality', 'type', 'month'] as const;

/**
 * Where the published rows of a table do not add up to the published total. It follows from the
 * publication alone and changes no figure; percentages are never added.
 */
export const discrepanciesOf = (published: PublishedYear): ReadonlyArray<Discrepancy> => {
  const totals = published.rows.filter(
    ({ key, part }) => Object.keys(key).length === 0 && (part === 'value' || part === 'numerator'),
  );
  return totals.flatMap(({ figure, part, value, kind }) =>
    dimensions.flatMap((by): ReadonlyArray<Discrepancy> => {
      const rows = published.rows.filter((row) => {
        const keys = Object.keys(row.key);
        return row.figure === figure && row.part === part && keys.length === 1 && keys[0] === by;
      });
      if (rows.length === 0 || value === undefined) return [];
      const sum = rows.reduce((total, row) => total + Number(row.value ?? 0), 0);
      const total = Number(value);
      return sum === total
        ? []
        : [{ figure, by, rows: sum, published: total, difference: total - sum, kind }];
    }),
  );
};

import type { Printed } from '@burgernet/domain';
import type { PublishedYear } from '../read-models/publications.js';

/** A count as printed; an average or a percentage adds up to nothing. */
const isCount = (value: string | undefined): value is Printed =>
  value !== undefined && /^[0-9]+$/.test(value);

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
      const stated = rows.filter(({ kind: how }) => how !== 'not-stated');
      if (stated.length === 0 || !isCount(value) || !stated.every((row) => isCount(row.value))) return [];
      const sum = stated.reduce((total, row) => total + Number(row.value), 0);
      const total = Number(value);
      // A lower bound that holds says nothing wrong.
      if (sum === total || (kind === 'at-least' && sum > total)) return [];
      return [{ figure, by, rows: sum, published: total, difference: total - sum, kind }];
    }),
  );
};

import type { FigureEntry } from '../figures/entry.js';
import type { AnnualReport } from './annual-report.js';

/** A figure in two years. */
export interface ComparedFigure {
  readonly name: string;
  /** of a figure that was counted in several ways, which of them this is; then it has a row for each */
  readonly method?: string;
  /** in the earlier year, or the one that is compared with; `null`: not stated */
  readonly from: number | null;
  readonly to: number | null;
  /** percentages with one decimal, of ratios */
  readonly fromPercentage: string | null;
  readonly toPercentage: string | null;
  /** `null` where one of the two is not stated */
  readonly change: number | null;
  /**
   * by how much it was multiplied, two decimals, rounded half up; `null` where one of the two is not stated
   * or nothing can be multiplied to come to it
   */
  readonly factor: string | null;
  /** whether what is not known exactly is in either of the two */
  readonly assumed?: true;
  /** whether events that could not be read are missing from either of the two */
  readonly incomplete?: true;
  /** the same of each year by itself */
  readonly fromAssumed?: true;
  readonly fromIncomplete?: true;
  readonly toAssumed?: true;
  readonly toIncomplete?: true;
}

/** A quotient of whole numbers from 0 with two decimals, rounded half up. @returns `null` where it divides by 0 */
export const factorOf = (to: number, from: number): string | null => {
  if (from === 0) return null;
  const [n, d] = [BigInt(to), BigInt(from)];
  const hundredths = (200n * n + d) / (2n * d);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
};

/** Of a figure counted in several ways one of them, else the whole. */
const amountOf = (entry: FigureEntry | undefined, method: string | undefined): number | null =>
  method === undefined
    ? (entry?.value ?? entry?.numerator ?? null)
    : (entry?.byMethod?.find((one) => one.method === method)?.value ?? null);

/**
 * The ways in which a figure was counted in either year, `undefined` for a whole: where only one year has
 * several, what the other came to has a row of its own, since nobody says which of them it is.
 */
const methodsOf = (...entries: ReadonlyArray<FigureEntry | undefined>): ReadonlyArray<string | undefined> => {
  const methods = new Set(entries.flatMap((entry) => entry?.byMethod ?? []).map(({ method }) => method));
  const hasWhole = methods.size === 0 || entries.some((entry) => amountOf(entry, undefined) !== null);
  return [...(hasWhole ? [undefined] : []), ...methods];
};

/** Every figure of a report beside the same of another year, in the order of the report. */
export const compareYears = (report: AnnualReport, with_: AnnualReport): ReadonlyArray<ComparedFigure> =>
  Object.entries(report.figures).flatMap(([name, entry]) => {
    const other = with_.figures[name];
    return methodsOf(other, entry).map((method): ComparedFigure => {
      const [from, to] = [amountOf(other, method), amountOf(entry, method)];
      return {
        name,
        ...(method === undefined ? {} : { method }),
        from,
        to,
        fromPercentage: other?.percentage ?? null,
        toPercentage: entry.percentage ?? null,
        change: from === null || to === null ? null : to - from,
        factor: from === null || to === null ? null : factorOf(to, from),
        ...((other?.assumed ?? entry.assumed) ? { assumed: true } : {}),
        ...((other?.incomplete ?? entry.incomplete) ? { incomplete: true } : {}),
        ...(other?.assumed ? { fromAssumed: true } : {}),
        ...(other?.incomplete ? { fromIncomplete: true } : {}),
        ...(entry.assumed ? { toAssumed: true } : {}),
        ...(entry.incomplete ? { toIncomplete: true } : {}),
      };
    });
  });

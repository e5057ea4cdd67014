import type { Region } from '@burgernet/domain';
import type { AsOf, FigureEntry, Query } from '@burgernet/projections';

/** The answer to one question about a figure, ready to be drawn. */
export interface FigureAnswer {
  readonly name: string;
  readonly entry: FigureEntry;
  readonly query: Query;
  /** `null`: the country */
  readonly region: Region | null;
  readonly asOf: AsOf;
}

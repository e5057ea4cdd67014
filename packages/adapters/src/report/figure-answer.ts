import type { Region } from '@burgernet/domain';
import type { AsOf, FigureEntry, Query } from '@burgernet/projections';
import type { Proven } from '../audit/proven/proven.js';

/** The answer to one question about a figure, ready to be drawn. */
export interface FigureAnswer {
  readonly name: string;
  readonly entry: FigureEntry;
  readonly query: Query;
  /** `null`: the country */
  readonly region: Region | null;
  readonly asOf: AsOf;
  /** how far it is proven that this was known then; absent of what is known now */
  readonly proven?: Proven;
}

import type { PublishedKey, Region } from '@burgernet/domain';
import { type AsOf, type FigureEntry, publishedKey } from '@burgernet/projections';
import type { Proven } from '../../audit/proven/proven.js';
import type { FigureAnswer } from '../figure-answer.js';

/** `figure --json`: one entry of the report's figures, with what was asked. */
export interface FigureJson extends FigureEntry {
  readonly name: string;
  readonly key: PublishedKey & { readonly year: number; readonly region: Region | null };
  readonly asOf: AsOf;
  /** absent of what is known now */
  readonly proven?: Proven;
}

/** The answer to one question about a figure as a JSON value. */
export const figureJson = ({ name, entry, query, region, asOf, proven }: FigureAnswer): FigureJson => ({
  name,
  key: { year: query.year, region, ...publishedKey(query) },
  asOf,
  ...(proven === undefined ? {} : { proven }),
  ...entry,
});

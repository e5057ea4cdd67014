import type { MunicipalityCode, Region } from '@burgernet/domain';
import { type AsOf, type FigureEntry, publishedKey, type Query } from '@burgernet/projections';
import type { Language } from './language.js';

export interface FigureAnswer {
  readonly name: string;
  readonly entry: FigureEntry;
  readonly query: Query;
  readonly region: Region | null;
  readonly asOf: AsOf;
}

export const figureJson = ({ name, entry, query, region, asOf }: FigureAnswer): unknown => ({
  name,
  key: { year: query.year, region, ...publishedKey(query) },
  asOf,
  ...entry,
});

export const figureText = (
  { name, entry }: FigureAnswer,
  _language: Language,
  _names: ReadonlyMap<MunicipalityCode, string>,
): string => `${name}: ${JSON.stringify(entry)}\n`;

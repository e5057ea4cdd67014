import { readFileSync } from 'node:fs';
import { MunicipalityCode } from '@burgernet/domain';
import { certain } from './certain.js';

// Compiled too, this file stands three folders below the root.
const table = new URL(
  '../../../packages/adapters/data/midden-nederland-2021/municipalities.csv',
  import.meta.url,
);

/** Every municipality of the reference data, by its CBS code. */
export const municipalities: ReadonlyArray<MunicipalityCode> = readFileSync(table, 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((row) => certain(MunicipalityCode, row.split(',')[0]));

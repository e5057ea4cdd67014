import type { MunicipalityCode } from '@burgernet/domain';
import type { Cast } from './life.js';
import type { Random } from './random.js';

/** Where the history plays, and by whom. */
export interface World {
  readonly random: Random;
  readonly cast: Cast;
  readonly municipalities: ReadonlyArray<MunicipalityCode>;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

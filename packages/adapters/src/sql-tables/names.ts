import type { ActionType, MunicipalityCode, Region } from '@burgernet/domain';
import { notAttributedLabel, regionLabel, typeLabel } from '../report/labels/vocabulary.js';

/**
 * The names that stand beside codes, in Dutch, which is what people read: tables outlive the language in
 * which somebody calls the command.
 */
export interface Names {
  /** of a municipality; its code where no name is known */
  readonly municipality: (code: MunicipalityCode) => string;
}

/** Region and municipality as columns of a row. */
export const placeCells = (region: Region | null, code: MunicipalityCode | null, names: Names) => ({
  region,
  region_name: regionLabel(region, 'nl'),
  municipality_code: code,
  municipality_name: code === null ? notAttributedLabel('nl') : names.municipality(code),
});

/** The type of an action as columns of a row. */
export const typeCells = (type: ActionType | null) => ({ type, type_name: typeLabel(type, 'nl') });

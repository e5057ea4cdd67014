import { MunicipalityCode } from '../vocabulary/identifiers.js';
import type { MunicipalityEvent } from './event.js';
import { type MunicipalityRejection, refuse } from './rejection.js';
import { type MunicipalityState, thingCounted } from './state.js';

/**
 * Whether a count contradicts the stream it would follow: a stream holds one municipality's counts of
 * one calendar year, in one region (domain: "Municipality").
 *
 * @param id the stream's id, `GMnnnn-YYYY`
 * @param state the year so far; `undefined` before its first event
 * @returns the broken rule, or `undefined` where there is none
 */
export const conflictOf = (
  id: string,
  state: MunicipalityState | undefined,
  event: MunicipalityEvent,
): MunicipalityRejection | undefined => {
  const [code, year] = [id.slice(0, 6), id.slice(7)];
  const { at } = thingCounted(event);
  const { municipality, region } = event.data;
  if (MunicipalityCode.is(code) && code !== municipality)
    return refuse('OtherMunicipality', { stream: code, given: municipality });
  if (at.slice(0, 4) !== year) return refuse('OtherYear', { stream: Number(year), given: at });
  return state !== undefined && state.region !== region
    ? refuse('OtherRegion', { stream: state.region, given: region })
    : undefined;
};

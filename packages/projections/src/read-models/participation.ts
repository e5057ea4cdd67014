import {
  type MunicipalityCode,
  type PlainDate,
  PlainDate as PlainDateCodec,
  type Region,
} from '@burgernet/domain';
import { definitionOf } from '../figures/definitions.js';
import { percentage } from '../figures/percentage.js';
import { Slice } from '../figures/slice.js';
import { standing, total } from '../figures/standing.js';
import type { AsOf } from '../ledger/as-of.js';
import type { Measure } from '../ledger/posting.js';
import type { ReadModels } from './read-models.js';

/** A count that somebody took, and of which day it is. */
export interface Level {
  readonly count: number;
  readonly referenceDate: PlainDate;
}

/** What part of the inhabitants some participants are. */
export interface Share {
  /** one decimal; `null` of no inhabitants */
  readonly percentage: string | null;
  /** at the latest reference date not after that of the participants, of whatever year */
  readonly inhabitants: Level;
}

/** Who takes part in one municipality, as counted at the latest reference date of the year. */
export interface Participation {
  readonly municipality: MunicipalityCode;
  readonly region: Region;
  /** `null`: not stated in the year */
  readonly smsVoice: Level | null;
  readonly mail: Level | null;
  /** in the year; that of earlier years is not looked for, and no share need be of it */
  readonly inhabitants: Level | null;
  readonly safetyOfficers: Level | null;
  /** what part of the inhabitants takes part by SMS and voice, by mail; `null` where either is not stated */
  readonly smsVoiceShare: Share | null;
  readonly mailShare: Share | null;
  /** of the app, in the year; `null`: not stated */
  readonly downloads: number | null;
}

/** A municipality of a region. */
interface Place {
  readonly region: Region;
  readonly municipality: MunicipalityCode;
}

/** What is known of places, by a name that orders them. */
type ByPlace<A> = Map<string, { readonly place: Place; readonly value: A }>;

const nameOf = ({ region, municipality }: Place): string => `${municipality} ${region}`;

/** The stated count of the latest reference date of every municipality. */
const levelsOf = (slice: Slice, measure: Measure, year: number): ByPlace<Level> => {
  const levels: ByPlace<Level> = new Map();
  for (const { region, municipality, detail, amount, presence } of slice.byPlace({ measure }, { year })) {
    if (municipality == null || presence <= 0 || !PlainDateCodec.is(detail)) continue;
    const place = { region, municipality };
    const known = levels.get(nameOf(place))?.value;
    if (known === undefined || known.referenceDate < detail)
      levels.set(nameOf(place), { place, value: { count: amount, referenceDate: detail } });
  }
  return levels;
};

const downloadsOf = (slice: Slice, year: number): ByPlace<number> => {
  const downloads: ByPlace<number> = new Map();
  for (const { region, municipality, amount, presence } of slice.byPlace(
    { measure: 'app.downloads' },
    { year },
  )) {
    if (municipality == null || presence <= 0) continue;
    const place = { region, municipality };
    downloads.set(nameOf(place), { place, value: amount });
  }
  return downloads;
};

const shareOf = (
  slice: Slice,
  figure: string,
  year: number,
  municipality: MunicipalityCode,
): Share | null => {
  const definition = definitionOf(figure);
  if (definition?.kind !== 'stock') return null;
  const stands = standing(definition, slice, { year, municipality });
  if (stands.kind !== 'ratio' || stands.numerator === undefined) return null;
  const [base] = stands.denominator ?? [];
  if (base === undefined || !PlainDateCodec.is(base.detail)) return null;
  return {
    percentage: percentage(total(stands.numerator), base.amount),
    inhabitants: { count: base.amount, referenceDate: base.detail },
  };
};

/**
 * Who takes part, municipality by municipality (figures: stocks): every one of which anything was counted
 * in the year, in the order of their codes.
 *
 * @param region absent: the country
 */
export const participation = (
  { ledger }: ReadModels,
  year: number,
  asOf: AsOf,
  region?: Region,
): ReadonlyArray<Participation> => {
  const slice = new Slice(ledger, asOf, region);
  const smsVoice = levelsOf(slice, 'participants.sms-voice', year);
  const mail = levelsOf(slice, 'participants.mail', year);
  const inhabitants = levelsOf(slice, 'inhabitants', year);
  const safetyOfficers = levelsOf(slice, 'safety-officers', year);
  const downloads = downloadsOf(slice, year);
  const places = new Map<string, Place>();
  for (const known of [smsVoice, mail, inhabitants, safetyOfficers, downloads])
    for (const [name, { place }] of known) places.set(name, place);
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, place]) => {
      const inRegion = new Slice(ledger, asOf, place.region);
      return {
        ...place,
        smsVoice: smsVoice.get(name)?.value ?? null,
        mail: mail.get(name)?.value ?? null,
        inhabitants: inhabitants.get(name)?.value ?? null,
        safetyOfficers: safetyOfficers.get(name)?.value ?? null,
        smsVoiceShare: shareOf(inRegion, 'participants.sms-voice', year, place.municipality),
        mailShare: shareOf(inRegion, 'participants.mail', year, place.municipality),
        downloads: downloads.get(name)?.value ?? null,
      };
    });
};

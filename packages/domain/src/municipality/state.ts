import type { Region } from '../vocabulary/codes.js';
import type { Label, MunicipalityCode } from '../vocabulary/identifiers.js';
import type { MunicipalityEvent } from './event.js';

/** What was counted. */
export type CountedThing =
  | 'participants.sms-voice'
  | 'participants.mail'
  | 'inhabitants'
  | 'safety-officers'
  | 'app-downloads';

/** The count that stands for one thing at one date, or in one month. */
export type StandingCount = {
  readonly thing: CountedThing;
  /** a date `2021-12-31`, for downloads a month `2021-12` */
  readonly at: string;
  readonly count: number;
  readonly source: Label;
};

/** What is counted of one municipality in one calendar year. */
export type MunicipalityState = {
  readonly region: Region;
  readonly municipality: MunicipalityCode;
  /** the year of its stream */
  readonly year: number;
  readonly counts: ReadonlyArray<StandingCount>;
};

/** What an event counts, and when. */
export const thingCounted = (
  event: MunicipalityEvent,
): { readonly thing: CountedThing; readonly at: string } => {
  switch (event.type) {
    case 'ParticipantsCounted':
      return { thing: `participants.${event.data.channel}`, at: event.data.referenceDate };
    case 'InhabitantsCounted':
      return { thing: 'inhabitants', at: event.data.referenceDate };
    case 'SafetyOfficersCounted':
      return { thing: 'safety-officers', at: event.data.referenceDate };
    case 'AppDownloadsCounted':
      return { thing: 'app-downloads', at: event.data.month };
  }
};

/** The municipality's year after one more count: a recount of the same thing replaces the first. */
export const evolveMunicipality = (
  state: MunicipalityState | undefined,
  event: MunicipalityEvent,
): MunicipalityState => {
  const { thing, at } = thingCounted(event);
  const { region, municipality, count, source } = event.data;
  const standing = { thing, at, count, source };
  const counts = state?.counts ?? [];
  const index = counts.findIndex((one) => one.thing === thing && one.at === at);
  return {
    region: state?.region ?? region,
    municipality: state?.municipality ?? municipality,
    year: state?.year ?? Number(at.slice(0, 4)),
    counts: index === -1 ? [...counts, standing] : counts.with(index, standing),
  };
};

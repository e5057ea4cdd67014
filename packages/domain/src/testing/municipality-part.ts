import type { MunicipalityCommand } from '../municipality/command.js';
import { municipalityDecider } from '../municipality/decider.js';
import type { MunicipalityEvent } from '../municipality/event.js';
import type { MunicipalityRejection } from '../municipality/rejection.js';
import type { MunicipalityState } from '../municipality/state.js';
import { Month, PlainDate } from '../time/period.js';
import { Label, MunicipalityCode } from '../vocabulary/identifiers.js';
import { actor, municipalitiesOf, official } from './cast.js';
import { momentAfter } from './passing-time.js';
import type { Part, Scene } from './scene.js';
import { valid } from './valid.js';

const source = valid(Label, 'a count elsewhere');
const codes = municipalitiesOf.flatMap((one) => one.codes);
const years = ['2021', '2020', '2022'];

/** Counts something at one of few dates, so that recounts come up. What lies in the future is refused. */
const write = ({ id, from, time, picks }: Scene<MunicipalityState>): MunicipalityCommand => {
  const [municipality, year] = [valid(MunicipalityCode, id.slice(0, 6)), id.slice(7)];
  const recordedAt = momentAfter(from, undefined, time);
  const region = municipalitiesOf.find((one) => one.codes.includes(municipality))?.region ?? 'limburg';
  const referenceDate = valid(PlainDate, `${year}-${picks.one(['01-01', '06-30', '12-31'])}`);
  const count = picks.one([1_200, 0, 5, 90_000]);
  const by = picks.below(3) === 2 ? official(municipality) : actor('coordinator');
  const given = { id, by, recordedAt };
  const counted = { region, municipality, count, source };
  switch (picks.below(5)) {
    case 0:
      return { ...given, type: 'CountInhabitants', data: { ...counted, referenceDate } };
    case 1:
      return { ...given, type: 'CountSafetyOfficers', data: { ...counted, referenceDate } };
    case 2: {
      const month = valid(Month, `${year}-${picks.one(['01', '03', '10', '12'])}`);
      return { ...given, type: 'CountAppDownloads', data: { ...counted, month } };
    }
    default: {
      const channel = picks.one(['sms-voice', 'mail'] as const);
      return { ...given, type: 'CountParticipants', data: { ...counted, channel, referenceDate } };
    }
  }
};

/** The part of the municipalities' counts, a stream per municipality and year. */
export const municipalityPart: Part<
  MunicipalityCommand,
  MunicipalityEvent,
  MunicipalityState,
  MunicipalityRejection
> = {
  decider: municipalityDecider,
  id: (n) => `${codes[n % codes.length]}-${years[Math.floor(n / codes.length) % years.length]}`,
  write,
};

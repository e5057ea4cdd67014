import {
  Count,
  type Given,
  Label,
  Month,
  type MunicipalityCode,
  type MunicipalityCommand,
  municipalityDecider,
  PlainDate,
} from '@burgernet/domain';
import { certain } from './certain.js';
import { Life, type Planned } from './life.js';
import { Wishes } from './wishes.js';
import { day, hour, type World } from './world.js';

const operator = certain(Label, 'Burgernet, monthly export');
const bureau = certain(Label, 'CBS StatLine 37230ned');

const two = (n: number): string => String(n).padStart(2, '0');

/** How many counts a municipality's year has where all are taken. */
export const countsAYear = 12 * 5;

/**
 * A municipality's counts of one year: participants, inhabitants, safety officers and downloads, month
 * by month, some of them counted again.
 *
 * @param share how many of them were taken, from 0 to 1
 */
export const municipalityLife = (
  { random, cast }: World,
  municipality: MunicipalityCode,
  year: number,
  share: number,
): ReadonlyArray<Planned> => {
  const life = new Life(municipalityDecider, random, `${municipality}-${year}`);
  const wishes = new Wishes();
  const region = 'midden-nederland' as const;
  const inhabitants = random.between(9_000, 360_000);
  const count = (of: number): number => certain(Count, Math.round(of * (0.95 + random.fraction() / 10)));

  for (let month = 1; month <= 12; month++) {
    const taken = Date.UTC(year, month, 1) + random.between(1, 12) * day;
    const wish = (ask: (given: Given) => MunicipalityCommand): void => {
      if (!random.chance(share)) return;
      const when = taken + random.between(0, 8) * hour;
      wishes.add(when, (at) => life.ask(at, cast.as('system'), ask));
      if (random.chance(0.05)) wishes.add(when + 20 * day, (at) => life.ask(at, cast.as('coordinator'), ask));
    };
    const referenceDate = certain(PlainDate, `${year}-${two(month)}-${two(random.between(1, 28))}`);
    const counted = { region, municipality, referenceDate };
    wish((given) => ({
      ...given,
      type: 'CountParticipants',
      data: { ...counted, channel: 'sms-voice', count: count(inhabitants * 0.15), source: operator },
    }));
    wish((given) => ({
      ...given,
      type: 'CountParticipants',
      data: { ...counted, channel: 'mail', count: count(inhabitants * 0.14), source: operator },
    }));
    wish((given) => ({
      ...given,
      type: 'CountAppDownloads',
      data: {
        region,
        municipality,
        month: certain(Month, `${year}-${two(month)}`),
        count: count(inhabitants * 0.002),
        source: operator,
      },
    }));
    wish((given) => ({
      ...given,
      type: 'CountInhabitants',
      data: { ...counted, count: count(inhabitants), source: bureau },
    }));
    wish((given) => ({
      ...given,
      type: 'CountSafetyOfficers',
      data: { ...counted, count: random.between(0, 4), source: operator },
    }));
  }
  wishes.fulfil();
  return life.planned;
};

import { SenderCode, type StoredEvent } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../../packages/adapters/src/report/context.js';
import { streamHead } from '../../../../packages/adapters/src/report/story/stream-head.js';
import { log, utc, uuid } from '../../../support/log.js';
import { almere, as, start, utrecht } from '../../../support/said.js';
import {
  context,
  counted,
  error,
  forgotten,
  mailing,
  of,
  published,
  referenceDate,
  stepsIn,
} from './telling.js';

const head = (lang: Lang, stored: ReadonlyArray<StoredEvent>, isRegionShown = false): string =>
  streamHead(stored[0]?.stream ?? '', stepsIn(stored), context(lang), {
    called: (id) => id.slice(-2),
    isRegionShown,
  });

describe('what a stream is about, in a line', () => {
  const overnight = log(
    start(1, { municipality: utrecht, type: 'robbery', runsUntil: utc('2021-05-14T22:30') }),
  );
  const nowhere = log(
    start(1),
    of({ type: 'ActionChanged', data: { reason: error, type: null, municipality: null } }),
  );
  const unread = (stored: ReadonlyArray<StoredEvent>) =>
    stored.map((event) => ({ ...event, schemaVersion: 99 }));

  it.each<[string, ReadonlyArray<StoredEvent>, string, string]>([
    [
      'an action in the run time of a day',
      log(start(1)),
      'Action 01 in Almere, missing person, 14 May 2021 20:03-21:03',
      'Actie 01 in Almere, vermist persoon, 14 mei 2021 20:03-21:03',
    ],
    [
      'one that runs past midnight',
      overnight,
      'Action 01 in Utrecht, (armed) robbery, 14 May 2021 20:03 – 15 May 2021 00:30',
      'Actie 01 in Utrecht, (gewapende) overval, 14 mei 2021 20:03 – 15 mei 2021 00:30',
    ],
    [
      'one of no municipality',
      nowhere,
      'Action 01 not attributed to a municipality, type not recorded, 14 May 2021 20:03-21:03',
      'Actie 01 niet toegewezen aan een gemeente, soort niet vastgelegd, 14 mei 2021 20:03-21:03',
    ],
    ['one that cannot be read', unread(log(start(1))), 'Action 01', 'Actie 01'],
    [
      'a mailing of a municipality',
      log(
        mailing({
          kind: 'prevention-message',
          sender: { kind: 'municipality', code: as(SenderCode, almere) },
        }),
      ),
      'Mailing 01, prevention message of Almere (GM0034), 14 May 2021 20:03',
      'Mailing 01, preventiebericht van Almere (GM0034), 14 mei 2021 20:03',
    ],
    ['one that cannot be read', unread(log(mailing())), 'Mailing 01', 'Mailing 01'],
    [
      "a municipality's year",
      log(of({ type: 'InhabitantsCounted', data: { ...counted, referenceDate } }, 'GM0034-2021')),
      'Counts of Almere, 2021',
      'Tellingen van Almere, 2021',
    ],
    ['a publication', log(published([])), `Publication ${uuid(1)}`, `Publicatie ${uuid(1)}`],
    ['personal data', log(forgotten), `Personal data ${uuid(1)}`, `Persoonsgegevens ${uuid(1)}`],
  ])('names %s', (_, stored, en, nl) => {
    expect([head('en', stored), head('nl', stored)]).toEqual([en, nl]);
  });

  it('names the region where streams of several stand together, and a stream of others as it is called', () => {
    expect(head('nl', log(start(1)), true)).toBe(
      'Actie 01 in Almere, Midden-Nederland, vermist persoon, 14 mei 2021 20:03-21:03',
    );
    expect(head('en', log(mailing()), true)).toBe(
      'Mailing 01, neighbourhood inquiry of basic team BT-1, Midden-Nederland, 14 May 2021 20:03',
    );
    expect(
      head(
        'en',
        log(start(1)).map((event) => ({ ...event, stream: 'city.trams' })),
      ),
    ).toBe('city.trams');
  });
});

import { ActionType, fromEpoch, MunicipalityCode, Region } from '@burgernet/domain';
import { type AsOf, type Contribution, EventTable, isKnownBy, Ledger } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { utc } from '../support/log.js';
import { recordedAs } from '../support/recorded.js';
import { almere, as, utrecht } from '../support/said.js';

const year = 2021;
const zeewolde = as(MunicipalityCode, 'GM0050');
const momentOf = (minute: number) => fromEpoch(1_600_000_000_000 + minute * 60_000);

/** A ledger to which contributions are posted one by one, each by an event of its own. */
const posted = () => {
  const events = new EventTable();
  const ledger = new Ledger(events);
  const stream = events.addStream('burgernet.action-of-a-test');
  const post = (key: Partial<Contribution> = {}, amount = 1, minute = events.length): void => {
    const recorded = recordedAs(events.length + 1, momentOf(minute));
    const contribution = {
      measure: 'responses' as const,
      region: 'midden-nederland' as const,
      year,
      month: 5,
      municipality: almere,
      type: null,
      detail: '112|phone',
      amount,
      ...key,
    };
    ledger.post(contribution, amount, 1, 'new', events.add(recorded, stream, recorded.recordedAt));
  };
  return { ledger, post };
};

/** The ledger as another process finds it kept. */
const kept = (ledger: Ledger): Ledger => {
  const pages = [...ledger.pages()].map(({ measure, page }) => ({
    measure,
    year: page.year,
    rows: page.length,
    chunks: [...page.unsaved()],
  }));
  return new Ledger(ledger.events, {
    names: ledger.names,
    pages,
    chunks: (measure, of) => pages.find((one) => one.measure === measure && one.year === of)?.chunks ?? [],
  });
};

describe('a ledger', () => {
  it('of nothing has no region, no year and nothing that stands', () => {
    const { ledger } = posted();
    expect([ledger.length, ledger.regions(), ledger.years('responses')]).toEqual([0, [], []]);
    expect(ledger.names).toEqual({ regions: [], municipalities: [null], types: [null], details: [''] });
    expect([...ledger.rows('responses', year, 'latest', () => true)]).toEqual([]);
  });

  it('tells the years of a measure in order, and the regions as they came', () => {
    const { ledger, post } = posted();
    post({ year: 2021, region: 'zeeland-west-brabant' });
    post({ year: 2019 });
    post({ year: 2020 });
    expect(ledger.years('responses')).toEqual([2019, 2020, 2021]);
    expect(ledger.years('actions')).toEqual([]);
    expect(ledger.regions()).toEqual(['zeeland-west-brabant', 'midden-nederland']);
    expect(ledger.length).toBe(3);
  });

  it('keeps apart what differs in any part of its key', () => {
    const { ledger, post } = posted();
    const regions = Region.values.slice(0, 4);
    const municipalities = [almere, null, utrecht];
    const details = ['112|phone', '112|app'];
    const types = [null, ...ActionType.values.slice(0, 3)];
    const keys = regions.flatMap((region) =>
      Array.from({ length: 12 }, (_, month) => month + 1).flatMap((month) =>
        types.flatMap((type) =>
          municipalities.flatMap((municipality) =>
            details.map((detail) => ({ region, month, type, municipality, detail })),
          ),
        ),
      ),
    );
    keys.forEach((key, number) => {
      post(key, number);
    });
    expect(ledger.cells('responses', year, 'latest')).toEqual(
      keys.map((key, amount) => ({ year, ...key, amount, presence: 1 })),
    );
    expect(ledger.byPlace('responses', year, 'latest', {})).toHaveLength(24);
    expect(ledger.byDetail('responses', year, 'latest', {})).toHaveLength(8);
  });

  it('has nothing of a region, municipality or type that it never met', () => {
    const { ledger, post } = posted();
    post();
    const sum = (part: Parameters<Ledger['sum']>[3]) => ledger.sum('responses', year, 'latest', part);
    expect(sum({ municipality: almere, type: null })).toBe(1);
    expect(
      [
        { region: 'zeeland-west-brabant' as const },
        { municipality: zeewolde },
        { type: 'robbery' as const },
      ].map(sum),
    ).toEqual([0, 0, 0]);
    expect(ledger.cells('responses', year, 'latest', 'zeeland-west-brabant')).toEqual([]);
    expect(ledger.cells('responses', year, 'latest', 'midden-nederland')).toHaveLength(1);
  });

  it('sums what has no detail apart from what has one', () => {
    const { ledger, post } = posted();
    post({ detail: '' }, 5);
    post({ detail: '112|app' }, 7);
    const isDetail = (detail: string) => detail === '112|app';
    expect(ledger.sum('responses', year, 'latest', { isDetail })).toBe(7);
  });

  it.each<[string, (ledger: Ledger) => unknown]>([
    ['a sum', (ledger) => ledger.sum('responses', year, 'latest', { municipality: utrecht })],
    ['sums by detail', (ledger) => ledger.byDetail('responses', year, 'latest', {})],
    ['sums by place', (ledger) => ledger.byPlace('responses', year, 'latest', {})],
    ['cells', (ledger) => ledger.cells('responses', year, 'latest')],
    ['postings', (ledger) => [...ledger.postings('responses', year, undefined, 4_998)]],
    ['rows', (ledger) => [...ledger.rows('responses', year, { logged: 9 }, () => true)]],
  ])('that was kept answers the same whatever it is asked first: %s', (_, ask) => {
    const { ledger, post } = posted();
    for (let count = 0; count < 5_000; count++) post(count % 2 === 0 ? {} : { municipality: utrecht });
    expect(ask(kept(ledger))).toEqual(ask(ledger));
  });

  it('that was kept has nothing to keep, and after that only what came since', () => {
    const { ledger, post } = posted();
    for (let count = 0; count < 5_000; count++) post();
    const unsaved = () =>
      [...ledger.pages()].flatMap(({ page }) => [...page.unsaved()].map(({ part, rows }) => [part, rows]));
    const keep = () => {
      for (const { page } of ledger.pages()) page.keep();
    };
    expect(unsaved()).toEqual([
      [0, 4_096],
      [1, 904],
    ]);
    keep();
    expect(unsaved()).toEqual([]);
    post();
    expect(unsaved()).toEqual([[1, 905]]);
  });
});

describe('the memory of a ledger', () => {
  const sum = (ledger: Ledger, asOf: AsOf) => ledger.sum('responses', year, asOf, {});
  const always = { registered: momentOf(100_000) };
  /** What its sums take, without the postings. */
  const sums = (ledger: Ledger): number =>
    ledger.bytes() - [...ledger.pages()].reduce((all, { page }) => all + page.bytes(), 0);
  const filled = (count: number, minuteOf: (posting: number) => number) => {
    const made = posted();
    const more = (by: number): void => {
      for (let left = by; left > 0; left--) {
        const { length } = made.ledger;
        made.post({ month: 1 + (length % 12) }, 1, minuteOf(length));
      }
    };
    more(count);
    return { ledger: made.ledger, more };
  };
  const inOrder = (posting: number): number => posting >>> 1;
  const backwards = (posting: number): number => 10_000 - posting;

  it('is 23 bytes a posting, and room for half as many more', () => {
    expect(filled(0, inOrder).ledger.bytes()).toBe(0);
    expect(filled(1, inOrder).ledger.bytes()).toBe(64 * 23);
    expect(filled(65, inOrder).ledger.bytes()).toBe(96 * 23);
  });

  it('holds no sums of a page that is small, or asked only once', () => {
    const { ledger, more } = filled(2_047, inOrder);
    for (const asOf of ['latest', always, 'latest'] as const) expect(sum(ledger, asOf)).toBe(2_047);
    expect(sums(ledger)).toBe(0);
    more(1);
    expect(sum(ledger, 'latest')).toBe(2_048);
    expect(sums(ledger)).toBeGreaterThan(0);
    const other = filled(3_000, inOrder);
    expect(sum(other.ledger, 'latest')).toBe(3_000);
    expect(sums(other.ledger)).toBe(0);
  });

  it('holds sums of less than two bytes a posting, once for both orders where these are one', () => {
    const { ledger } = filled(3_000, inOrder);
    for (const asOf of [always, always] as const) expect(sum(ledger, asOf)).toBe(3_000);
    const taken = sums(ledger);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(6_000);
    for (const asOf of ['latest', { logged: 9_000 }, always] as const) expect(sum(ledger, asOf)).toBe(3_000);
    expect(sums(ledger)).toBe(taken);
  });

  it('holds them for each order, and the order, where events were recorded in another than that of the log', () => {
    const { ledger } = filled(3_000, backwards);
    for (const asOf of ['latest', 'latest'] as const) expect(sum(ledger, asOf)).toBe(3_000);
    const taken = sums(ledger);
    for (const asOf of [always, always]) expect(sum(ledger, asOf)).toBe(3_000);
    expect(sums(ledger)).toBe(taken * 2 + 3_000 * 4);
  });

  it.each([
    ['one order', inOrder],
    ['two', backwards],
  ])('holds sums of what came since only when it is much, in %s', (_, minuteOf) => {
    const { ledger, more } = filled(3_000, minuteOf);
    const ask = (): number => {
      for (const asOf of ['latest', always, 'latest', always] as const)
        expect(sum(ledger, asOf)).toBe(ledger.length);
      return sums(ledger);
    };
    const taken = ask();
    more(1_000);
    expect(ask()).toBe(taken);
    more(1_100);
    expect(ask()).toBeGreaterThan(taken);
  });
});

describe('whether something was known', () => {
  const moment = utc('2021-05-14T18:30');
  const isKnown = (asOf: AsOf, recordedAt: string | undefined = moment): boolean =>
    isKnownBy(asOf, 7, recordedAt);

  it('follows from its position, or from when it was recorded, up to and with the one that is asked', () => {
    expect(isKnown('latest')).toBe(true);
    expect([6, 7, 8].map((logged) => isKnown({ logged }))).toEqual([false, true, true]);
    expect(
      ['18:29:59.999', '18:30', '18:31'].map((time) => isKnown({ registered: utc(`2021-05-14T${time}`) })),
    ).toEqual([false, true, true]);
  });

  it('is taken for granted where the moment of recording is missing or cannot be read', () => {
    const asOf = { registered: utc('2021-05-14T18:00') };
    expect([isKnownBy(asOf, 7, undefined), isKnown(asOf, 'yesterday')]).toEqual([true, true]);
  });
});

import { histories } from '@burgernet/domain/testing';
import {
  actionContributions,
  type Contribution,
  mailingContributions,
  measures,
  municipalityContributions,
  type ReadModels,
} from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../support/log.js';
import { readAll } from '../support/read.js';
import { runs, size } from '../support/runs.js';
import { downloads, participants, reach, response, sent, start } from '../support/said.js';

interface Sum {
  readonly amount: number;
  readonly presence: number;
}

const keyOf = (stream: string, one: Contribution): string =>
  [
    stream,
    one.measure,
    one.region,
    one.year,
    one.month,
    one.municipality ?? '-',
    one.type ?? '-',
    one.detail,
  ].join(' ');

const byKey = ([a]: readonly [string, Sum], [b]: readonly [string, Sum]): number => (a < b ? -1 : 1);

/** What the postings of each stream come to, where anything stands. */
const posted = ({ ledger }: ReadModels): ReadonlyArray<readonly [string, Sum]> => {
  const sums = new Map<string, Sum>();
  for (const measure of measures)
    for (const year of ledger.years(measure))
      for (const posting of ledger.postings(measure, year)) {
        const key = keyOf(posting.stream, posting);
        const { amount, presence } = sums.get(key) ?? { amount: 0, presence: 0 };
        sums.set(key, { amount: amount + posting.amount, presence: presence + posting.presence });
      }
  return [...sums].filter(([, { amount, presence }]) => amount !== 0 || presence !== 0).sort(byKey);
};

/** What each stream contributes as it stands, worked out from its state alone. */
const contributed = ({ streams }: ReadModels): ReadonlyArray<readonly [string, Sum]> => {
  const found: Array<readonly [string, Sum]> = [];
  const add = (stream: string, contributions: ReadonlyArray<Contribution>): void => {
    for (const one of contributions) found.push([keyOf(stream, one), { amount: one.amount, presence: 1 }]);
  };
  for (const { name, state } of streams.actions()) add(name, actionContributions(state));
  for (const { name, state } of streams.mailings()) add(name, mailingContributions(state));
  for (const { name, state } of streams.municipalities()) add(name, municipalityContributions(state));
  return found.sort(byKey);
};

describe('a posting', () => {
  it('says the line and entry, the way of measuring, the sender or the date, and else nothing more', () => {
    const { ledger } = readAll(
      log(
        start(1),
        response(1, 11, '112', 'app'),
        reach(1, 5, 'push'),
        sent(2, 'BT', 'BT1'),
        participants('GM0034', '2021-12-31', 9),
        downloads('2021-03', 7),
      ),
    );
    const details = measures.flatMap((measure) =>
      [...ledger.postings(measure, 2021)].map(({ detail }) => [measure, detail]),
    );
    expect(details).toEqual([
      ['actions', ''],
      ['actions.with-response', ''],
      ['responses', '112|app'],
      ['success.none', ''],
      ['reach', 'app|push'],
      ['inquiries', 'BT|BT1'],
      ['participants.mail', '2021-12-31'],
      ['app.downloads', ''],
    ]);
  });
});

describe('the postings of a stream', () => {
  it('come to what the stream contributes, after any event', () => {
    fc.assert(
      fc.property(histories({ size, corrections: 0.5 }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored.slice(0, pick % (stored.length + 1)));
        expect(posted(models)).toEqual(contributed(models));
      }),
      { numRuns: runs },
    );
  });
});

import { FigureName, Label, Month, Printed, type PublishedRow, YearText } from '@burgernet/domain';
import { annualReport, definitionOf, Figures, type Query } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc } from '../support/log.js';
import { readAll } from '../support/read.js';
import {
  almere,
  as,
  definition,
  figuresPublished,
  inhabitants,
  participants,
  start,
  utrecht,
} from '../support/said.js';

const row = (
  figure: string,
  value: string | null,
  more: Partial<Omit<PublishedRow, 'figure' | 'value'>> = {},
): PublishedRow => ({
  figure: as(FigureName, figure),
  key: {},
  part: 'value',
  kind: value === null ? 'not-stated' : 'exact',
  ...(value === null ? {} : { value: as(Printed, value) }),
  ...more,
});

const publishedOf = (
  period: typeof YearText._A | Month,
  of: number,
  ...rows: ReadonlyArray<PublishedRow>
): Said => ({ of, at: '2022-02-01T11:00', event: figuresPublished(rows, period) });
const published = (of: number, ...rows: ReadonlyArray<PublishedRow>): Said =>
  publishedOf(as(YearText, '2021'), of, ...rows);

const report = (...said: ReadonlyArray<Said>) =>
  annualReport(readAll(log(...said)), 2021, 'latest', 'midden-nederland');

describe('what was published', () => {
  it('stands beside a figure and changes it by nothing', () => {
    const { figures } = report(
      start(1),
      published(
        90,
        row('actions', '793'),
        row('success.full', '12.6', { part: 'percentage', kind: 'at-least' }),
      ),
    );
    expect(figures['actions']).toEqual({
      version: 1,
      value: 1,
      published: [{ part: 'value', value: '793', kind: 'exact' }],
    });
    expect(figures['success.full']?.published).toEqual([
      { part: 'percentage', value: '12.6', kind: 'at-least' },
    ]);
  });

  it('is shown where its rows do not add up to its total, by whole counts only', () => {
    const municipality = { key: { municipality: almere } };
    const { discrepancies } = report(
      published(
        90,
        row('actions', '793'),
        row('actions', '788', municipality),
        row('responses.app', '0.3'),
        row('responses.app', '0.1', municipality),
        row('shares', '10', { kind: 'at-least' }),
        row('shares', '12', municipality),
        row('reach.app', '10', { kind: 'at-least' }),
        row('reach.app', '7', municipality),
        row('inquiries', '5'),
        row('inquiries', null, municipality),
      ),
    );
    expect(discrepancies).toEqual([
      { figure: 'actions', by: 'municipality', rows: 788, published: 793, difference: 5, kind: 'exact' },
      { figure: 'reach.app', by: 'municipality', rows: 7, published: 10, difference: 3, kind: 'at-least' },
    ]);
  });

  it('of several kinds of sender is stated together', () => {
    const team = (kind: 'BT' | 'DR', value: string) =>
      row('inquiries.teams', value, { key: { senderKind: kind } });
    expect(
      report(published(90, team('BT', '8'), team('DR', '3'))).figures['inquiries.teams']?.published,
    ).toEqual([{ part: 'value', value: '11', kind: 'exact' }]);
  });

  it('of one month stands beside the figure of that month', () => {
    const { figures, byMonth } = report(
      start(1),
      publishedOf(as(Month, '2021-05'), 90, row('actions', '66')),
      publishedOf(as(Month, '2022-05'), 91, row('actions', '70')),
    );
    expect(figures['actions']).toEqual({ version: 1, value: 1 });
    expect(
      byMonth.flatMap(({ month, figures: { actions } }) => (actions?.published ? [[month, actions]] : [])),
    ).toEqual([
      ['2021-05', { version: 1, value: 1, published: [{ part: 'value', value: '66', kind: 'exact' }] }],
    ]);
  });

  it('and cannot be read states nothing, and is told of', () => {
    const [unreadable] = log(published(90, row('actions', '793')));
    if (unreadable === undefined) throw new Error('One event.');
    const models = readAll([{ ...unreadable, schemaVersion: 99 }]);
    const { figures, publications, quarantined } = annualReport(models, 2021, 'latest', 'midden-nederland');
    expect(figures['actions']).not.toHaveProperty('published');
    expect({ publications, quarantined }).toEqual({ publications: [], quarantined: 1 });
  });

  it('of one part of the year is stated there, in whatever order its key was written', () => {
    const models = readAll(
      log(
        start(1),
        published(
          90,
          row('actions', '3', { key: { type: 'robbery', municipality: almere } }),
          row('actions', '2', { key: { municipality: almere, type: 'missing-person' } }),
          row('actions', '1', { key: { month: as(Month, '2021-05') } }),
          row('inquiries.teams', '8', { key: { senderKind: 'BT' } }),
          row('inquiries.teams', '3', { key: { senderKind: 'DR' }, kind: 'at-least' }),
        ),
      ),
    );
    const figures = new Figures(models, 'latest', 'midden-nederland');
    const of = (name: string, query: Omit<Query, 'year'>) =>
      figures.entry(definition(name), { year: 2021, ...query }).published?.map(({ value }) => value);
    expect(of('actions', { municipality: almere, type: 'robbery' })).toEqual(['3']);
    expect(of('actions', { municipality: almere, type: 'missing-person' })).toEqual(['2']);
    expect(of('actions', { municipality: almere })).toBeUndefined();
    expect(of('inquiries.teams', {})).toBeUndefined();
    expect(of('actions', { month: 5 })).toEqual(['1']);
    expect(of('actions', { month: 6 })).toBeUndefined();
    expect(new Figures(models, 'latest').entry(definition('actions'), { year: 2021 })).not.toHaveProperty(
      'published',
    );
  });

  it('later replaces what was published of the same part before', () => {
    const { figures } = report(published(90, row('actions', '793')), published(91, row('actions', '794')));
    expect(figures['actions']?.published).toEqual([{ part: 'value', value: '794', kind: 'exact' }]);
  });
});

describe('a figure that rests on a reconstruction', () => {
  const reconstructed = (said: Said): Said => ({
    ...said,
    metadata: { source: { kind: 'table', name: as(Label, 'a table'), reconstructed: true } },
  });
  const entry = (said: ReadonlyArray<Said>, name: string, year: number) => {
    const definition = definitionOf(name);
    if (definition === undefined) throw new Error(`No figure ${name}.`);
    return new Figures(readAll(log(...said)), 'latest', 'midden-nederland').entry(definition, { year });
  };

  it('is assumed where nobody states it, its zeros too, and never where nothing is counted', () => {
    const said = [reconstructed(start(1))];
    expect(entry(said, 'responses.112', 2021)).toEqual({ version: 1, value: 0, assumed: true });
    expect(entry(said, 'reach.app', 2021)).toEqual({ version: 1, value: null });
    expect(entry(said, 'inquiries', 2021)).toEqual({ version: 1, value: 0 });
    expect(entry([start(1)], 'actions', 2021)).toEqual({ version: 1, value: 1 });
  });

  it('is a fact of the publication where that states it', () => {
    const said = [reconstructed(start(1)), published(90, row('actions', '1'), row('responses.app', null))];
    expect(entry(said, 'actions', 2021)).not.toHaveProperty('assumed');
    expect(entry(said, 'responses.app', 2021)).toStrictEqual({
      version: 1,
      value: 0,
      published: [{ part: 'value', kind: 'not-stated' }],
      assumed: true,
    });
  });

  it('is no other year, and a year of which only inhabitants are known has no actions that were assumed', () => {
    const said = [
      reconstructed(inhabitants('GM0034', '2019-01-01', 1_000)),
      reconstructed(participants('GM0034', '2021-12-31', 90)),
    ];
    expect(entry(said, 'actions', 2019)).toEqual({ version: 1, value: 0 });
    expect(entry(said, 'participants.mail', 2021)).toMatchObject({ numerator: 90, assumed: true });
    const models = readAll(log(...said));
    expect(
      new Figures(models, 'latest').entry(definition('participants.mail'), {
        year: 2021,
        municipality: utrecht,
      }),
    ).toEqual({ version: 1, numerator: null, denominator: null, percentage: null });
    expect(
      annualReport(models, 2019, { registered: utc('2023-01-01T00:00') }, 'midden-nederland').reconstructed,
    ).toBe(false);
    expect(annualReport(models, 2021, 'latest', 'midden-nederland').reconstructed).toBe(true);
  });
});

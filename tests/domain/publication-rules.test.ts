import {
  FigureName,
  type FiguresPublished,
  type Given,
  Label,
  Printed,
  type PublicationRejection,
  type PublishedRow,
  publicationDecider,
  publicationSentences,
  Role,
  YearText,
} from '@burgernet/domain';
import { given, valid } from '@burgernet/domain/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { by, moment, slug, uuid } from './an-action.js';
import { expectSentences } from './sentences.js';

const from = (role: Role): Given => ({ id: uuid(3), by: by(role), recordedAt: moment('18:30') });
const row: PublishedRow = {
  figure: valid(FigureName, 'success.portal'),
  key: {},
  part: 'percentage',
  kind: 'rounded',
  value: valid(Printed, '7.7'),
};
const { value: _, ...unstated } = row;
const totals: FiguresPublished = {
  region: 'midden-nederland',
  title: valid(Label, 'A year of Burgernet'),
  source: valid(Label, 'an annual review'),
  table: slug('totals'),
  period: valid(YearText, '2021'),
  rows: [row, { ...unstated, kind: 'not-stated' }],
};
const published = { recordedAt: moment('18:03'), event: { type: 'FiguresPublished', data: totals } } as const;
const publish = (data: FiguresPublished, role: Role = 'coordinator') =>
  given(publicationDecider, [published]).when({ ...from(role), type: 'PublishFigures', data });

const broken: { readonly [K in PublicationRejection['tag']]: () => PublicationRejection } = {
  OtherRegion: () =>
    publish({ ...totals, region: 'limburg' }).thenRefused('OtherRegion', {
      stream: 'midden-nederland',
      given: 'limburg',
    }),
  OtherTitle: () =>
    publish({ ...totals, title: valid(Label, 'Another') }).thenRefused('OtherTitle', { given: 'Another' }),
  ValueMissing: () =>
    publish({ ...totals, rows: [{ ...unstated, kind: 'exact' }] }).thenRefused('ValueMissing', {
      figure: 'success.portal',
    }),
  ValueNotStated: () =>
    publish({ ...totals, rows: [row, { ...row, kind: 'not-stated' }] }).thenRefused('ValueNotStated', {
      value: '7.7',
    }),
  RoleNotAllowed: () =>
    publish(totals, 'dispatcher').thenRefused('RoleNotAllowed', { allowed: ['coordinator', 'system'] }),
};

describe('a rule of a publication', () => {
  it.each(Object.entries(broken))('%s refuses what breaks it, in both languages', (tag, refuse) => {
    const refusal = refuse();
    expect(refusal.tag).toBe(tag);
    expectSentences(refusal);
  });

  it('has an example above', () => {
    expect(Object.keys(broken).sort()).toEqual(Object.keys(publicationSentences).sort());
  });
});

describe('a publication', () => {
  it.each(Role.values)('is recorded by a coordinator or the system: %s', (role) => {
    expect(E.isRight(publish(totals, role).decided)).toBe(role === 'coordinator' || role === 'system');
  });

  it('takes several tables, and a table of the same period again in place of the first', () => {
    const other: FiguresPublished = { ...totals, table: slug('types') };
    const older: FiguresPublished = { ...totals, period: valid(YearText, '2020') };
    const again: FiguresPublished = { ...totals, rows: [] };
    expect(publish(other).state?.tables).toEqual([totals, other]);
    expect(publish(older).state?.tables).toEqual([totals, older]);
    expect(publish(again).state?.tables).toEqual([again]);
  });
});

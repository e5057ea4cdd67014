import {
  type Given,
  Label,
  Month,
  type MunicipalityCommand,
  type MunicipalityEvent,
  type MunicipalityRejection,
  municipalityDecider,
  municipalitySentences,
  PlainDate,
  Role,
} from '@burgernet/domain';
import { given, type Happened, valid } from '@burgernet/domain/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { almere, by, moment, utrecht } from './an-action.js';
import { expectSentences } from './sentences.js';

const from = (role: Role, at = '2022-02-01T10:00:00.000Z', municipality = almere): Given => ({
  id: 'GM0034-2021',
  by: by(role, municipality),
  recordedAt: moment(at),
});
const date = (text: string): PlainDate => valid(PlainDate, text);
const of = {
  region: 'midden-nederland',
  municipality: almere,
  count: 7_000,
  source: valid(Label, 'a count'),
} as const;
const newYearsEve = { ...of, referenceDate: date('2021-12-31') };
const counted: Happened<MunicipalityEvent> = {
  recordedAt: moment('2022-01-31T10:00:00.000Z'),
  event: { type: 'InhabitantsCounted', data: newYearsEve },
};

const broken: { readonly [K in MunicipalityRejection['tag']]: () => MunicipalityRejection } = {
  OtherMunicipality: () =>
    given(municipalityDecider, [])
      .when({ ...from('system'), type: 'CountInhabitants', data: { ...newYearsEve, municipality: utrecht } })
      .thenRefused('OtherMunicipality', { stream: almere, given: utrecht }),
  OtherYear: () =>
    given(municipalityDecider, [])
      .when({
        ...from('system'),
        type: 'CountInhabitants',
        data: { ...of, referenceDate: date('2022-01-01') },
      })
      .thenRefused('OtherYear', { stream: 2021, given: '2022-01-01' }),
  OtherRegion: () =>
    given(municipalityDecider, [counted])
      .when({ ...from('system'), type: 'CountInhabitants', data: { ...newYearsEve, region: 'amsterdam' } })
      .thenRefused('OtherRegion', { stream: 'midden-nederland', given: 'amsterdam' }),
  CountedInTheFuture: () =>
    given(municipalityDecider, [])
      .when({
        ...from('system', '2021-12-30T22:59:59.999Z'),
        type: 'CountInhabitants',
        data: newYearsEve,
      })
      .thenRefused('CountedInTheFuture', { at: '2021-12-31' }),
  RoleNotAllowed: () =>
    given(municipalityDecider, [])
      .when({ ...from('dispatcher'), type: 'CountInhabitants', data: newYearsEve })
      .thenRefused('RoleNotAllowed', {
        role: 'dispatcher',
        allowed: ['system', 'coordinator', 'municipality'],
      }),
  NotItsMunicipality: () =>
    given(municipalityDecider, [])
      .when({ ...from('municipality', undefined, utrecht), type: 'CountInhabitants', data: newYearsEve })
      .thenRefused('NotItsMunicipality', { own: utrecht, given: almere }),
};

describe('a rule of a municipality’s counts', () => {
  it.each(Object.entries(broken))('%s refuses what breaks it, in both languages', (tag, refuse) => {
    const refusal = refuse();
    expect(refusal.tag).toBe(tag);
    expectSentences(refusal);
  });

  it('has an example above', () => {
    expect(Object.keys(broken).sort()).toEqual(Object.keys(municipalitySentences).sort());
  });
});

describe('a municipality’s counts', () => {
  const commands: { readonly [K in MunicipalityCommand['type']]: (given: Given) => MunicipalityCommand } = {
    CountParticipants: (g) => ({
      ...g,
      type: 'CountParticipants',
      data: { ...newYearsEve, channel: 'mail' },
    }),
    CountInhabitants: (g) => ({ ...g, type: 'CountInhabitants', data: newYearsEve }),
    CountSafetyOfficers: (g) => ({ ...g, type: 'CountSafetyOfficers', data: newYearsEve }),
    CountAppDownloads: (g) => ({
      ...g,
      type: 'CountAppDownloads',
      data: { ...of, month: valid(Month, '2021-12') },
    }),
  };
  const cases = Object.entries(commands).flatMap(([type, ask]) =>
    Role.values.map((role) => ({ type, role, ask })),
  );
  it.each(cases)('$type by $role', ({ role, ask }) => {
    const { decided } = given(municipalityDecider, []).when(ask(from(role)));
    expect(E.isRight(decided)).toBe(['system', 'coordinator', 'municipality'].includes(role));
  });

  it('may be taken from the first moment of their day or month in Amsterdam on', () => {
    const midnight = '2021-11-30T23:00:00.000Z';
    given(municipalityDecider, [])
      .when({ ...commands.CountAppDownloads(from('system', midnight)) })
      .thenEvents({ type: 'AppDownloadsCounted', data: { ...of, month: valid(Month, '2021-12') } });
    given(municipalityDecider, [])
      .when(commands.CountAppDownloads(from('system', '2021-11-30T22:59:59.999Z')))
      .thenRefused('CountedInTheFuture', { at: '2021-12' });
  });

  it('are replaced by a recount of the same thing at the same date, and by nothing else', () => {
    const recount = given(municipalityDecider, [counted]);
    const again = recount.when({
      ...from('coordinator'),
      type: 'CountInhabitants',
      data: { ...newYearsEve, count: 0 },
    });
    expect(again.state?.counts).toMatchObject([{ thing: 'inhabitants', at: '2021-12-31', count: 0 }]);
    const july = recount.when({
      ...from('coordinator'),
      type: 'CountInhabitants',
      data: { ...of, referenceDate: date('2021-07-01') },
    });
    expect(july.state?.counts.map(({ at }) => at)).toEqual(['2021-12-31', '2021-07-01']);
    const other = recount.when(commands.CountParticipants(from('coordinator')));
    expect(other.state?.counts).toMatchObject([
      { thing: 'inhabitants', count: 7_000 },
      { thing: 'participants.mail', count: 7_000 },
    ]);
  });

  it('keep for each its source, and of the year its region and municipality', () => {
    const { state } = given(municipalityDecider, [counted]).when({
      ...from('coordinator'),
      type: 'CountSafetyOfficers',
      data: { ...newYearsEve, count: 3, source: valid(Label, 'a letter') },
    });
    expect(state).toEqual({
      region: 'midden-nederland',
      municipality: almere,
      year: 2021,
      counts: [
        { thing: 'inhabitants', at: '2021-12-31', count: 7_000, source: 'a count' },
        { thing: 'safety-officers', at: '2021-12-31', count: 3, source: 'a letter' },
      ],
    });
  });

  it('may be taken on their own day and not the day before, in whatever month', () => {
    const [before, at] = ['2021-07-16T21:59:59.999Z', '2021-07-16T22:00:00.000Z'];
    const count = (recordedAt: string) =>
      given(municipalityDecider, []).when({
        ...from('system', recordedAt),
        type: 'CountInhabitants',
        data: { ...of, referenceDate: date('2021-07-17') },
      });
    count(before).thenRefused('CountedInTheFuture', { at: '2021-07-17', recordedAt: moment(before) });
    expect(count(at).state?.counts).toMatchObject([{ at: '2021-07-17' }]);
  });

  it('by an official who acts for no municipality are nobody’s', () => {
    const { municipality: _, ...nobody } = by('municipality');
    given(municipalityDecider, [])
      .when({ ...from('municipality'), by: nobody, type: 'CountInhabitants', data: newYearsEve })
      .thenRefused('NotItsMunicipality', { own: null, given: almere });
  });

  it('of different channels stand beside each other', () => {
    const participants = (channel: 'mail' | 'sms-voice') =>
      ({ ...from('coordinator'), type: 'CountParticipants', data: { ...newYearsEve, channel } }) as const;
    const mail: Happened<MunicipalityEvent> = {
      ...counted,
      event: { type: 'ParticipantsCounted', data: { ...newYearsEve, channel: 'mail' } },
    };
    const { state } = given(municipalityDecider, [mail]).when(participants('sms-voice'));
    expect(state?.counts.map(({ thing }) => thing)).toEqual(['participants.mail', 'participants.sms-voice']);
  });
});

import {
  ConsultationReason,
  type ConsultationRejection,
  consultationRefusal,
  consultationSentences,
  destroyFrom,
  ForgettingReason,
  type Instant,
  outOfSightFrom,
  type PersonalDataForgotten,
  Role,
  retentionStage,
  type VaultEvent,
  type VaultRejection,
  vaultDecider,
  vaultSentences,
} from '@burgernet/domain';
import { given, type Happened } from '@burgernet/domain/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { by, moment, uuid } from './an-action.js';
import { expectSentences } from './sentences.js';

const keptSince = moment('18:03');
const soon = moment('2021-06-01T10:00:00.000Z');
const afterFive = moment('2026-05-14T18:03:00.000Z');
const afterTen = moment('2031-05-14T18:03:00.000Z');

const data = (code: ForgettingReason): PersonalDataForgotten => ({
  what: 'response',
  keptSince,
  reason: { code },
});
const gone: Happened<VaultEvent> = {
  recordedAt: soon,
  event: { type: 'PersonalDataForgotten', data: data('request') },
};
const forget = (
  role: Role,
  code: ForgettingReason,
  recordedAt: Instant = soon,
  before: ReadonlyArray<Happened<VaultEvent>> = [],
) =>
  given(vaultDecider, before).when({
    type: 'ForgetPersonalData',
    id: uuid(7),
    by: by(role),
    recordedAt,
    data: data(code),
  });

const consult = (role: Role, reason: ConsultationReason, now: Instant): ConsultationRejection | undefined =>
  consultationRefusal({ role, reason, keptSince, now });

const refusedBy = (refusal: ConsultationRejection | undefined): ConsultationRejection => {
  if (refusal === undefined) throw new Error('This is shown.');
  return refusal;
};

const broken: { readonly [K in VaultRejection['tag']]: () => VaultRejection } = {
  RoleNotAllowed: () =>
    forget('dispatcher', 'request').thenRefused('RoleNotAllowed', { allowed: ['coordinator'] }),
  AlreadyForgotten: () =>
    forget('coordinator', 'error', afterFive, [gone]).thenRefused('AlreadyForgotten', { forgottenAt: soon }),
  RetentionNotOver: () =>
    forget('system', 'retention', afterFive).thenRefused('RetentionNotOver', { until: afterTen }),
};

const hidden: { readonly [K in ConsultationRejection['tag']]: () => ConsultationRejection } = {
  RoleNotAllowed: () => refusedBy(consult('municipality', 'success', soon)),
  OutOfSight: () => refusedBy(consult('coordinator', 'success', afterFive)),
  RetentionOver: () => refusedBy(consult('coordinator', 'accountability', afterTen)),
};

describe('a rule of the vault', () => {
  it.each(Object.entries(broken))('%s refuses to forget what breaks it, in both languages', (tag, refuse) => {
    const refusal = refuse();
    expect(refusal.tag).toBe(tag);
    expectSentences(refusal);
  });

  it.each(Object.entries(hidden))('%s refuses to show what breaks it, in both languages', (tag, refuse) => {
    const refusal = refuse();
    expect(refusal.tag).toBe(tag);
    expectSentences(refusal);
  });

  it('has an example above', () => {
    expect(Object.keys(broken).sort()).toEqual(Object.keys(vaultSentences).sort());
    expect(Object.keys(hidden).sort()).toEqual(Object.keys(consultationSentences).sort());
  });
});

describe('personal data', () => {
  it.each(Role.values)(
    'is forgotten by the clock when its time is over, and else by a coordinator: %s',
    (role) => {
      for (const code of ForgettingReason.values)
        expect([code, E.isRight(forget(role, code, afterTen).decided)]).toEqual([
          code,
          role === (code === 'retention' ? 'system' : 'coordinator'),
        ]);
    },
  );

  it('is forgotten once, and the log then says what kind it was and since when it was kept', () => {
    const state = forget('coordinator', 'request').thenEvents({
      type: 'PersonalDataForgotten',
      data: data('request'),
    });
    expect(state).toEqual({ forgottenAt: soon });
  });

  it.each(Role.values)('is read by who works with it, and by no municipality and no machine: %s', (role) => {
    expect(consult(role, 'investigation', soon) === undefined).toBe(
      role === 'dispatcher' || role === 'coordinator' || role === 'police-team',
    );
  });

  it.each(Role.values)(
    'is out of sight after five years but for complaints and accountability: %s',
    (role) => {
      for (const reason of ConsultationReason.values)
        expect([reason, consult(role, reason, afterFive) === undefined]).toEqual([
          reason,
          role === 'coordinator' && (reason === 'complaint' || reason === 'accountability'),
        ]);
    },
  );

  it('has its time to the millisecond, on the clock in Amsterdam', () => {
    expect([outOfSightFrom(keptSince), destroyFrom(keptSince)]).toEqual([afterFive, afterTen]);
    const justBefore = moment('2026-05-14T18:02:59.999Z');
    expect(retentionStage(keptSince, justBefore)).toBe('in-sight');
    expect(retentionStage(keptSince, afterFive)).toBe('out-of-sight');
    expect(retentionStage(keptSince, moment('2031-05-14T18:02:59.999Z'))).toBe('out-of-sight');
    expect(retentionStage(keptSince, afterTen)).toBe('over');
    // 29 February has no fifth birthday, and the clock may have changed by then.
    expect(outOfSightFrom(moment('2024-02-29T11:00:00.000Z'))).toBe('2029-02-28T11:00:00.000Z');
    expect(outOfSightFrom(moment('2021-03-28T10:00:00.000Z'))).toBe('2026-03-28T11:00:00.000Z');
  });

  it('is read for a reason out of a list that people know', () => {
    expect([...ConsultationReason.values].sort()).toEqual([
      'accountability',
      'action',
      'complaint',
      'investigation',
      'request',
      'success',
    ]);
  });

  it('that may not be read is refused with the rule’s own facts', () => {
    expect(consult('system', 'action', soon)?.facts).toEqual({
      command: 'ConsultPersonalData',
      role: 'system',
      allowed: ['dispatcher', 'coordinator', 'police-team'],
    });
    expect(consult('dispatcher', 'complaint', afterFive)?.facts).toEqual({
      since: afterFive,
      reason: 'complaint',
      reasons: ['complaint', 'accountability'],
    });
    expect(consult('coordinator', 'complaint', afterTen)?.facts).toEqual({ since: afterTen });
  });

  it('that may not be forgotten names the command and who may', () => {
    forget('dispatcher', 'retention').thenRefused('RoleNotAllowed', {
      command: 'ForgetPersonalData',
      role: 'dispatcher',
      allowed: ['system'],
    });
  });
});

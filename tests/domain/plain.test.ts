import {
  ActionCommand,
  type AnyRejection,
  actionDecider,
  closed,
  type Decided,
  type Decider,
  type DomainEvent,
  decideAction,
  decideMailing,
  decideMunicipality,
  decidePlain,
  decidePublication,
  decideVault,
  decodePlain,
  domainRegistry,
  Instant,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  isVaultEvent,
  MailingCommand,
  MunicipalityCommand,
  mailingDecider,
  momentOfRecording,
  municipalityDecider,
  PublicationCommand,
  publicationDecider,
  readEventPlain,
  recordingPlain,
  type StoredEvent,
  VaultCommand,
  vaultDecider,
} from '@burgernet/domain';
import {
  anyActionCommand,
  anyMailingCommand,
  anyMunicipalityCommand,
  anyPublicationCommand,
  anyVaultCommand,
  damagedHistories,
  histories,
  moments,
} from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.js';

const registry = domainRegistry();

/** The states through which the streams of one aggregate went, whichever stream they are of. */
const statesOf = <C, E extends DomainEvent, S, R extends AnyRejection>(
  decider: Decider<C, E, S, R>,
  isOf: (event: DomainEvent) => event is E,
  stored: ReadonlyArray<StoredEvent>,
): ReadonlyArray<S | undefined> => {
  const last = new Map<string, S | undefined>();
  const states: Array<S | undefined> = [undefined];
  for (const one of stored) {
    const read = readEventPlain(registry, one);
    if (!read.ok) throw new Error(read.unreadable.detail);
    const { event, stream, recordedAt } = read.event;
    if (!isOf(event)) continue;
    last.set(stream, decider.evolve(last.get(stream), event, recordedAt));
    states.push(last.get(stream));
  }
  return states;
};

const agrees = <C, E extends DomainEvent, S, R extends AnyRejection>(
  decider: Decider<C, E, S, R>,
  isOf: (event: DomainEvent) => event is E,
  decide: (command: C, state: S | undefined) => Decided<E, R>,
  commands: fc.Arbitrary<C>,
): void =>
  fc.assert(
    fc.property(
      histories({ size: 20 }),
      fc.array(commands, { minLength: 1, maxLength: 4 }),
      ({ stored }, asked) => {
        for (const state of statesOf(decider, isOf, stored))
          for (const command of asked) {
            const either = decider.decide(command, state);
            const plain = decide(command, state);
            expect(plain).toEqual(
              E.isRight(either) ? { ok: true, events: either.right } : { ok: false, rejection: either.left },
            );
            expect(decidePlain(decider)(command, state)).toEqual(plain);
          }
      },
    ),
    { numRuns: Math.ceil(runs / 10) },
  );

describe('a decision without fp-ts is that of the decider, on', () => {
  it('actions', () => agrees(actionDecider, isActionEvent, decideAction, anyActionCommand()));
  it('mailings', () => agrees(mailingDecider, isMailingEvent, decideMailing, anyMailingCommand()));
  it('municipalities', () =>
    agrees(municipalityDecider, isMunicipalityEvent, decideMunicipality, anyMunicipalityCommand()));
  it('publications', () =>
    agrees(publicationDecider, isPublicationEvent, decidePublication, anyPublicationCommand()));
  it('the vault', () => agrees(vaultDecider, isVaultEvent, decideVault, anyVaultCommand()));
});

describe('reading an event without fp-ts', () => {
  it('gives what the registry gives, of events that can be read and of others', () => {
    fc.assert(
      fc.property(damagedHistories({ size: 20 }), ({ stored, broken }) => {
        for (const one of stored) {
          const either = registry.decode(one);
          expect(readEventPlain(registry, one)).toEqual(
            E.isRight(either) ? { ok: true, event: either.right } : { ok: false, unreadable: either.left },
          );
        }
        expect(readEventPlain(registry, { ...broken, type: 'Nothing' })).toMatchObject({
          ok: false,
          unreadable: { reason: 'unknown-type' },
        });
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
});

describe('the moment of recording without fp-ts', () => {
  it('is that of momentOfRecording, or its refusal', () => {
    const anyTolerance = fc.option(fc.nat(10_000_000), { nil: undefined });
    fc.assert(
      fc.property(
        moments(),
        fc.option(moments(), { nil: undefined }),
        anyTolerance,
        (now, last, tolerance) => {
          const either = momentOfRecording('a stream', last, now, tolerance);
          expect(recordingPlain('a stream', last, now, tolerance)).toEqual(
            E.isRight(either)
              ? { ok: true, recordedAt: either.right }
              : { ok: false, rejection: either.left },
          );
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('a command from outside', () => {
  const kinds: ReadonlyArray<readonly [string, t.Mixed, fc.Arbitrary<object>]> = [
    ['an action', ActionCommand, anyActionCommand()],
    ['a mailing', MailingCommand, anyMailingCommand()],
    ["a municipality's year", MunicipalityCommand, anyMunicipalityCommand()],
    ['a publication', PublicationCommand, anyPublicationCommand()],
    ['the vault', VaultCommand, anyVaultCommand()],
  ];

  it.each(kinds)(
    'on %s is decoded from JSON, and refused where something is missing or too much',
    (_, codec, commands) => {
      fc.assert(
        fc.property(commands, fc.nat(), (command, which) => {
          const json: object = JSON.parse(JSON.stringify(command));
          expect(decodePlain(codec, json)).toEqual({ ok: true, value: command });
          const fields = Object.entries(json);
          const without = Object.fromEntries(
            fields.filter((_field, index) => index !== which % fields.length),
          );
          for (const wrong of [
            without,
            { ...json, note: 'x' },
            { ...json, id: 'x' },
            { ...json, type: 'x' },
          ]) {
            expect(codec.is(wrong)).toBe(false);
            const refused = decodePlain(codec, wrong);
            expect(refused.ok ? '' : refused.problem).not.toBe('');
          }
        }),
        { numRuns: Math.ceil(runs / 10) },
      );
    },
  );

  it.each([undefined, null, 1, 'MarkSuccess', [], {}, { type: 1 }, { type: 'MarkSuccess' }])(
    'is refused where it is %j',
    (value) => expect(decodePlain(ActionCommand, value)).toMatchObject({ ok: false }),
  );

  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [['6f1f'], 'a list'],
    [{ id: '6f1f' }, 'an object'],
    [1.5, '1.5'],
    [2 ** 60, 'a number too large to be exact'],
    ['a"b', '"a\\"b"'],
    ['x'.repeat(400), `"${'x'.repeat(56)}...`],
  ])('is refused with the value that it has, where that is short: %j', (value, shown) => {
    expect(decodePlain(closed('one', { id: Instant }), { id: value })).toEqual({
      ok: false,
      problem: `id: no instant (${shown})`,
    });
  });

  it('is refused by a codec that says nothing of its own with the name of what it wants', () => {
    expect(decodePlain(closed('one', { isSo: t.boolean }), { isSo: 'no' })).toEqual({
      ok: false,
      problem: 'isSo: no boolean ("no")',
    });
  });

  it('is refused with five of its mistakes, and how many more there are', () => {
    const seven = Array.from({ length: 7 }, (_, at) => `field ${at}`);
    const refused = decodePlain(
      closed('seven', Object.fromEntries(seven.map((name) => [name, Instant]))),
      {},
    );
    expect(refused.ok ? '' : refused.problem).toBe(
      `${seven
        .slice(0, 5)
        .map((name) => `seven lacks the field "${name}"`)
        .join('; ')}; and 2 more`,
    );
  });

  it('is refused in a sentence that names the field', () => {
    const command = {
      type: 'RuleOutSuccess',
      id: '6f1f2f0e-58a5-4c1b-9c53-0a4d9d7a1c11',
      by: { role: 'mayor', id: '6f1f2f0e-58a5-4c1b-9c53-0a4d9d7a1c11' },
      recordedAt: '2021-05-14T18:03',
      data: { reason: { code: 'not-found' } },
    };
    const refused = decodePlain(ActionCommand, command);
    expect(refused.ok ? '' : refused.problem).toBe(
      'by.role: no role: one of dispatcher, coordinator, police-team, municipality, system ("mayor"); recordedAt: no instant ("2021-05-14T18:03")',
    );
    const unknown = decodePlain(MailingCommand, command);
    expect(unknown.ok ? '' : unknown.problem).toBe(
      'no command on a stream of kind mailing; its type is one of SendMailing, ReceiveMailingResponse, AssessMailing, WithdrawMailing',
    );
  });
});

describe('a value from outside', () => {
  it('is decoded, or refused in a sentence', () => {
    expect(decodePlain(Instant, '2021-05-14T18:03:00.000Z')).toEqual({
      ok: true,
      value: '2021-05-14T18:03:00.000Z',
    });
    expect(decodePlain(Instant, 'yesterday')).toEqual({ ok: false, problem: 'no instant' });
  });
});

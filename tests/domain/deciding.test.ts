import {
  type AnyRejection,
  actionDecider,
  type Decider,
  type DomainEvent,
  domainRegistry,
  type Given,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  isVaultEvent,
  kindOf,
  mailingDecider,
  municipalityDecider,
  parseStream,
  publicationDecider,
  type Recorded,
  type StoredEvent,
  vaultDecider,
} from '@burgernet/domain';
import {
  anyActionCommand,
  anyEvent,
  anyMailingCommand,
  anyMunicipalityCommand,
  anyPublicationCommand,
  anyVaultCommand,
  histories,
  moments,
} from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.js';
import { expectSentences } from './sentences.js';

const registry = domainRegistry();
const read = (stored: ReadonlyArray<StoredEvent>): ReadonlyArray<Recorded<DomainEvent>> =>
  stored.map((one) => {
    const decoded = registry.decode(one);
    if (E.isLeft(decoded)) throw new Error(decoded.left.detail);
    return decoded.right;
  });

/** The states through which the streams of one aggregate went, by stream id. */
const statesOf = <C, E extends DomainEvent, S, R extends AnyRejection>(
  decider: Decider<C, E, S, R>,
  isOf: (event: DomainEvent) => event is E,
  stored: ReadonlyArray<StoredEvent>,
): ReadonlyArray<readonly [string, S | undefined]> => {
  const last = new Map<string, S | undefined>();
  return read(stored).flatMap(
    ({ event, stream, recordedAt }): ReadonlyArray<readonly [string, S | undefined]> => {
      const id = parseStream(stream)?.id;
      if (!isOf(event) || id === undefined) return [];
      const before = last.get(id);
      expect(decider.conflictOf(id, before, event, recordedAt)).toBeUndefined();
      const after = decider.evolve(before, event, recordedAt);
      expect(after).toBeDefined();
      last.set(id, after);
      return [[id, before]];
    },
  );
};

/** Holds a decider to what every decider promises, whatever it is asked in whatever state. */
const keepsItsPromises = <C extends Given, E extends DomainEvent, S, R extends AnyRejection>(
  decider: Decider<C, E, S, R>,
  isOf: (event: DomainEvent) => event is E,
  commands: fc.Arbitrary<C>,
): void =>
  fc.assert(
    fc.property(histories(), fc.array(commands, { minLength: 1, maxLength: 8 }), ({ stored }, asked) => {
      for (const [id, before] of [['', undefined] as const, ...statesOf(decider, isOf, stored)])
        for (const any of asked) {
          const command = id === '' ? any : { ...any, id };
          const decided = decider.decide(command, before);
          if (E.isLeft(decided)) {
            expectSentences(decided.left);
            continue;
          }
          expect(decided.right.length).toBeGreaterThan(0);
          decided.right.reduce<S | undefined>((state, event) => {
            expect(decider.conflictOf(command.id, state, event, command.recordedAt)).toBeUndefined();
            expect(kindOf(event)).toBe(decider.kind);
            return decider.evolve(state, event, command.recordedAt);
          }, before);
        }
    }),
    { numRuns: Math.ceil(runs / 10) },
  );

describe('a decision is a refusal in a sentence, or events that fit their stream, for any command on', () => {
  it('actions', () => keepsItsPromises(actionDecider, isActionEvent, anyActionCommand()));
  it('mailings', () => keepsItsPromises(mailingDecider, isMailingEvent, anyMailingCommand()));
  it('municipalities', () =>
    keepsItsPromises(municipalityDecider, isMunicipalityEvent, anyMunicipalityCommand()));
  it('publications', () => keepsItsPromises(publicationDecider, isPublicationEvent, anyPublicationCommand()));
  it('the vault', () => keepsItsPromises(vaultDecider, isVaultEvent, anyVaultCommand()));
});

describe('what somebody else wrote', () => {
  it('conflicts or fits, and never makes a fold fail', () => {
    const foreign = fc.array(fc.tuple(anyEvent(), moments()), { maxLength: 10 });
    fc.assert(
      fc.property(histories({ size: 20 }), foreign, ({ stored }, written) => {
        for (const [id, before] of statesOf(actionDecider, isActionEvent, stored))
          for (const [event, recordedAt] of written) {
            if (!isActionEvent(event)) continue;
            const conflict = actionDecider.conflictOf(id, before, event, recordedAt);
            if (conflict === undefined) expect(actionDecider.evolve(before, event, recordedAt)).toBeDefined();
            else expectSentences(conflict);
          }
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it('is told apart by the kind of stream it belongs to', () => {
    fc.assert(
      fc.property(anyEvent(), (event) => {
        const is = [isActionEvent, isMailingEvent, isMunicipalityEvent, isPublicationEvent, isVaultEvent].map(
          (one) => one(event),
        );
        expect(is.filter(Boolean)).toHaveLength(1);
        const kind = registry.registrations.find(({ type }) => type === event.type)?.kind;
        expect(kindOf(event)).toBe(kind);
      }),
    );
  });
});

import type { ReconstructedEvent } from '@burgernet/adapters';
import {
  type ActionState,
  type AnyRejection,
  actionDecider,
  domainRegistry,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  type MailingState,
  type MunicipalityState,
  mailingDecider,
  municipalityDecider,
  type PublicationState,
  parseStream,
  publicationDecider,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled, historyOf } from './history.js';

describe('the events of the reconstruction of 2021', () => {
  let history: ReadonlyArray<ReconstructedEvent>;
  beforeAll(async () => {
    history = historyOf(await bundled());
  });

  it('are read back as what they were', () => {
    const registry = domainRegistry();
    history.forEach(({ stream, event }, index) => {
      const read = registry.decode({ ...registry.encode(event), stream, revision: 0, position: index + 1 });
      expect(E.isRight(read) ? read.right.event : read.left.detail).toEqual(event.event);
    });
  });

  it('conflict with no rule of the stream they follow', () => {
    const actions = new Map<string, ActionState | undefined>();
    const mailings = new Map<string, MailingState | undefined>();
    const municipalities = new Map<string, MunicipalityState | undefined>();
    const publications = new Map<string, PublicationState | undefined>();
    const conflicts: AnyRejection[] = [];
    for (const { stream, event: recorded } of history) {
      const { event, recordedAt } = recorded;
      const id = parseStream(stream)?.id ?? '';
      const fold = <S, R extends AnyRejection>(
        states: Map<string, S | undefined>,
        conflict: R | undefined,
        next: S | undefined,
      ): void => {
        if (conflict !== undefined) conflicts.push(conflict);
        states.set(stream, next);
      };
      if (isActionEvent(event)) {
        const state = actions.get(stream);
        fold(
          actions,
          actionDecider.conflictOf(id, state, event, recordedAt),
          actionDecider.evolve(state, event, recordedAt),
        );
      } else if (isMailingEvent(event)) {
        const state = mailings.get(stream);
        fold(
          mailings,
          mailingDecider.conflictOf(id, state, event, recordedAt),
          mailingDecider.evolve(state, event, recordedAt),
        );
      } else if (isMunicipalityEvent(event)) {
        const state = municipalities.get(stream);
        fold(
          municipalities,
          municipalityDecider.conflictOf(id, state, event, recordedAt),
          municipalityDecider.evolve(state, event, recordedAt),
        );
      } else if (isPublicationEvent(event)) {
        const state = publications.get(stream);
        fold(
          publications,
          publicationDecider.conflictOf(id, state, event, recordedAt),
          publicationDecider.evolve(state, event, recordedAt),
        );
      }
    }
    expect(conflicts).toEqual([]);
    expect([actions.size, mailings.size, municipalities.size, publications.size]).toEqual([
      793,
      908,
      39 + 38,
      1,
    ]);
  });

  it('have ids of their own: of events, of commands, of responses and of successes', () => {
    const all = new Set<string>();
    let expected = 0;
    for (const { event } of history) {
      all.add(event.eventId).add(event.metadata.commandId);
      expected += 2;
      if (event.event.type === 'ResponseReceived') all.add(event.event.data.responseId);
      if (event.event.type === 'SuccessMarked') all.add(event.event.data.successId);
      if (event.event.type === 'ResponseReceived' || event.event.type === 'SuccessMarked') expected += 1;
    }
    expect(all.size).toBe(expected);
    expect(new Set(history.map(({ event }) => event.metadata.correlationId)).size).toBe(1);
    expect(new Set(history.map(({ event }) => event.metadata.actorId)).size).toBe(1);
  });
});

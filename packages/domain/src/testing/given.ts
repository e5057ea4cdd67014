import * as E from 'fp-ts/lib/Either.js';
import type { Given } from '../command.js';
import type { Decider } from '../decider.js';
import type { AnyRejection } from '../rejection.js';
import { Instant } from '../time/instant.js';
import { sameJson, shown } from './json.js';
import { valid } from './valid.js';

/** An event that happened before, with when it was recorded. */
export interface Happened<E> {
  readonly recordedAt: Instant;
  readonly event: E;
}

/** The refusal of a union that has this tag. */
export type Tagged<R extends AnyRejection, K extends R['tag']> = Extract<R, { readonly tag: K }>;

/** What became of a command. */
export interface Outcome<E, S, R extends AnyRejection> {
  /** the decision itself, for assertions of one's own */
  readonly decided: E.Either<R, ReadonlyArray<E>>;
  /** the state after the events of the decision; after a refusal the state as it was */
  readonly state: S | undefined;
  /**
   * Asserts that exactly these events follow.
   *
   * @returns the state after them
   * @throws Error that shows what was expected and what happened
   */
  readonly thenEvents: (...events: ReadonlyArray<E>) => S | undefined;
  /**
   * Asserts that the command is refused by this rule.
   *
   * @param facts facts that the refusal must give; others are not looked at
   * @returns the refusal
   * @throws Error that shows what was expected and what happened
   */
  readonly thenRefused: <K extends R['tag']>(tag: K, facts?: Partial<Tagged<R, K>['facts']>) => Tagged<R, K>;
}

/** A stream as it was before the command. */
export interface Before<C, E, S, R extends AnyRejection> {
  /**
   * Gives the command.
   *
   * @throws Error where the given events contradict each other, since no such stream can be
   */
  readonly when: (command: C) => Outcome<E, S, R>;
}

/** An event with when it was recorded, `2021-05-14T18:03:00.000Z`. */
export const at = <E>(recordedAt: string, event: E): Happened<E> => ({
  recordedAt: valid(Instant, recordedAt),
  event,
});

const hasTag = <R extends AnyRejection, K extends R['tag']>(refusal: R, tag: K): refusal is Tagged<R, K> =>
  refusal.tag === tag;

/**
 * Given events, when a command, then events or a refusal: an example of a rule, without a store and in
 * any test framework.
 *
 * @example
 * given(actionDecider, [at('2021-05-14T18:03:00.000Z', started)]).when(mark).thenEvents(marked);
 * given(actionDecider, []).when(mark).thenRefused('ActionUnknown');
 */
export const given = <C extends Given, E, S, R extends AnyRejection>(
  decider: Decider<C, E, S, R>,
  happened: ReadonlyArray<Happened<E>>,
): Before<C, E, S, R> => ({
  when: (command) => {
    let before: S | undefined;
    for (const { event, recordedAt } of happened) {
      const conflict = decider.conflictOf(command.id, before, event, recordedAt);
      if (conflict !== undefined)
        throw new Error(`These given events cannot be: ${conflict.text.en}\n${shown(happened)}`);
      before = decider.evolve(before, event, recordedAt);
    }
    const decided = decider.decide(command, before);
    const after = E.isLeft(decided)
      ? before
      : decided.right.reduce<S | undefined>(
          (state, event) => decider.evolve(state, event, command.recordedAt),
          before,
        );
    return {
      decided,
      state: after,
      thenEvents: (...events) => {
        if (E.isLeft(decided))
          throw new Error(`Expected events:\n${shown(events)}\nbut was refused: ${shown(decided.left)}`);
        if (!sameJson(decided.right, events))
          throw new Error(`Expected events:\n${shown(events)}\nbut there were:\n${shown(decided.right)}`);
        return after;
      },
      thenRefused: (tag, facts) => {
        if (E.isRight(decided))
          throw new Error(`Expected the refusal ${tag}, but there were events:\n${shown(decided.right)}`);
        const refusal = decided.left;
        if (!hasTag(refusal, tag))
          throw new Error(`Expected the refusal ${tag}, but it was: ${shown(refusal)}`);
        const said = new Map<string, unknown>(Object.entries(refusal.facts));
        for (const [fact, value] of Object.entries(facts ?? {}))
          if (!sameJson(said.get(fact), value))
            throw new Error(`Expected ${tag} with ${fact} ${shown(value)}, but it was: ${shown(refusal)}`);
        return refusal;
      },
    };
  },
});

import type { Append, AppendOutcome, ExpectedRevision } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';

/** What became of a batch, without the sentences. */
export type Outcome =
  | { readonly tag: 'written' | 'repeated'; readonly firstRevision: number; readonly position: number }
  | { readonly tag: 'EventIdTaken'; readonly eventId: string }
  | { readonly tag: 'RevisionConflict'; readonly actual: ExpectedRevision };

/** The outcome that a store gave, in the words of the model. */
export const outcomeOf = (given: AppendOutcome): Outcome => {
  if (given.tag === 'done') {
    const { firstRevision, position, repeated } = given.appended;
    return { tag: repeated ? 'repeated' : 'written', firstRevision, position };
  }
  const { error } = given;
  switch (error.tag) {
    case 'EventIdTaken':
      return { tag: error.tag, eventId: error.eventId };
    case 'RevisionConflict':
      return { tag: error.tag, actual: error.actual };
    case 'NotStorable':
      throw new Error(error.text.en);
  }
};

/** The port in its plainest form: one list, searched from its beginning each time. */
export class StoreModel {
  readonly log: StoredEvent[] = [];

  stream(name: string): ReadonlyArray<StoredEvent> {
    return this.log.filter(({ stream }) => stream === name);
  }

  /** Batch after batch, up to the first that is refused. */
  appendAll(appends: ReadonlyArray<Append>): ReadonlyArray<Outcome> {
    const outcomes: Outcome[] = [];
    for (const append of appends) {
      const outcome = this.#append(append);
      outcomes.push(outcome);
      if (outcome.tag !== 'written' && outcome.tag !== 'repeated') break;
    }
    return outcomes;
  }

  #append({ stream, expected, events }: Append): Outcome {
    const known = this.stream(stream);
    const firstRevision = expected === 'no-stream' ? 0 : expected + 1;
    const standing = known.slice(firstRevision, firstRevision + events.length);
    const last = standing.at(-1);
    if (last !== undefined && events.every(({ eventId }, index) => standing[index]?.eventId === eventId))
      return { tag: 'repeated', firstRevision, position: last.position };
    const ids = events.map(({ eventId }) => eventId);
    const taken = ids.find(
      (id, index) => ids.indexOf(id) < index || known.some(({ eventId }) => eventId === id),
    );
    if (taken !== undefined) return { tag: 'EventIdTaken', eventId: taken };
    const actual = known.at(-1)?.revision ?? 'no-stream';
    if (actual !== expected) return { tag: 'RevisionConflict', actual };
    for (const [index, event] of events.entries())
      this.log.push({ ...event, stream, revision: firstRevision + index, position: this.log.length + 1 });
    return { tag: 'written', firstRevision, position: this.log.length };
  }
}

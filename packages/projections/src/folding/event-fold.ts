import {
  type DomainEvent,
  defaultPrefix,
  parseStream,
  type Recorded,
  type Unreadable,
} from '@burgernet/domain';
import type { Delivery } from './delivery.js';
import type { Projection } from './project.js';

/** A projection of one's own, as two functions: a state before any event, and what one event makes of it. */
export interface EventFold<State> {
  /** the state before the first event, made anew for every reading */
  readonly initial: () => State;
  /**
   * takes one event into account. It may change the state in place; what it returns is the state from then
   * on. An event that was delivered before, with the same stream and event id, changes nothing.
   */
  readonly handle: (state: State, recorded: Recorded<DomainEvent>) => State;
}

/**
 * Has a fold take events into account as they are delivered, so that it can be fed by `project`. From an
 * event that could not be read on, its stream is frozen (domain: "What cannot be read"): the fold is given
 * no later event of it, and all other streams go on.
 */
export class RunningFold<State> implements Projection {
  readonly #fold: EventFold<State>;
  readonly #prefix: string;
  readonly #unreadable: Unreadable[] = [];
  readonly #frozen = new Set<string>();
  #state: State;
  #position = 0;

  /** @param prefix of our streams, see `defaultPrefix` */
  constructor(fold: EventFold<State>, prefix: string = defaultPrefix) {
    this.#fold = fold;
    this.#prefix = prefix;
    this.#state = fold.initial();
  }

  /** The state after all that was handled. */
  get state(): State {
    return this.#state;
  }

  /** The position of the last event handled, 0 before the first. */
  get position(): number {
    return this.#position;
  }

  /** What could not be read, in the order in which it came. */
  get unreadable(): ReadonlyArray<Unreadable> {
    return this.#unreadable;
  }

  /** Takes one delivery into account. */
  handle(delivery: Delivery): void {
    if (delivery._tag === 'Left') {
      const { stream, position } = delivery.left.stored;
      this.#position = Math.max(this.#position, position);
      this.#unreadable.push(delivery.left);
      if (parseStream(stream, this.#prefix) !== undefined) this.#frozen.add(stream);
      return;
    }
    const recorded = delivery.right;
    this.#position = Math.max(this.#position, recorded.position);
    if (!this.#frozen.has(recorded.stream)) this.#state = this.#fold.handle(this.#state, recorded);
  }
}

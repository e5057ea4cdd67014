import type { StoredEvent } from '@burgernet/domain';
import { Observable, type Subscriber } from 'rxjs';
import type { EventStore, Followed } from '../port.js';
import { handover } from '../replaying.js';
import type { Counter } from './counter.js';
import { closed } from './failure.js';
import { untilHandled } from './handing.js';
import { handful } from './log-scan.js';
import { GaveUp, persistently } from './persistently.js';
import { isAfter, type Place, tokenOf } from './place.js';
import { Pull, Silence } from './pull.js';
import { streamsOf, subscriptionRequest } from './read-request.js';
import type { Received } from './received.js';
import { resumption } from './record-at.js';
import { numbered, type Start, startOf } from './replay.js';
import type { Session } from './session.js';
import type { Traffic } from './traffic.js';

/** How long a page that is not full waits for more while the follower catches up, in milliseconds. */
const gathering = 20;

class Follower {
  readonly #session: Session;
  readonly #traffic: Traffic;
  readonly #subscriber: Subscriber<Followed>;
  readonly #left: AbortSignal;
  readonly #has: number;
  /** everything up to here was handled */
  #handled: { readonly position: number; readonly place: Place | undefined };
  /** everything up to here came from the server */
  #came: { count: number; place: Place | undefined };
  #page: StoredEvent[] = [];
  /** of the last event of the page: a record of the server's own may have come behind it */
  #pageEnd: Place | undefined;
  #isLive = false;
  #isToldCaughtUp = false;

  constructor(
    session: Session,
    traffic: Traffic,
    subscriber: Subscriber<Followed>,
    left: AbortSignal,
    { has, count, place }: Start,
  ) {
    this.#session = session;
    this.#traffic = traffic;
    this.#subscriber = subscriber;
    this.#left = left;
    this.#has = has;
    this.#handled = { position: count, place };
    this.#came = { count, place };
  }

  get position(): number {
    return Math.max(this.#has, this.#handled.position);
  }

  /** Subscribes after the last event handled and hands over what comes, until the call ends. */
  async attempt(progressed: () => void): Promise<void> {
    const { connection, prefix, limits } = this.#session;
    this.#came = { count: this.#handled.position, place: this.#handled.place };
    this.#page = [];
    this.#isLive = false;
    this.#isToldCaughtUp = false;
    const from = await resumption(this.#session, this.#handled.place);
    const pull = new Pull(await connection.read(subscriptionRequest(streamsOf(prefix), from)));
    const stop = (): void => pull.cancel();
    this.#left.addEventListener('abort', stop);
    try {
      // The first message confirms the subscription. After that silence may mean that nothing happens;
      // that the server is still there is seen from its answers to the connection's own pings.
      const next = (limit: number) => {
        const messages = this.#some(pull, limit);
        // Who leaves does not wait for them, and then their failure would be nobody's.
        messages.catch(() => undefined);
        return messages;
      };
      let coming = next(limits.answer);
      while (!this.#left.aborted) {
        const messages = await (this.#owesCaughtUp ? Promise.race([coming, this.#traffic.quiet()]) : coming);
        if (messages !== undefined) {
          for (const each of messages) await this.#take(each);
          progressed();
        }
        if (this.#isLive) {
          await this.#flush();
          this.#tellCaughtUp(pull);
        }
        if (messages !== undefined) coming = next(Number.POSITIVE_INFINITY);
      }
    } finally {
      this.#left.removeEventListener('abort', stop);
      pull.cancel();
    }
  }

  /** The next messages; while there is an unfinished page it is not kept waiting for long. */
  async #some(pull: Pull<Received>, limit: number) {
    for (;;) {
      try {
        const messages = await pull.take(handful, this.#page.length > 0 ? gathering : limit);
        if (messages.length === 0) throw new Error('the server ended the call');
        return messages;
      } catch (error) {
        if (!(error instanceof Silence) || this.#page.length === 0) throw error;
        await this.#flush();
      }
    }
  }

  async #take(each: Received): Promise<void> {
    switch (each.tag) {
      case 'Event':
      case 'System': {
        const { place } = this.#came;
        if (place !== undefined && !isAfter(each.place, place)) {
          if (each.tag === 'Event') {
            const { stream, revision } = each.event;
            this.#session.report({ tag: 'Redelivered', stream, revision });
          }
          return;
        }
        const [next] = numbered(this.#session, [each], this.#came.count);
        this.#came = { count: next?.event.position ?? this.#came.count, place: each.place };
        if (next !== undefined && next.event.position > this.#has) {
          this.#page.push(next.event);
          this.#pageEnd = next.place;
        }
        if (this.#page.length >= handful) await this.#flush();
        return;
      }
      case 'Checkpoint':
        // It stands in the queue behind the events before it; they are handled first.
        await this.#flush();
        if (this.#came.place === undefined || isAfter(each.place, this.#came.place)) {
          this.#came = { ...this.#came, place: each.place };
          this.#handled = { position: this.#came.count, place: each.place };
        }
        return;
      case 'CaughtUp':
        await this.#flush();
        this.#isLive = true;
        return;
      case 'FellBehind':
        await this.#flush();
        this.#isLive = false;
        this.#isToldCaughtUp = false;
        this.#session.report({ tag: 'FellBehind', position: this.position });
        return;
      default:
    }
  }

  /** Hands over the page and waits until it was handled. */
  async #flush(): Promise<void> {
    const { count, place } = this.#came;
    const position = this.#page.at(-1)?.position;
    if (position !== undefined && this.#pageEnd !== undefined) {
      const events = this.#page;
      this.#page = [];
      this.#isToldCaughtUp = false;
      const checkpoint = { position, token: tokenOf(this.#pageEnd) };
      await untilHandled(this.#subscriber, (handled) =>
        this.#subscriber.next({ tag: 'Page', ...handover(events, checkpoint, handled) }),
      );
    }
    if (!this.#left.aborted) this.#handled = { position: count, place };
  }

  /** Whether only appends that are under way keep it from being told that it has caught up. */
  get #owesCaughtUp(): boolean {
    return this.#isLive && !this.#isToldCaughtUp && this.#traffic.isBusy;
  }

  /** Says so where nothing is left, neither here nor, as far as this store knows, on the server. */
  #tellCaughtUp(pull: Pull<unknown>): void {
    const isAllHandled = !this.#traffic.isBusy && this.#traffic.isAllBefore(this.#handled.place);
    if (this.#isToldCaughtUp || !isAllHandled || pull.waiting > 0 || this.#left.aborted) return;
    this.#isToldCaughtUp = true;
    this.#subscriber.next({ tag: 'CaughtUp', position: this.position });
  }
}

/** Follows the log, over every loss of the server, until nobody listens. */
export const followOf =
  (session: Session, counter: Counter, traffic: Traffic): EventStore['follow'] =>
  (after) =>
    new Observable((subscriber) => {
      const left = new AbortController();
      const run = async (): Promise<void> => {
        const follower = new Follower(session, traffic, subscriber, left.signal, startOf(after, counter));
        await persistently(
          session,
          'follow',
          () => follower.position,
          (progressed) => follower.attempt(progressed),
          left.signal,
        );
      };
      const fail = (error: unknown): void => {
        if (!left.signal.aborted) subscriber.error(error instanceof GaveUp ? error.error : error);
      };
      const close = (): void => subscriber.error(closed);
      if (session.closed.aborted) close();
      else {
        session.closed.addEventListener('abort', close);
        void run().catch(fail);
      }
      return () => {
        session.closed.removeEventListener('abort', close);
        left.abort();
      };
    });

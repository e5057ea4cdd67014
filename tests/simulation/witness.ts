import { isDeepStrictEqual } from 'node:util';
import type { Append, CommandError, CommandOutcome } from '@burgernet/adapters';
import type { StoredEvent, Uuid } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import type { EmbeddedLog } from '../../packages/adapters/src/event-store/embedded-log.js';
import { readAll } from '../support/read.js';
import { accountOf, figuresOf } from './account.js';
import { must } from './broken.js';
import type { Kept } from './disk.js';

/** What somebody was told of events: where they stand. */
interface Standing {
  readonly what: string;
  readonly events: ReadonlyArray<StoredEvent>;
}

/** Sees the log itself and all that anybody is told, and compares. */
export class Witness {
  readonly #log: EmbeddedLog;
  readonly #revisions = new Map<string, number>();
  readonly #ids = new Set<string>();
  readonly #acknowledged = new Map<string, Standing>();
  readonly #refused = new Map<Uuid, CommandError>();
  readonly #accounts = new Map<number, string>();
  #figures: string | undefined;
  #seen = 0;

  /** @param log as it is, with nothing in between */
  constructor(log: EmbeddedLog) {
    this.#log = log;
  }

  /** The position of the last event. */
  get last(): number {
    const last = this.#log.last();
    must(last._tag === 'Right', 'The log itself cannot be read.');
    return last.right;
  }

  /** The events of the log up to a position. */
  events(upTo: number = this.last, after: number = 0): ReadonlyArray<StoredEvent> {
    const page = this.#log.page(after, upTo);
    must(page._tag === 'Right', 'The log itself cannot be read.');
    return page.right;
  }

  /** What a fresh replay of the log up to a position comes to. */
  accountAt(position: number): string {
    const known = this.#accounts.get(position);
    if (known !== undefined) return known;
    const account = accountOf(readAll(this.events(position)));
    this.#accounts.set(position, account);
    return account;
  }

  /** After every turn: what came into the log stands where it should. */
  look(): void {
    for (const { stream, revision, position, eventId } of this.events(this.last, this.#seen)) {
      this.#seen++;
      must(position === this.#seen, `Position ${position} stands where ${this.#seen} should.`);
      const next = (this.#revisions.get(stream) ?? -1) + 1;
      must(revision === next, `Revision ${revision} of ${stream} stands where ${next} should.`);
      this.#revisions.set(stream, revision);
      must(!this.#ids.has(eventId), `Event ${eventId} is in the log twice.`);
      this.#ids.add(eventId);
    }
  }

  #stands({ what, events }: Standing): void {
    must(events.length > 0, `${what} was acknowledged and left nothing.`);
    for (const event of events) {
      const [there] = this.events(event.position, event.position - 1);
      must(isDeepStrictEqual(there, event), `${what} was acknowledged, but its event is not in the log.`);
    }
  }

  /** A command was acknowledged to whoever gave it. */
  acknowledged(commandId: Uuid, { events }: CommandOutcome): void {
    const what = `Command ${commandId}`;
    this.#stands({ what, events });
    const before = this.#acknowledged.get(commandId);
    must(
      before === undefined || isDeepStrictEqual(before.events, events),
      `${what} was acknowledged twice with different events.`,
    );
    this.#acknowledged.set(commandId, { what, events });
  }

  /** A command was refused. */
  refused(commandId: Uuid, error: CommandError): void {
    this.#refused.set(commandId, error);
  }

  /** A batch that was made elsewhere was acknowledged. */
  restored({ stream, events }: Append): void {
    const what = `The batch of ${events[0].eventId}`;
    const ids = events.map(({ eventId }) => eventId);
    const there = this.events().filter((event) => event.stream === stream && ids.includes(event.eventId));
    must(there.length === events.length, `${what} was acknowledged, but its events are not in the log.`);
    this.#acknowledged.set(what, { what, events: there });
  }

  /**
   * A follower, or one who reads once, was told that it has everything up to a position.
   *
   * @param there the last position when it had handled the last page before that, or had asked for the first
   */
  caughtUp(who: string, models: ReadModels, position: number, there: number): void {
    must(models.position >= position, `${who} was told that it caught up before it handled all.`);
    must(position >= there, `${who} was told that it caught up, and there was more.`);
    this.agrees(who, models);
  }

  /** Figures, ledger and all else that was read is what a fresh replay up to there reads. */
  agrees(who: string, models: ReadModels): void {
    const account = this.accountAt(models.position);
    must(accountOf(models) === account, `${who} differs from a fresh replay up to ${models.position}.`);
  }

  /** Every answer to every question about figures is that of a fresh replay. */
  sameFigures(who: string, models: ReadModels): void {
    this.#figures ??= figuresOf(readAll(this.events()));
    must(figuresOf(models) === this.#figures, `The figures of ${who} differ from those of a fresh replay.`);
  }

  /** What a follower has kept now. */
  kept(who: string, kept: Kept | undefined): void {
    must(
      kept === undefined || kept.checkpoint.position <= kept.shelf.summary.position,
      `The checkpoint of ${who} runs ahead of what it handled.`,
    );
  }

  /** When all is over. */
  conclude(): void {
    const all = this.events();
    for (const standing of this.#acknowledged.values()) this.#stands(standing);
    const told = new Set(
      [...this.#acknowledged.values()].flatMap(({ events }) => events.map(({ eventId }) => eventId)),
    );
    for (const { eventId, metadata } of all) {
      const commandId: unknown = JSON.parse(metadata).commandId;
      const refusal = [...this.#refused].find(([id]) => id === commandId && !this.#acknowledged.has(id));
      must(
        refusal === undefined,
        `Command ${refusal?.[0]} was refused (${refusal?.[1].tag}) and left an event.`,
      );
      must(told.has(eventId), `Event ${eventId} is in the log, and nobody was told.`);
    }
    must(told.size === all.length, `There are ${all.length} events and ${told.size} were acknowledged.`);
    const [unreadable] = readAll(all).quarantine.events;
    must(unreadable === undefined, `An event contradicts its stream: ${unreadable?.detail}`);
  }
}

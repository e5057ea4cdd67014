import type { Append, CommandRequest, EventToAppend } from '@burgernet/adapters';
import {
  type Actor,
  type AnyRejection,
  type Decider,
  type DomainEvent,
  defaultPrefix,
  domainRegistry,
  fromEpoch,
  type Given,
  type MunicipalityCode,
  type Role,
  type Source,
  streamOf,
  type Uuid,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Random } from './random.js';

/** A batch, and when it comes into the log: milliseconds since 1970. */
export interface Planned {
  readonly loggedAt: number;
  /** what was asked for, and brought the batch about */
  readonly request: CommandRequest;
  readonly append: Append;
}

/** The people who act: a few ids a role, as one control room has them. */
export class Cast {
  readonly #ids: ReadonlyArray<Uuid>;

  constructor(private readonly random: Random) {
    this.#ids = Array.from({ length: 60 }, () => random.uuid());
  }

  as(role: Role, municipality?: MunicipalityCode): Actor {
    const id = this.random.one(this.#ids);
    return municipality === undefined ? { role, id } : { role, id, municipality };
  }
}

const registry = domainRegistry();

/** How a life came into the log: as it happened, or imported later from an older system. */
export interface Import {
  /** milliseconds between the registration and the place in the log */
  readonly delay: number;
  readonly source: Source;
}

/**
 * One aggregate from its first event to its last. What it is asked to do goes through its decider:
 * what the rules refuse leaves no event, so its history is valid however wild the wishes are.
 */
export class Life<
  C extends Pick<CommandRequest, 'type' | 'data'>,
  E extends DomainEvent,
  S,
  R extends AnyRejection,
> {
  readonly planned: Planned[] = [];
  readonly id: string;
  readonly #stream: string;
  readonly #correlation: Uuid;
  #state: S | undefined;
  #revision = -1;

  constructor(
    private readonly decider: Decider<C, E, S, R>,
    private readonly random: Random,
    id: string,
    private readonly imported?: Import,
  ) {
    this.id = id;
    this.#stream = streamOf(decider.kind, id, defaultPrefix);
    this.#correlation = random.uuid();
  }

  get state(): S | undefined {
    return this.#state;
  }

  /**
   * Asks for something. Calls come in the order of their moments.
   *
   * @param at the moment of recording, milliseconds since 1970
   * @param command makes the command of who asks, on what and when
   */
  ask(at: number, by: Actor, command: (given: Given) => C): void {
    const recordedAt = fromEpoch(at);
    const asked = command({ id: this.id, by, recordedAt });
    const decided = this.decider.decide(asked, this.#state);
    if (E.isLeft(decided)) return;
    const commandId = this.random.uuid();
    const { imported } = this;
    const events = decided.right.map((event): EventToAppend => {
      this.#state = this.decider.evolve(this.#state, event, recordedAt);
      const role = this.decider.isByRule(event) ? 'system' : by.role;
      const metadata = {
        actorId: by.id,
        role,
        commandId,
        correlationId: this.#correlation,
        causationId: commandId,
        ...(by.municipality === undefined ? {} : { municipality: by.municipality }),
        ...(imported === undefined ? {} : { source: imported.source }),
      };
      return registry.encode({ event, eventId: this.random.uuid(), recordedAt, metadata });
    });
    const [first, ...rest] = events;
    if (first === undefined) return;
    const expected = this.#revision === -1 ? 'no-stream' : this.#revision;
    this.#revision += events.length;
    this.planned.push({
      loggedAt: at + (imported?.delay ?? 0),
      request: {
        kind: this.decider.kind,
        id: this.id,
        type: asked.type,
        data: asked.data,
        by,
        recordedAt,
        commandId,
        correlationId: this.#correlation,
        source: imported?.source,
      },
      append: { stream: this.#stream, expected, events: [first, ...rest] },
    });
  }
}

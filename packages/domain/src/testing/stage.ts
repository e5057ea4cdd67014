import * as E from 'fp-ts/lib/Either.js';
import type { Given } from '../command.js';
import type { Metadata, Source, StoredEvent } from '../envelope.js';
import { type DomainEvent, domainRegistry } from '../events.js';
import type { AnyRejection } from '../rejection.js';
import { streamOf } from '../stream.js';
import { type Instant, later, plus } from '../time/instant.js';
import { Label } from '../vocabulary/identifiers.js';
import { actor } from './cast.js';
import { idOf } from './ids.js';
import { type Picks, picksOf } from './picks.js';
import type { Part } from './scene.js';
import { isAmong, type Step } from './step.js';
import { valid } from './valid.js';

/** A stream while its history is played. */
export interface Line<S> {
  state: S | undefined;
  revision: number;
  readonly source: Source | undefined;
  /** the clock of an imported stream, which runs behind the log's; `undefined` where it is the log's */
  now: Instant | undefined;
}

/** The streams of one kind, by id. */
export type Lines<S> = Map<string, Line<S>>;

/** Where a history is played. */
export interface Stage {
  /** the log so far */
  readonly stored: ReadonlyArray<StoredEvent>;
  /** Takes one step in a stream, and gives the events that it left; none where it was refused. */
  readonly play: <C extends Given, E extends DomainEvent, S, R extends AnyRejection>(
    part: Part<C, E, S, R>,
    lines: Lines<S>,
    n: number,
    step: Step,
    nth: number,
  ) => ReadonlyArray<StoredEvent>;
}

const registry = domainRegistry();
const day = 86_400_000;
const sources: ReadonlyArray<Source> = [
  { kind: 'table', name: valid(Label, 'a published table'), reconstructed: true },
  { kind: 'portal', name: valid(Label, 'an export of the portal'), reconstructed: true },
  { kind: 'command', name: valid(Label, 'a file of commands') },
];

/**
 * An empty stage.
 *
 * @param start the log's clock at the beginning; only imported streams are recorded before it
 * @param size most events in the log
 * @param imported the share of streams that are imported, from 0 to 1
 */
export const emptyStage = (start: Instant, size: number, imported: number): Stage => {
  const stored: StoredEvent[] = [];
  let now = start;

  const begin = <S>(picks: Picks): Line<S> => {
    const behind = isAmong(imported, picks.below(100));
    const past = plus(now, -day * picks.one([1, 40, 400]) - picks.one([0, 1]));
    const source = picks.one(sources);
    return behind
      ? { state: undefined, revision: -1, source, now: past }
      : { state: undefined, revision: -1, source: undefined, now: undefined };
  };

  return {
    stored,
    play: ({ decider, id, write }, lines, n, step, nth) => {
      const stream = id(n);
      const time = picksOf(step.when);
      const line = lines.get(stream) ?? begin(time);
      const command = write({
        id: stream,
        step: nth,
        from: line.now ?? now,
        time,
        picks: picksOf(step.picks),
        state: line.state,
        imported: line.source !== undefined,
        others: [...lines.keys()],
      });
      if (command === undefined) return [];
      const decided = decider.decide(command, line.state);
      if (E.isLeft(decided) || stored.length + decided.right.length > size) return [];
      const { recordedAt } = command;
      const commandId = idOf('command', nth);
      const told = decided.right.map((event, index): StoredEvent => {
        const by = decider.isByRule(event) ? actor('system') : command.by;
        const metadata: Metadata = {
          actorId: by.id,
          role: by.role,
          commandId,
          correlationId: commandId,
          causationId: commandId,
          ...(by.municipality === undefined ? {} : { municipality: by.municipality }),
          ...(line.source === undefined ? {} : { source: line.source }),
        };
        line.revision += 1;
        line.state = decider.evolve(line.state, event, recordedAt);
        return {
          position: stored.length + index + 1,
          stream: streamOf(decider.kind, stream),
          revision: line.revision,
          ...registry.encode({ event, eventId: idOf('event', nth * 16 + index), recordedAt, metadata }),
        };
      });
      stored.push(...told);
      lines.set(stream, line);
      if (line.now !== undefined) line.now = recordedAt;
      now = later(now, recordedAt);
      return told;
    },
  };
};

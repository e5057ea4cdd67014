import { Instant, type MunicipalityCode, Role } from '@burgernet/domain';
import type { Delivery } from '../folding/delivery.js';
import type { Projection } from '../folding/project.js';

/** Of which events it is asked who recorded them. */
export interface RecordedWhen {
  /** recorded at this moment or later */
  readonly from?: Instant;
  /** recorded at this moment or before */
  readonly to?: Instant;
  readonly role?: Role;
}

/** What somebody recorded in a role. */
export interface Recorder {
  readonly role: Role;
  /** the random id behind which the vault has the name */
  readonly actorId: string;
  /** of the role `municipality`: which one it is */
  readonly municipality: MunicipalityCode | null;
  readonly events: number;
  /** how many of them were made from tables or lines of an import, as their metadata says */
  readonly imported: number;
  /** when the first was recorded, and the last */
  readonly first: Instant;
  readonly last: Instant;
  /** in the order of their names */
  readonly byType: ReadonlyArray<{ readonly type: string; readonly events: number }>;
}

/** Whether a moment lies in a period; both its ends belong to it. */
export const isWhen = (at: Instant, { from, to }: Pick<RecordedWhen, 'from' | 'to'>): boolean =>
  (from === undefined || at >= from) && (to === undefined || at <= to);

interface Seen extends Omit<Recorder, 'byType'> {
  events: number;
  imported: number;
  first: Instant;
  last: Instant;
  readonly byType: Map<string, number>;
}

const inOrder = (a: Recorder, b: Recorder): number => {
  const roles = Role.values.indexOf(a.role) - Role.values.indexOf(b.role);
  if (roles !== 0) return roles;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.actorId < b.actorId ? -1 : 1;
};

/**
 * Who recorded what, and in which role (domain: "What auditors do"): what the metadata of the events says.
 * Which rules an event kept or broke is not asked here: it was recorded all the same.
 *
 * Feed it the whole log, each event once.
 */
export class WhoRecorded implements Projection {
  readonly #when: RecordedWhen;
  readonly #seen = new Map<string, Seen>();
  #position = 0;
  #unreadable = 0;

  constructor(when: RecordedWhen = {}) {
    this.#when = when;
  }

  get position(): number {
    return this.#position;
  }

  /**
   * Events of the period that this release cannot read, in whatever role; those whose moment cannot be read
   * are among them. Who recorded them it does not say.
   */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Takes the next event of the log into account, read or not. */
  handle(delivery: Delivery): void {
    if (delivery._tag === 'Left') {
      const { position, recordedAt } = delivery.left.stored;
      this.#position = position;
      if (!Instant.is(recordedAt) || isWhen(recordedAt, this.#when)) this.#unreadable += 1;
      return;
    }
    const { position, recordedAt, metadata, event } = delivery.right;
    this.#position = position;
    const { actorId, role, municipality = null, source } = metadata;
    if (!isWhen(recordedAt, this.#when) || (this.#when.role ?? role) !== role) return;
    const key = `${role}/${actorId}/${municipality ?? ''}`;
    const seen = this.#seen.get(key) ?? {
      role,
      actorId,
      municipality,
      events: 0,
      imported: 0,
      first: recordedAt,
      last: recordedAt,
      byType: new Map<string, number>(),
    };
    this.#seen.set(key, seen);
    seen.events += 1;
    if (source !== undefined) seen.imported += 1;
    // Across streams the moments of recording may go back.
    if (recordedAt < seen.first) seen.first = recordedAt;
    if (recordedAt > seen.last) seen.last = recordedAt;
    seen.byType.set(event.type, (seen.byType.get(event.type) ?? 0) + 1);
  }

  /** Everybody who recorded something, by role and then by who came first. */
  recorders(): ReadonlyArray<Recorder> {
    return [...this.#seen.values()]
      .map(
        (seen): Recorder => ({
          ...seen,
          byType: [...seen.byType]
            .map(([type, events]) => ({ type, events }))
            .sort((a, b) => (a.type < b.type ? -1 : 1)),
        }),
      )
      .sort(inOrder);
  }
}

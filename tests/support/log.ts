import {
  type DomainEvent,
  domainRegistry,
  Instant,
  kindOf,
  type Metadata,
  type StoredEvent,
  streamOf,
  Uuid,
} from '@burgernet/domain';

const registry = domainRegistry();

const valid = <A>(codec: { readonly is: (u: unknown) => u is A }, value: unknown): A => {
  if (!codec.is(value)) throw new Error(`A test names something that is not what it should be: ${value}`);
  return value;
};

/** A UUID made of a number, for tests. */
export const uuid = (n: number): Uuid =>
  valid(Uuid, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** A moment: `2021-05-14T20:03` is meant in UTC, seconds and milliseconds may follow. */
export const utc = (text: string): Instant => valid(Instant, `${text}${':00.000'.slice(text.length - 16)}Z`);

/** What a test says of an event: which stream's, what, and when it was recorded. */
export interface Said {
  readonly of: number | string;
  readonly at: string;
  readonly event: DomainEvent;
  readonly metadata?: Partial<Metadata>;
}

/** A log of these events, in this order, with positions and revisions as a store would give them. */
export const log = (...said: ReadonlyArray<Said>): ReadonlyArray<StoredEvent> => {
  const revisions = new Map<string, number>();
  return said.map(({ of, at, event, metadata }, index) => {
    const stream = streamOf(kindOf(event), typeof of === 'number' ? uuid(of) : of);
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const id = uuid(1_000_000 + index);
    return {
      position: index + 1,
      stream,
      revision,
      ...registry.encode({
        event,
        eventId: id,
        recordedAt: utc(at),
        metadata: {
          actorId: uuid(9),
          role: 'system',
          commandId: id,
          correlationId: id,
          causationId: id,
          ...metadata,
        },
      }),
    };
  });
};

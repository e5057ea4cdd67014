import {
  type PublishedYear,
  type ReconstructedEvent,
  readTables,
  reconstruct,
  tablesOf2021,
} from '@burgernet/adapters';
import { type DomainEvent, domainRegistry, Instant } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/** A moment as the tests write it. */
export const at = (text: string): Instant => {
  if (Instant.is(text)) return text;
  throw new Error(`Not a moment: ${text}`);
};

/** When the demo registers the late successes: 1 February 2022, noon in Amsterdam. */
export const registeredAt = at('2022-02-01T11:00:00.000Z');

/** What must be right in a test's own set-up; shows the sentence where it is not. */
export const expectRight = <A>(result: E.Either<{ readonly text: { readonly en: string } }, A>): A => {
  if (E.isLeft(result)) throw new Error(result.left.text.en);
  return result.right;
};

/** The tables that come with the package. */
export const bundled = async (): Promise<PublishedYear> => expectRight(await readTables(tablesOf2021)());

/** The history of these tables. */
export const historyOf = (tables: PublishedYear): ReadonlyArray<ReconstructedEvent> =>
  expectRight(reconstruct(tables, { year: tables.year, registeredAt }));

/** An event as a store would hold it, in one text. */
export const stored = ({ stream, event }: ReconstructedEvent): string =>
  JSON.stringify([stream, domainRegistry().encode(event)]);

type DataOf = { readonly [E in DomainEvent as E['type']]: E['data'] };

/** The events of one type with their stream and moment. */
export const eventsOf = <T extends DomainEvent['type']>(
  history: ReadonlyArray<ReconstructedEvent>,
  type: T,
): ReadonlyArray<{
  readonly stream: string;
  readonly recordedAt: Instant;
  readonly data: DataOf[T];
}> => {
  const is = (event: DomainEvent): event is DomainEvent & { readonly data: DataOf[T] } => event.type === type;
  return history.flatMap(({ stream, event: { event, recordedAt } }) =>
    is(event) ? [{ stream, recordedAt, data: event.data }] : [],
  );
};

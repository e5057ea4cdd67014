import type { Act, DomainEvent, Instant, Sentence, StreamKind, Uuid } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { NamedActor } from '../../commands/named-actor.js';
import type { Failure } from '../failure.js';
import type { Given } from '../given.js';
import type { Field } from './field.js';

/** What there is to derive from where something was not said. */
export interface About {
  readonly given: Given;
  /** what was said, by the path in the command's data */
  readonly said: ReadonlyMap<string, unknown>;
  readonly now: Instant;
  readonly commandId: Uuid;
  readonly by: NamedActor;
  /** of the stream, so far */
  readonly events: ReadonlyArray<DomainEvent>;
  readonly models: TE.TaskEither<Failure, ReadModels>;
}

/** What stands in a command's data where nothing was said; `undefined` leaves it absent. */
export type Default = (about: About) => TE.TaskEither<Failure, unknown>;

/** The stream that a command is for. */
export type Target =
  /** the first argument names it */
  | 'named'
  /** a new one, whose id derives from the command's: a repeat finds the same */
  | 'new'
  /** it follows from what is asked */
  | ((data: Readonly<Record<string, unknown>>) => string);

/** How a command of the domain is given on the command line. */
export interface Form {
  /** how it is called, such as `success mark` */
  readonly line: string;
  /** what help says of it */
  readonly says: Sentence;
  readonly kind: StreamKind;
  readonly type: Act;
  readonly target: Target;
  /** behind the one that names the stream, in their order */
  readonly args: ReadonlyArray<Field>;
  readonly options: ReadonlyArray<Field>;
  /** by path, in an order in which one may follow from those before it */
  readonly defaults: ReadonlyArray<readonly [path: string, value: Default]>;
}

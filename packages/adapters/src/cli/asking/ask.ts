import { type DomainEvent, domainRegistry, type StoredEvent, streamOf, type Uuid } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { CommandRequest } from '../../commands/command-request.js';
import { derivedId, eventIdOf } from '../../commands/event-id.js';
import type { NamedActor } from '../../commands/named-actor.js';
import { systemActor } from '../../commands/system-actor.js';
import type { EventStore } from '../../event-store/port.js';
import type { Context } from '../context.js';
import type { Failure } from '../failure.js';
import type { Given } from '../given.js';
import { storeFailure } from '../store-failure.js';
import { compose, type SaidText } from './compose.js';
import type { Form } from './form.js';
import { identify } from './identify.js';
import type { SaidField } from './said.js';

/** A command as it was given on the command line. */
export interface Call {
  readonly form: Form;
  readonly given: Given;
  readonly names: ReadonlyArray<string>;
  readonly said: ReadonlyArray<SaidField>;
  readonly commandId: Uuid;
  /** who acts */
  readonly by: NamedActor;
}

/** A command with everything that it asks for, not given yet. */
export interface Asked {
  /** by the role alone: a name goes to the vault only when nothing is refused */
  readonly request: CommandRequest & { readonly commandId: Uuid };
  readonly named: NamedActor;
  readonly stream: string;
  readonly texts: ReadonlyArray<SaidText>;
  /** of the stream, before it */
  readonly history: ReadonlyArray<StoredEvent>;
}

/** Who acts, as far as deciding needs it. */
const roleOf = (named: NamedActor): CommandRequest['by'] => ({
  id: systemActor.id,
  role: named.role,
  ...(named.role === 'municipality' ? { municipality: named.name } : {}),
});

const registry = domainRegistry();

const decoded = (history: ReadonlyArray<StoredEvent>): ReadonlyArray<DomainEvent> =>
  history.flatMap((stored) => {
    const read = registry.decode(stored);
    return E.isRight(read) ? [read.right.event] : [];
  });

/** The event that the command itself brought about when it was given before; one by rule comes before it. */
const firstOf = (
  { kind }: Form,
  id: string,
  commandId: Uuid,
  history: ReadonlyArray<StoredEvent>,
): DomainEvent | undefined => {
  const ids = [0, 1].map((ordinal) => eventIdOf({ kind, id }, commandId, ordinal));
  return decoded(history.filter(({ eventId }) => ids.some((one) => one === eventId))).at(-1);
};

/** The id of the stream, as far as it is known before the command's data is. */
const streamId = (
  { form, names, commandId }: Call,
  models: TE.TaskEither<Failure, ReadModels>,
): TE.TaskEither<Failure, string | undefined> => {
  const { kind, target } = form;
  if (target === 'new') return TE.right(derivedId(`${kind}/${commandId}`));
  if (target !== 'named' || (kind !== 'action' && kind !== 'mailing')) return TE.right(undefined);
  return identify(kind, names[0] ?? '', models);
};

/**
 * Finds out what is asked: the stream that is named, the ids that are, and what follows where something
 * was not said.
 *
 * @param store to be read only
 * @param models of it, read when they are needed
 */
export const ask = (
  context: Pick<Context, 'options' | 'now'>,
  call: Call,
  store: EventStore,
  models: TE.TaskEither<Failure, ReadModels>,
): TE.TaskEither<Failure, Asked> => {
  const { form, given, said, commandId, by } = call;
  const { kind, type, target } = form;
  const recordedAt = context.now();
  const read = (stream: string) => pipe(store.read(stream), TE.mapLeft(storeFailure(context.options.store)));
  const askOf = (
    ofStream: string | undefined,
    before: ReadonlyArray<StoredEvent>,
  ): TE.TaskEither<Failure, Asked> => {
    const first = ofStream === undefined ? undefined : firstOf(form, ofStream, commandId, before);
    const about = { given, now: recordedAt, commandId, by, events: decoded(before), models };
    return pipe(
      compose(form, said, about, first),
      TE.chain(({ data, texts }) => {
        const id = ofStream ?? (typeof target === 'function' ? target(data) : '');
        const stream = streamOf(kind, id);
        const request = { kind, id, type, data, by: roleOf(by), recordedAt, commandId };
        return pipe(
          ofStream === undefined ? read(stream) : TE.right(before),
          TE.map((history) => ({ request, named: by, stream, texts, history })),
        );
      }),
    );
  };
  return pipe(
    streamId(call, models),
    TE.chain((ofStream) =>
      pipe(
        ofStream === undefined ? TE.right([]) : read(streamOf(kind, ofStream)),
        TE.chain((before) => askOf(ofStream, before)),
      ),
    ),
  );
};

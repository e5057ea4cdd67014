import { both, domainRegistry, type StoredEvent, type Uuid } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { CommandOutcome } from '../../commands/command-request.js';
import { type Considered, consider } from '../../commands/consider.js';
import { actorOf } from '../../commands/named-actor.js';
import { runCommand } from '../../commands/run-command.js';
import { memoryStore } from '../../event-store/memory-store.js';
import type { EventStore } from '../../event-store/port.js';
import { commandFailure } from '../command-failure.js';
import type { Context, Done } from '../context.js';
import type { Failure } from '../failure.js';
import { municipalityNames } from '../known-municipalities.js';
import { newId } from '../new-id.js';
import { readModelsOf, withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';
import { vaultFailure, withVault } from '../with-vault.js';
import { type Asked, ask, type Call, nobodySaid } from './ask.js';
import { figuresOf, type Outcome, printOutcome } from './outcome.js';

const registry = domainRegistry();

/** What is known of a command before anything is written. */
interface Looked {
  readonly asked: Asked;
  readonly considered: Considered;
}

/** Read models that are read once, when somebody asks for them. */
const onceRead = (context: Context, store: EventStore): TE.TaskEither<Failure, ReadModels> => {
  let reading: Promise<E.Either<Failure, ReadModels>> | undefined;
  return () => {
    reading ??= readModelsOf(context, store)();
    return reading;
  };
};

/**
 * Uses the store to read. Where there is none yet, a command that begins something is decided on an empty
 * one: only what is recorded makes a store.
 */
const readingOn = <A>(
  context: Context,
  begins: boolean,
  use: (store: EventStore) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    withStore(context, 'read', use),
    TE.orElse((failure) =>
      failure.code === 'StoreAbsent' && begins ? use(memoryStore()) : TE.left(failure),
    ),
  );

const look = (
  context: Context,
  call: Call,
  store: EventStore,
  models: TE.TaskEither<Failure, ReadModels>,
): TE.TaskEither<Failure, Looked> =>
  pipe(
    ask(context, call, store, models),
    TE.chain((asked) =>
      pipe(
        consider({ store, registry }, asked.request),
        TE.bimap(commandFailure(context.options.store), (considered) => ({ asked, considered })),
      ),
    ),
  );

/** The id of what a command made, or else of what it was about. */
const idOf = ({ request }: Asked): string => {
  const { data, id } = request;
  const made = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const [, own] = made.find(([key]) => key === 'successId' || key === 'responseId') ?? [];
  return typeof own === 'string' ? own : id;
};

const outcomeOf = (
  { form, commandId }: Call,
  asked: Asked,
  repeated: boolean,
  events: ReadonlyArray<StoredEvent>,
  isDryRun: boolean,
  figures: Outcome['figures'],
): Outcome => {
  const ids = new Set(events.map(({ eventId }) => eventId));
  return {
    command: form.type,
    commandId,
    stream: asked.stream,
    repeated,
    isDryRun,
    id: idOf(asked),
    events,
    history: [...asked.history.filter(({ eventId }) => !ids.has(eventId)), ...events],
    figures,
  };
};

/** The events that a command would bring about, as they would stand behind all that there is. */
const wouldStand = ({ history, stream }: Asked, considered: Considered, position: number) =>
  considered.tag === 'Repeat'
    ? considered.outcome.events
    : considered.batch.events.map(
        (event, at): StoredEvent => ({
          ...event,
          stream,
          revision: (history.at(-1)?.revision ?? -1) + 1 + at,
          position: position + 1 + at,
        }),
      );

/** What a command would bring about and move. */
const tryOut = (context: Context, call: Call, store: EventStore): TE.TaskEither<Failure, Outcome> => {
  const models = onceRead(context, store);
  return pipe(
    TE.Do,
    TE.bind('looked', () => look(context, call, store, models)),
    TE.bind('read', () => models),
    TE.map(({ looked: { asked, considered }, read }) => {
      const events = wouldStand(asked, considered, read.position);
      const repeated = considered.tag === 'Repeat';
      if (!repeated) for (const event of events) read.handle(registry.decode(event));
      return outcomeOf(call, asked, repeated, events, true, repeated ? undefined : figuresOf(read, events));
    }),
  );
};

/** Keeps who acts and what was written, and gives the command. */
const record = (
  context: Context,
  store: EventStore,
  { request, texts }: Asked,
): TE.TaskEither<Failure, CommandOutcome> => {
  const { options } = context;
  return withVault(context, (vault) =>
    pipe(
      actorOf(vault, newId)(options.as ?? nobodySaid),
      TE.chainFirst(() =>
        pipe(
          texts,
          TE.traverseSeqArray(({ reference, subject, text }) => vault.keep(reference, subject, text)),
        ),
      ),
      TE.mapLeft(vaultFailure),
      TE.chain((by) =>
        pipe(
          runCommand({ store, registry, newId })({ ...request, by }),
          TE.mapLeft(commandFailure(options.store)),
        ),
      ),
    ),
  );
};

/** Says the id of a command before it is recorded, so that it can be repeated whatever happens then. */
const announce = ({ options, terminal }: Context, commandId: Uuid): void => {
  if (options.id === undefined)
    terminal.note(
      both(
        `The id of this command is ${commandId}; repeated with --id it changes nothing.`,
        `Het id van deze opdracht is ${commandId}; herhaald met --id verandert zij niets.`,
      ),
    );
};

const carryOut = (
  context: Context,
  call: Call,
  { asked, considered }: Looked,
): TE.TaskEither<Failure, Outcome> => {
  if (considered.tag === 'Repeat')
    return TE.right(outcomeOf(call, asked, true, considered.outcome.events, false, undefined));
  announce(context, call.commandId);
  return withStore(context, 'write', (store) =>
    pipe(
      TE.Do,
      TE.bind('done', () => record(context, store, asked)),
      TE.bind('history', () =>
        pipe(store.read(asked.stream), TE.mapLeft(storeFailure(context.options.store))),
      ),
      TE.bind('models', () => (context.options.quiet ? TE.right(undefined) : readModelsOf(context, store))),
      TE.map(({ done: { repeated, events }, history, models }) => {
        const figures = models === undefined || repeated ? undefined : figuresOf(models, events);
        return outcomeOf(call, { ...asked, history }, repeated, events, false, figures);
      }),
    ),
  );
};

/**
 * Gives a command: decides it first, writes nothing where it is refused, and prints what happened and
 * what that moved.
 */
export const give = (context: Context, call: Call): TE.TaskEither<Failure, Done> => {
  const begins = call.form.target !== 'named';
  const isDryRun = call.given['dryRun'] === true;
  return pipe(
    isDryRun
      ? readingOn(context, begins, (store) => tryOut(context, call, store))
      : pipe(
          readingOn(context, begins, (store) => look(context, call, store, onceRead(context, store))),
          TE.chain((looked) => carryOut(context, call, looked)),
        ),
    TE.chain((outcome) =>
      pipe(
        municipalityNames,
        TE.chainTaskK((names) => async (): Promise<Done> => {
          const { language: lang } = context.options;
          await printOutcome(context, outcome, { lang, municipalityName: (code) => names.get(code) ?? code });
          return 0;
        }),
      ),
    ),
  );
};

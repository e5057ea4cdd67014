import { both, domainRegistry, type Uuid } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import type { Context, Done } from '../context.js';
import type { Failure } from '../failure.js';
import { reportContext } from '../known-municipalities.js';
import { readModelsOf, withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';
import { withVault } from '../with-vault.js';
import type { Call } from './ask.js';
import { figuresMovedBy } from './figures-moved.js';
import { type Looked, look, onceRead, readingOn, wouldStand } from './looking.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { printOutcome } from './print-outcome.js';
import { record } from './record.js';

const registry = domainRegistry();

/** What a command would bring about and move. */
const tryOut = (context: Context, call: Call, store: EventStore): TE.TaskEither<Failure, Outcome> => {
  const models = onceRead(context, store);
  return pipe(
    TE.Do,
    TE.bind('looked', () => look(context, call, store, models, false)),
    TE.bind('read', () => models),
    TE.map(({ looked, read }) => {
      const events = wouldStand(looked, read.position);
      const repeated = looked.considered.tag === 'Repeat';
      if (!repeated) for (const event of events) read.handle(registry.decode(event));
      const figures = repeated ? undefined : figuresMovedBy(read, events);
      return outcomeOf(call, looked.asked, events, figures, { repeated, isDryRun: true });
    }),
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
  if (considered.tag === 'Repeat') {
    const how = { repeated: true, isDryRun: false };
    return TE.right(outcomeOf(call, asked, considered.outcome.events, undefined, how));
  }
  announce(context, call.commandId);
  return withStore(context, 'write', (store) =>
    pipe(
      TE.Do,
      TE.bind('done', () => withVault(context, (vault) => record(context, store, vault, asked, considered))),
      TE.bind('history', () =>
        pipe(store.read(asked.stream), TE.mapLeft(storeFailure(context.options.store))),
      ),
      TE.bind('models', () => (context.options.quiet ? TE.right(undefined) : readModelsOf(context, store))),
      TE.map(({ done: { repeated, events }, history, models }) => {
        const figures = models === undefined || repeated ? undefined : figuresMovedBy(models, events);
        return outcomeOf(call, { ...asked, history }, events, figures, { repeated, isDryRun: false });
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
          readingOn(context, begins, (store, isThere) =>
            look(context, call, store, onceRead(context, store), isThere),
          ),
          TE.chain((looked) => carryOut(context, call, looked)),
        ),
    TE.chain((outcome) =>
      pipe(
        reportContext(context.options.language),
        TE.chainTaskK((drawing) => () => printOutcome(context, outcome, drawing)),
        TE.map((): Done => 0),
      ),
    ),
  );
};

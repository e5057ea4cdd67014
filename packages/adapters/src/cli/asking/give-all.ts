import { both, domainRegistry } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import type { Vault } from '../../vault/port.js';
import type { Context, Done } from '../context.js';
import { type Failure, refusal } from '../failure.js';
import { reportContext } from '../known-municipalities.js';
import { readModelsOf, withStore } from '../reading.js';
import { withVault } from '../with-vault.js';
import type { Call } from './ask.js';
import { type FiguresMoved, figuresMovedBy } from './figures-moved.js';
import { type Looked, look, onceRead, readingOn, wouldStand } from './looking.js';
import { outcomeOf } from './outcome.js';
import { type OutcomeAt, printAll, printRefused, type RefusedAt } from './print-all.js';
import { record } from './record.js';

const registry = domainRegistry();

/** One command of several, or why it cannot be read. */
export interface Item {
  /** where it stands, such as `markings.ndjson:3` */
  readonly at: string;
  readonly call: E.Either<Failure, Call>;
}

/** How several commands are given. */
export interface Together {
  readonly isDryRun: boolean;
  /** whether one of them may begin something, and so make a store */
  readonly begins: boolean;
  /** why a second one on the same stream is refused, by where the first stands; absent: it is not */
  readonly twice?: (first: string) => Failure;
}

interface LookedAt extends Looked {
  readonly at: string;
  readonly call: Call;
}

const idTwice = (first: string): Failure =>
  refusal(
    'IdTwice',
    `The id of this command stands in ${first} too, for something else; give each command an id of its own.`,
    `Het id van deze opdracht staat ook in ${first}, voor iets anders; geef elke opdracht een eigen id.`,
    { first },
  );

/** Looks at each of them. A store that does not answer ends it; a refusal is one of several. */
const lookAtAll = async (
  context: Context,
  items: ReadonlyArray<Item>,
  { twice }: Together,
  store: EventStore,
  models: TE.TaskEither<Failure, ReadModels>,
  isRecorded: boolean,
): Promise<E.Either<Failure, ReadonlyArray<E.Either<RefusedAt, LookedAt>>>> => {
  const looked: Array<E.Either<RefusedAt, LookedAt>> = [];
  const streams = new Map<string, string>();
  const ids = new Map<string, { readonly at: string; readonly stream: string }>();
  for (const { at, call } of items) {
    const found = await pipe(
      TE.fromEither(call),
      TE.chain((one) =>
        pipe(
          look(context, one, store, models, isRecorded),
          TE.map((seen): LookedAt => ({ ...seen, at, call: one })),
        ),
      ),
    )();
    if (E.isLeft(found)) {
      if (found.left.status === 3) return found;
      looked.push(E.left({ at, failure: found.left }));
      continue;
    }
    const { stream } = found.right.asked;
    const first = streams.get(stream);
    streams.set(stream, first ?? at);
    const sameId = ids.get(found.right.call.commandId);
    ids.set(found.right.call.commandId, sameId ?? { at, stream });
    if (sameId !== undefined && sameId.stream !== stream)
      looked.push(E.left({ at, failure: idTwice(sameId.at) }));
    else
      looked.push(first === undefined || twice === undefined ? found : E.left({ at, failure: twice(first) }));
  }
  return E.right(looked);
};

/** What they would bring about, one behind the other. */
const tryOut = (
  all: ReadonlyArray<LookedAt>,
  models: ReadModels,
): { readonly outcomes: ReadonlyArray<OutcomeAt>; readonly figures: FiguresMoved } => {
  const outcomes = all.map((one): OutcomeAt => {
    const events = wouldStand(one, models.position);
    const repeated = one.considered.tag === 'Repeat';
    if (!repeated) for (const event of events) models.handle(registry.decode(event));
    return {
      at: one.at,
      outcome: outcomeOf(one.call, one.asked, events, undefined, { repeated, isDryRun: true }),
    };
  });
  return { outcomes, figures: figuresOf(models, outcomes) };
};

const figuresOf = (models: ReadModels, outcomes: ReadonlyArray<OutcomeAt>): FiguresMoved =>
  figuresMovedBy(
    models,
    outcomes.flatMap(({ outcome }) => (outcome.repeated ? [] : outcome.events)),
  );

/** Where they are, when one of them is refused although all were good a moment before. */
const failedAt =
  (at: string) =>
  (failure: Failure): Failure => ({
    ...failure,
    text: both(`${at}: ${failure.text.en}`, `${at}: ${failure.text.nl}`),
  });

const recordOne =
  (context: Context, store: EventStore, vault: Vault) =>
  ({ at, call, asked, considered }: LookedAt): TE.TaskEither<Failure, OutcomeAt> =>
    pipe(
      record(context, store, vault, asked, considered),
      TE.bimap(failedAt(at), ({ repeated, events }) => ({
        at,
        outcome: outcomeOf(call, asked, events, undefined, { repeated, isDryRun: false }),
      })),
    );

const recordAll = (
  context: Context,
  all: ReadonlyArray<LookedAt>,
): TE.TaskEither<Failure, { readonly outcomes: ReadonlyArray<OutcomeAt>; readonly figures?: FiguresMoved }> =>
  withStore(context, 'write', (store) =>
    pipe(
      withVault(context, (vault) => pipe(all, TE.traverseSeqArray(recordOne(context, store, vault)))),
      TE.chain((outcomes) =>
        context.options.quiet
          ? TE.right({ outcomes })
          : pipe(
              readModelsOf(context, store),
              TE.map((models) => ({ outcomes, figures: figuresOf(models, outcomes) })),
            ),
      ),
    ),
  );

const statusOf = (refused: ReadonlyArray<RefusedAt>): Done =>
  refused.some(({ failure }) => failure.status === 2) ? 2 : 1;

/**
 * Gives several commands: all of them are decided first, and nothing is written where one is refused. What
 * was given before is recognised, so that it can be given again whatever happens halfway.
 */
export const giveAll = (
  context: Context,
  items: ReadonlyArray<Item>,
  together: Together,
): TE.TaskEither<Failure, Done> => {
  const decided = readingOn(context, together.begins, (store, isThere) => {
    const isRecorded = isThere && !together.isDryRun;
    const models = onceRead(context, store);
    return pipe(
      TE.Do,
      TE.bind('looked', () => () => lookAtAll(context, items, together, store, models, isRecorded)),
      TE.bind('tried', ({ looked }) =>
        together.isDryRun && looked.every(E.isRight)
          ? pipe(
              models,
              TE.map((read) =>
                tryOut(
                  looked.flatMap((one) => (E.isRight(one) ? [one.right] : [])),
                  read,
                ),
              ),
            )
          : TE.right(undefined),
      ),
    );
  });
  return pipe(
    TE.Do,
    TE.bind('drawing', () => reportContext(context.options.language)),
    TE.bind('decided', () => decided),
    TE.chain(({ drawing, decided: { looked, tried } }) => {
      const refused = looked.flatMap((one) => (E.isLeft(one) ? [one.left] : []));
      if (refused.length > 0)
        return TE.fromTask(async (): Promise<Done> => {
          await printRefused(context, looked.length, refused);
          return statusOf(refused);
        });
      const good = looked.flatMap((one) => (E.isRight(one) ? [one.right] : []));
      return pipe(
        tried === undefined ? recordAll(context, good) : TE.right(tried),
        TE.chainTaskK((done) => () => printAll(context, done.outcomes, done.figures, drawing)),
        TE.map((): Done => 0),
      );
    }),
  );
};

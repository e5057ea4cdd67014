import { both, domainRegistry, local, parseStream } from '@burgernet/domain';
import { type BoardAction, board } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { dueAt, type EndedDue, endDue as endDueOn } from '../../commands/end-due.js';
import type { ReportContext } from '../../report/context.js';
import { movedJson } from '../../report/json/moved-json.js';
import { whatAndWhere } from '../action-text.js';
import { actsAsSystem } from '../acts-as-system.js';
import { figuresMovedBy, figuresMovedText } from '../asking/figures-moved.js';
import { commandFailure } from '../command-failure.js';
import type { Context, Done, Run } from '../context.js';
import { readEvery, untilInterrupted } from '../every.js';
import { type Failure, optional } from '../failure.js';
import { text } from '../given.js';
import { reportContext } from '../known-municipalities.js';
import { newId } from '../new-id.js';
import { readModels, readModelsOf, withStore } from '../reading.js';

const words = {
  nothing: both(
    'No open action has come to the end of its run time.',
    'Geen open actie is aan het eind van de looptijd.',
  ),
  due: both('Open actions whose run time is over:', 'Open acties waarvan de looptijd voorbij is:'),
  ended: both('ended by rule at', 'volgens de regel geëindigd om'),
};

const lineOf = (action: BoardAction, drawing: ReportContext): string =>
  `${action.actionId}  ${whatAndWhere(action, drawing)}, ${words.ended[drawing.lang]} ${local(action.runsUntil)}`;

/** What is due, and prints it without ending anything. */
const dryRun = (context: Context, drawing: ReportContext): TE.TaskEither<Failure, Done> =>
  pipe(
    readModels(context),
    TE.chainTaskK((models) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const due = dueAt(board(models), context.now());
      const list =
        due.length === 0
          ? words.nothing[drawing.lang]
          : [words.due[drawing.lang], ...due.map((action) => lineOf(action, drawing))].join('\n');
      await terminal.print(
        options.json
          ? `${JSON.stringify({ due: due.map(({ actionId, runsUntil }) => ({ actionId, runsUntil })) })}\n`
          : `${list}\n`,
      );
      return 0;
    }),
  );

/** One look: ends what is due, and says what that moved. @returns 1 where something due could not be ended */
const pass = (context: Context, drawing: ReportContext, isOnly: boolean): TE.TaskEither<Failure, Done> =>
  pipe(
    readModels(context),
    TE.map((models) => dueAt(board(models), context.now())),
    TE.chain((due) =>
      due.length === 0
        ? TE.right(undefined)
        : withStore(context, 'write', (store) =>
            pipe(
              TE.fromTask(endDueOn({ store, registry: domainRegistry(), newId })(due, context.now())),
              TE.chain((ended) => firstFailure(context, ended)),
              TE.bindTo('ended'),
              TE.bind('models', () => readModelsOf(context, store)),
              TE.map(({ ended, models }) => ({ due, ended, models })),
            ),
          ),
    ),
    TE.chainTaskK((done) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const status: Done = done === undefined || done.ended.failed.length === 0 ? 0 : 1;
      const ended = new Set(done?.ended.events.map(({ stream }) => parseStream(stream)?.id));
      const actions = done?.due.filter(({ actionId }) => ended.has(actionId)) ?? [];
      if (done === undefined || actions.length === 0) {
        if (isOnly && options.json) await terminal.print('{"ended":[],"figures":[]}\n');
        else if (isOnly && status === 0) await terminal.print(`${words.nothing[drawing.lang]}\n`);
        return status;
      }
      const figures = figuresMovedBy(done.models, done.ended.events);
      const list = actions.map(({ actionId, runsUntil }) => ({ actionId, endedAt: runsUntil }));
      await terminal.print(
        options.json
          ? `${JSON.stringify({ ended: list, figures: figures.moved.map(movedJson) })}\n`
          : `${[...actions.map((action) => lineOf(action, drawing)), ...figuresMovedText(figures, drawing.lang)].join('\n')}\n`,
      );
      return status;
    }),
  );

/** Notes what could not be ended; trouble with the store ends the work. */
const firstFailure = ({ options, terminal }: Context, ended: EndedDue): TE.TaskEither<Failure, EndedDue> => {
  const failures = ended.failed.map(({ error }) => commandFailure(options.store)(error));
  const trouble = failures.find(({ status }) => status === 3);
  for (const { status, text: said } of failures) if (status !== 3) terminal.note(said);
  return trouble === undefined ? TE.right(ended) : TE.left(trouble);
};

/**
 * `burgernet action end-due`: ends by rule what has come to the end of its run time, once or time and again;
 * any number of processes may do so.
 */
export const endDue: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('every', () => TE.fromEither(optional(text(given, 'every'), readEvery))),
    TE.chainFirst(() => TE.fromEither(actsAsSystem('action end-due', context.options))),
    TE.bind('drawing', () => reportContext(context.options.language)),
    TE.chain(({ every, drawing }): TE.TaskEither<Failure, Done> => {
      if (given['dryRun'] === true) return dryRun(context, drawing);
      return every === undefined
        ? pass(context, drawing, true)
        : untilInterrupted(context, every, (looking) => pass(looking, drawing, false));
    }),
  );

import {
  type ActionState,
  both,
  classOf,
  domainRegistry,
  hasStandingMarking,
  Instant,
  local,
  type StoredEvent,
  streamOf,
} from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ReportContext } from '../../report/context.js';
import { successLabel } from '../../report/labels/figures.js';
import { eventSentence } from '../../report/story/event-sentence.js';
import { recorderText } from '../../report/story/recorder-text.js';
import { lastState, type Step, stepsOf } from '../../report/story/steps.js';
import { whatAndWhere } from '../action-text.js';
import { identify } from '../asking/identify.js';
import { onceRead } from '../asking/looking.js';
import type { Done, Run } from '../context.js';
import { type Failure, refusal } from '../failure.js';
import { reportContext } from '../known-municipalities.js';
import { withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';

const unknown = (id: string): Failure =>
  refusal(
    'NotFound',
    `There is no action ${id}; burgernet board, success waiting and thanks list actions with their ids.`,
    `Er is geen actie ${id}; burgernet board, success waiting en thanks noemen acties met hun id.`,
    { given: id },
  );

const words = {
  running: both('runs until', 'loopt tot'),
  ended: both('ended', 'geëindigd'),
  withdrawn: both('withdrawn, counts no more', 'ingetrokken, telt niet meer mee'),
  ruledOut: both('success ruled out', 'succes uitgesloten'),
  waits: both('waits for a verdict', 'wacht op een oordeel'),
  noSuccess: both('a find that does not count as a success', 'een vondst die niet als succes telt'),
  unread: both('This event cannot be read', 'Deze gebeurtenis is niet te lezen'),
};

/** How an action stands: whether it runs, and what came of it. */
const standing = (state: ActionState, lang: ReportContext['lang']): ReadonlyArray<string> => {
  if (state.withdrawn) return [words.withdrawn[lang]];
  const success = classOf(state.markings);
  const when =
    state.endedAt === null
      ? `${words.running[lang]} ${local(state.runsUntil)}`
      : `${words.ended[lang]} ${local(state.endedAt)}`;
  if (success !== 'none') return [when, successLabel(success, lang)];
  if (hasStandingMarking(state)) return [when, words.noSuccess[lang]];
  if (state.ruledOut) return [when, words.ruledOut[lang]];
  return state.endedAt === null ? [when] : [when, words.waits[lang]];
};

const sentenceOf = (step: Step, context: ReportContext): string =>
  step.tag === 'Told'
    ? eventSentence(step.recorded.event, step.after, context)
    : `${words.unread[context.lang]} (${step.why}).`;

const eventOf = (step: Step, stored: ReadonlyArray<StoredEvent>): StoredEvent | undefined =>
  step.tag === 'Unread' ? step.stored : stored.find(({ revision }) => revision === step.recorded.revision);

const lineOf = (step: Step, stored: ReadonlyArray<StoredEvent>, context: ReportContext): string => {
  const event = eventOf(step, stored);
  if (event === undefined) return '';
  const { recordedAt, type, revision, eventId } = event;
  const at = Instant.is(recordedAt) ? local(recordedAt) : recordedAt;
  const who = step.tag === 'Told' ? `  ${recorderText(step.recorded.metadata, context.lang)}` : '';
  return `${at}${who}\n  ${sentenceOf(step, context)}\n  ${type}, ${{ en: 'revision', nl: 'revisie' }[context.lang]} ${revision}, ${eventId}`;
};

const text = (
  id: string,
  stored: ReadonlyArray<StoredEvent>,
  steps: ReadonlyArray<Step>,
  context: ReportContext,
): string => {
  const state = lastState(steps);
  const head =
    state === undefined
      ? []
      : [`  ${[whatAndWhere(state.facts, context), ...standing(state, context.lang)].join('; ')}`];
  return [[id, ...head].join('\n'), ...steps.map((step) => lineOf(step, stored, context))].join('\n\n');
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
};

const json = (
  id: string,
  stored: ReadonlyArray<StoredEvent>,
  steps: ReadonlyArray<Step>,
  context: ReportContext,
) => ({
  actionId: id,
  state: lastState(steps) ?? null,
  events: steps.flatMap((step) => {
    const event = eventOf(step, stored);
    return event === undefined
      ? []
      : [
          {
            ...event,
            data: parsed(event.data),
            metadata: parsed(event.metadata),
            sentence: sentenceOf(step, context),
            ...(step.tag === 'Unread' ? { quarantined: step.why } : {}),
          },
        ];
  }),
});

/** `burgernet action show ACTION`: the life of an action as a story, with its events. */
export const showAction: Run = (context, _, [given = '']) =>
  pipe(
    withStore(context, 'read', (store) =>
      pipe(
        identify('action', given, onceRead(context, store)),
        TE.chain((id) =>
          pipe(
            store.read(streamOf('action', id)),
            TE.bimap(storeFailure(context.options.store), (stored) => ({ id, stored })),
          ),
        ),
      ),
    ),
    TE.filterOrElse(
      ({ stored }) => stored.length > 0,
      ({ id }) => unknown(id),
    ),
    TE.bindTo('found'),
    TE.bind('drawing', () => reportContext(context.options.language)),
    TE.chainTaskK(({ found: { id, stored }, drawing }) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const steps = stepsOf(domainRegistry(), id, stored);
      await terminal.print(
        options.json
          ? `${JSON.stringify(json(id, stored, steps, drawing))}\n`
          : `${text(id, stored, steps, drawing)}\n`,
      );
      return 0;
    }),
  );

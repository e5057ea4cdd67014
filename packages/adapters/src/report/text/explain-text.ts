import { local } from '@burgernet/domain';
import type { Explanation, StandingEvent, StandingGroup } from '@burgernet/projections';
import type { ReportContext } from '../context.js';
import { causeLabel } from '../labels/causes.js';
import { groupLabel } from '../labels/senders.js';
import { count, signed } from '../numbers.js';
import { eventSentence } from '../story/event-sentence.js';
import { recorderText } from '../story/recorder-text.js';
import type { Stories } from '../story/steps.js';
import { type Naming, streamHead } from '../story/stream-head.js';
import { moreEvents } from './more-events.js';

/** How many events of a list are told. */
export interface Most {
  readonly numerator: number;
  readonly denominator: number;
}

/** What an explanation is told with. */
interface Telling {
  readonly stories: Stories;
  readonly context: ReportContext;
  readonly naming: Naming;
}

const lineOf = (event: StandingEvent, { stories, context }: Telling): string => {
  const { lang } = context;
  const step = stories
    .get(event.stream)
    ?.find((one) => one.tag === 'Told' && one.recorded.revision === event.revision);
  const told =
    step?.tag === 'Told'
      ? `${eventSentence(step.recorded.event, step.after, context)} (${recorderText(step.recorded.metadata, lang)})`
      : event.type;
  return `  ${signed(event.amount, lang)}  ${local(event.recordedAt)}  ${told}  [${causeLabel(event.cause, lang)}]`;
};

/** Events stream by stream, each under what the stream is about. */
const told = (events: ReadonlyArray<StandingEvent>, telling: Telling): ReadonlyArray<string> => {
  const byStream = new Map<string, StandingEvent[]>();
  for (const event of events) {
    const there = byStream.get(event.stream);
    if (there === undefined) byStream.set(event.stream, [event]);
    else there.push(event);
  }
  return [...byStream].flatMap(([stream, its]) => [
    streamHead(stream, telling.stories.get(stream) ?? [], telling.context, telling.naming),
    ...its.map((event) => lineOf(event, telling)),
  ]);
};

const sumOf = (events: ReadonlyArray<StandingEvent>): number =>
  events.reduce((sum, { amount }) => sum + amount, 0);

const list = (
  title: string,
  events: ReadonlyArray<StandingEvent>,
  most: number,
  telling: Telling,
): ReadonlyArray<string> => [
  title,
  ...told(events.slice(0, most), telling),
  ...moreEvents(events.length - most, telling.context.lang),
  '',
];

/** What stands above the events of a group: what it counts for. */
const groupTitle = (
  kind: 'groups' | 'methods',
  { group, events }: StandingGroup,
  context: ReportContext,
): string => {
  const sum = count(sumOf(events), context.lang);
  if (kind === 'methods') return `${group}: ${sum}`;
  const once = { en: 'counts once, with', nl: 'telt één keer, met' }[context.lang];
  return `${groupLabel(group, context)}: ${once} ${sum}`;
};

/** The events that a person is told of, so many of each list. */
export const shownEvents = (explanation: Explanation, most: Most): ReadonlyArray<StandingEvent> =>
  explanation.kind === 'events'
    ? [
        ...explanation.numerator.slice(0, most.numerator),
        ...explanation.denominator.slice(0, most.denominator),
      ]
    : explanation.groups.flatMap(({ events }) => events.slice(0, most.numerator));

/**
 * What a figure stands on, as a story: numerator and denominator apart, stream by stream.
 *
 * @param isRegionShown where events of several regions stand together
 */
export const explainText = (
  explanation: Explanation,
  most: Most,
  stories: Stories,
  context: ReportContext,
  isRegionShown: boolean,
): string => {
  const { lang } = context;
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  const naming: Naming = { called: (id) => id, isRegionShown };
  const telling = { stories, context, naming };
  const side = (title: string, events: ReadonlyArray<StandingEvent>, shown: number) =>
    list(`${title}: ${count(sumOf(events), lang)}`, events, shown, telling);
  const lines =
    explanation.kind === 'events'
      ? [
          ...side(say('Counted', 'Geteld'), explanation.numerator, most.numerator),
          ...(explanation.denominator.length === 0
            ? []
            : side(say('Divided by', 'Gedeeld door'), explanation.denominator, most.denominator)),
        ]
      : explanation.groups.flatMap((group) =>
          list(groupTitle(explanation.kind, group, context), group.events, most.numerator, telling),
        );
  const nothing = say('No event stands under this figure.', 'Onder dit cijfer staat geen gebeurtenis.');
  return `${(lines.length === 0 ? [nothing] : lines).join('\n').trimEnd()}\n`;
};

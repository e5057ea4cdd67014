import { both, local } from '@burgernet/domain';
import type { Explanation, StandingEvent, StandingGroup } from '@burgernet/projections';
import type { ReportContext } from '../context.js';
import { causeLabel } from '../labels/causes.js';
import { groupLabel } from '../labels/senders.js';
import { count, signed } from '../numbers.js';
import { eventSentence } from '../story/event-sentence.js';
import { originText } from '../story/recorder-text.js';
import type { Step, Stories } from '../story/steps.js';
import { type Naming, streamHead } from '../story/stream-head.js';
import { toldWording } from '../story/wording.js';
import { moreEvents } from './more-events.js';
import { wrap } from './wrap.js';

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

const toldOf = (
  { recorded: { event, metadata }, after }: Step & { readonly tag: 'Told' },
  { recordedAt }: StandingEvent,
  context: ReportContext,
): string => {
  const { lang } = context;
  const wording = toldWording({ recordedAt, role: metadata.role }, lang);
  const origin = originText(metadata, lang);
  return `${eventSentence(event, after, context, wording)}${origin === '' ? '' : ` (${origin})`}`;
};

/** What an event counts for, and behind it as many lines as it takes to tell it. */
const linesOf = (event: StandingEvent, { stories, context }: Telling): ReadonlyArray<string> => {
  const { lang } = context;
  const step = stories
    .get(event.stream)
    ?.find((one) => one.tag === 'Told' && one.recorded.revision === event.revision);
  const amount = `  ${signed(event.amount, lang).padStart(2)}  `;
  const told =
    step?.tag === 'Told' ? toldOf(step, event, context) : `${event.type}, ${local(event.recordedAt)}`;
  const [first = '', ...rest] = wrap(`${told} [${causeLabel(event.cause, lang)}]`, ' '.repeat(amount.length));
  return [`${amount}${first.slice(amount.length)}`, ...rest];
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
    ...wrap(streamHead(stream, telling.stories.get(stream) ?? [], telling.context, telling.naming)),
    ...its.flatMap((event) => linesOf(event, telling)),
  ]);
};

const sumOf = (events: ReadonlyArray<StandingEvent>): number =>
  events.reduce((sum, { amount }) => sum + amount, 0);

/** A list that is empty says so in words. */
const none = both('No event counts.', 'Er telt geen gebeurtenis mee.');

const list = (
  title: string,
  events: ReadonlyArray<StandingEvent>,
  most: number,
  telling: Telling,
): ReadonlyArray<string> => [
  title,
  ...(events.length === 0 ? [none[telling.context.lang]] : told(events.slice(0, most), telling)),
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
 * @param naming how streams are named
 */
export const explainText = (
  explanation: Explanation,
  most: Most,
  stories: Stories,
  context: ReportContext,
  naming: Naming,
): string => {
  const { lang } = context;
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
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

import { Instant, local, parseStream } from '@burgernet/domain';
import type { Explanation, StandingEvent } from '@burgernet/projections';
import type { ReportContext } from '../context.js';
import { causeLabel } from '../labels/causes.js';
import { roleLabel } from '../labels/codes.js';
import { typeLabel } from '../labels/vocabulary.js';
import { count } from '../numbers.js';
import { eventSentence } from '../story/event-sentence.js';
import type { Step } from '../story/steps.js';

/** The steps of the streams that are told, by name. */
export type Stories = ReadonlyMap<string, ReadonlyArray<Step>>;

const signed = (n: number, lang: ReportContext['lang']): string =>
  n > 0 ? `+${count(n, lang)}` : n < 0 ? `−${count(-n, lang)}` : '0';

const stepOf = (stories: Stories, { stream, revision }: StandingEvent): Step | undefined =>
  stories
    .get(stream)
    ?.find((step) => (step.tag === 'Told' ? step.recorded.revision : step.stored.revision) === revision);

/** What an action was, in a line: `Action 1b4e… in Almere, missing person, 2021-05-14 20:03-21:03`. */
const headOf = (stream: string, stories: Stories, { lang, municipalityName }: ReportContext): string => {
  const id = parseStream(stream)?.id ?? stream;
  const state = stories
    .get(stream)
    ?.flatMap((step) => (step.tag === 'Told' && step.after !== undefined ? [step.after] : []))
    .at(-1);
  if (state === undefined) return stream;
  const { municipality, type, startedAt } = state.facts;
  const place =
    municipality === null
      ? { en: 'not attributed', nl: 'niet toegewezen' }[lang]
      : { en: `in ${municipalityName(municipality)}`, nl: `in ${municipalityName(municipality)}` }[lang];
  const end = local(state.endedAt ?? state.runsUntil);
  const until = end.slice(0, 10) === local(startedAt).slice(0, 10) ? end.slice(11) : end;
  const what = { en: 'Action', nl: 'Actie' }[lang];
  return `${what} ${id} ${place}, ${typeLabel(type, lang)}, ${local(startedAt)}-${until}`;
};

const lineOf = (event: StandingEvent, stories: Stories, context: ReportContext): string => {
  const { lang } = context;
  const step = stepOf(stories, event);
  const told =
    step?.tag === 'Told'
      ? `${eventSentence(step.recorded.event, step.after, context)} (${roleLabel(step.recorded.metadata.role, lang)})`
      : event.type;
  const at = Instant.is(event.recordedAt) ? local(event.recordedAt) : event.recordedAt;
  return `  ${signed(event.amount, lang)}  ${at}  ${told}  [${causeLabel(event.cause, lang)}]`;
};

/** Events stream by stream, each under what the stream is about. */
const told = (
  events: ReadonlyArray<StandingEvent>,
  stories: Stories,
  context: ReportContext,
): ReadonlyArray<string> => {
  const streams = [...new Set(events.map(({ stream }) => stream))];
  return streams.flatMap((stream) => [
    headOf(stream, stories, context),
    ...events.filter((event) => event.stream === stream).map((event) => lineOf(event, stories, context)),
  ]);
};

/** The events that are told of a list: all, or so many as a person reads. */
export const shownOf = (events: ReadonlyArray<StandingEvent>, most: number): ReadonlyArray<StandingEvent> =>
  events.slice(0, most);

const list = (
  title: string,
  events: ReadonlyArray<StandingEvent>,
  most: number,
  stories: Stories,
  context: ReportContext,
): ReadonlyArray<string> => {
  const { lang } = context;
  const sum = events.reduce((all, { amount }) => all + amount, 0);
  const shown = shownOf(events, most);
  const left = events.length - shown.length;
  const more = {
    en: `… and ${count(left, lang)} events more; --all shows them.`,
    nl: `… en nog ${count(left, lang)} gebeurtenissen; --all toont ze.`,
  }[lang];
  return [
    `${title}: ${count(sum, lang)}`,
    ...told(shown, stories, context),
    ...(left === 0 ? [] : [more]),
    '',
  ];
};

/**
 * What a figure stands on, as a story: numerator and denominator apart, stream by stream.
 *
 * @param most how many events of a list are told
 */
export const explainText = (
  explanation: Explanation,
  most: { readonly numerator: number; readonly denominator: number },
  stories: Stories,
  context: ReportContext,
): string => {
  const { lang } = context;
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  const lines =
    explanation.kind === 'events'
      ? [
          ...list(say('Counted', 'Geteld'), explanation.numerator, most.numerator, stories, context),
          ...(explanation.denominator.length === 0
            ? []
            : list(
                say('Divided by', 'Gedeeld door'),
                explanation.denominator,
                most.denominator,
                stories,
                context,
              )),
        ]
      : explanation.groups.flatMap(({ group, events }) =>
          list(group, events, most.numerator, stories, context),
        );
  const nothing = say('No event stands under this figure.', 'Onder dit cijfer staat geen gebeurtenis.');
  return `${(lines.length === 0 ? [nothing] : lines).join('\n').trimEnd()}\n`;
};

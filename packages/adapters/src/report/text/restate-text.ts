import { Instant, local } from '@burgernet/domain';
import type { Change, Definition, MovingEvent, Restatement } from '@burgernet/projections';
import type { Lang } from '../context.js';
import { causeLabel } from '../labels/causes.js';
import { figureLabel } from '../labels/figures.js';
import { count, signed } from '../numbers.js';
import { movedValues } from './moved-text.js';

/** A figure with what became of it. */
export interface Restated {
  readonly definition: Definition;
  readonly restatement: Restatement;
}

/** How events and streams are called, by beginnings of their ids. */
export interface Names {
  readonly eventOf: (id: string) => string;
  readonly streamOf: (stream: string) => string;
}

const groupsOf = ({ came = [], went = [] }: MovingEvent, lang: Lang): string => {
  const said = [
    ...came.map((name) => ({ en: `${name} came`, nl: `${name} kwam erbij` })[lang]),
    ...went.map((name) => ({ en: `${name} went`, nl: `${name} viel weg` })[lang]),
  ];
  return said.length === 0 ? '' : `  ${said.join(', ')}`;
};

const amounts = (
  { numerator, denominator }: Pick<Change, 'numerator' | 'denominator'>,
  isRatio: boolean,
  lang: Lang,
): string => {
  const counted = signed(numerator, lang).padStart(8);
  return isRatio ? `${counted}  /${signed(denominator, lang).padStart(7)}` : counted;
};

const changeLines = (
  { cause, events, ...change }: Change,
  isRatio: boolean,
  most: number,
  names: Names,
  lang: Lang,
): ReadonlyArray<string> => {
  const shown = events.slice(0, most);
  const left = events.length - shown.length;
  const more = {
    en: `… and ${count(left, lang)} events more; --all shows them`,
    nl: `… en nog ${count(left, lang)} gebeurtenissen; --all toont ze`,
  }[lang];
  return [
    `  ${amounts(change, isRatio, lang)}  ${causeLabel(cause, lang)} (${cause})`,
    ...shown.map((event) => {
      const at = Instant.is(event.recordedAt) ? local(event.recordedAt) : event.recordedAt;
      const what = `${event.type} ${names.eventOf(event.eventId)} (${names.streamOf(event.stream)})`;
      return `    ${amounts(event, isRatio, lang)}  ${at}  ${what}${groupsOf(event, lang)}`;
    }),
    ...(left === 0 ? [] : [`    ${more}`]),
  ];
};

/** A figure, what it was and is, and a row for every cause with its events. */
export const restatedText = (
  { definition, restatement: { from, to, changes } }: Restated,
  most: number,
  names: Names,
  lang: Lang,
): string => {
  const isRatio = from.kind === 'ratio' || to.kind === 'ratio';
  return [
    `${figureLabel(definition.name, lang)} (${definition.name}): ${movedValues({ before: from, after: to }, lang)}`,
    ...changes.flatMap((change) => changeLines(change, isRatio, most, names, lang)),
  ].join('\n');
};

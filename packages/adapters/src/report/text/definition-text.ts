import { both, type Sentence } from '@burgernet/domain';
import type { Definition, Dimension, Selection } from '@burgernet/projections';
import type { Lang } from '../context.js';
import { channelLabel, entryLabel } from '../labels/codes.js';
import { figureLabel } from '../labels/figures.js';
import { measureLabel } from '../labels/measures.js';
import { dimensionLabel, lineLabel } from '../labels/vocabulary.js';
import { wrap } from './wrap.js';

const either: Sentence = both(' or ', ' of ');

/** What is counted: a measure, and which part of it. */
const counted = ({ measure, lines, entries, channel }: Selection, lang: Lang): string =>
  [
    measureLabel(measure, lang),
    ...(lines === undefined
      ? []
      : [
          `${both('by line', 'via lijn')[lang]}: ${lines.map((one) => lineLabel(one, lang)).join(either[lang])}`,
        ]),
    ...(entries === undefined ? [] : [entries.map((one) => entryLabel(one, lang)).join(either[lang])]),
    ...(channel === undefined ? [] : [`${both('over', 'via')[lang]} ${channelLabel(channel, lang)}`]),
  ].join(', ');

/** How what is counted becomes one number. */
const kindOf = (definition: Definition): Sentence => {
  switch (definition.kind) {
    case 'summed':
      return both(
        'summed: counted from single events, 0 where none happened',
        'opgeteld: geteld uit losse gebeurtenissen, 0 waar er geen was',
      );
    case 'counted':
      return definition.apartByMethod
        ? both(
            'counted elsewhere: not stated until somebody counts; counts taken in different ways are never added',
            'elders geteld: niet vermeld tot iemand telt; wat op verschillende manieren is geteld, wordt nooit opgeteld',
          )
        : both(
            'counted elsewhere: not stated until somebody counts',
            'elders geteld: niet vermeld tot iemand telt',
          );
    case 'stock':
      return both('a level, never added over dates', 'een stand, nooit over datums opgeteld');
    case 'groups':
      return definition.group === 'sender'
        ? both('how many different senders', 'hoeveel verschillende afzenders')
        : both('how many different municipalities', 'hoeveel verschillende gemeenten');
  }
};

/** By what rule an event belongs to the year or month that is asked. */
const periodOf = ({ about, kind }: Definition): Sentence => {
  switch (about) {
    case 'action':
      return both('that in which the action started', 'die waarin de actie begon');
    case 'mailing':
      return both('that in which the mailing was sent', 'die waarin de mailing is verstuurd');
    case 'municipality':
      if (kind === 'counted') return both('that which was counted', 'die waarover geteld is');
      if (kind === 'stock')
        return both(
          'the latest reference date in it; the inhabitants at the latest date not after that',
          'de laatste peildatum erin; de inwoners op de laatste datum die niet later is',
        );
      return both('the latest reference date in it', 'de laatste peildatum erin');
  }
};

const divisorOf = (definition: Definition): Selection | undefined =>
  definition.kind === 'summed' || definition.kind === 'stock' ? definition.of : undefined;

const listed = (dimensions: ReadonlyArray<Dimension>, lang: Lang): string =>
  dimensions.map((one) => dimensionLabel(one, lang)).join(', ');

/** A definition in words, in lines of at most 80 columns. */
const definitionText = (definition: Definition, isReplaced: boolean, lang: Lang): string => {
  const of = divisorOf(definition);
  const { name, version, counts, dimensions } = definition;
  const replaced = isReplaced ? both(', replaced by a later one', ', vervangen door een latere')[lang] : '';
  const rounded = both('rounded half up to one decimal', 'half naar boven afgerond op één decimaal')[lang];
  const facts: ReadonlyArray<readonly [Sentence, string]> = [
    [both('counts', 'telt'), counted(counts, lang)],
    ...(of === undefined
      ? []
      : [[both('of', 'van'), `${counted(of, lang)}; ${rounded}`] satisfies [Sentence, string]]),
    [both('period', 'periode'), periodOf(definition)[lang]],
    [both('kind', 'soort cijfer'), kindOf(definition)[lang]],
    [both('asked by', 'te vragen per'), listed(dimensions, lang)],
  ];
  return [
    ...wrap(`${figureLabel(name, lang)} (${name}, ${both('version', 'versie')[lang]} ${version}${replaced})`),
    ...facts.flatMap(([label, text]) => wrap(`${label[lang]}: ${text}`, '  ')),
  ].join('\n');
};

/**
 * Definitions in words, every version of them, one after the other.
 *
 * @param all every definition there is: those of which there is a later version are said to be replaced
 */
export const definitionsText = (
  shown: ReadonlyArray<Definition>,
  all: ReadonlyArray<Definition>,
  lang: Lang,
): string => {
  const isReplaced = ({ name, version }: Definition): boolean =>
    all.some((other) => other.name === name && other.version > version);
  return `${shown.map((one) => definitionText(one, isReplaced(one), lang)).join('\n\n')}\n`;
};

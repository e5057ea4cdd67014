import type { Definition, Selection } from '@burgernet/projections';
import type { Lang } from '../context.js';
import { figureLabel } from '../labels/figures.js';

const say = (lang: Lang, en: string, nl: string): string => ({ en, nl })[lang];

/** What is counted: a measure, and which part of it. */
const counted = ({ measure, lines, entries, channel }: Selection, lang: Lang): string => {
  const parts = [
    ...(lines === undefined ? [] : [`${say(lang, 'by line', 'via lijn')} ${lines.join(', ')}`]),
    ...(entries === undefined ? [] : [`${say(lang, 'by way of', 'via')} ${entries.join(', ')}`]),
    ...(channel === undefined ? [] : [`${say(lang, 'by channel', 'via kanaal')} ${channel}`]),
  ];
  return parts.length === 0 ? measure : `${measure} (${parts.join('; ')})`;
};

const kindOf = (definition: Definition, lang: Lang): string => {
  switch (definition.kind) {
    case 'summed':
      return say(
        lang,
        'summed: counted from single events, 0 where none happened',
        'opgeteld: geteld uit losse gebeurtenissen, 0 waar er geen was',
      );
    case 'counted':
      return say(
        lang,
        `counted elsewhere: not stated until somebody counts${definition.apartByMethod ? '; counts taken in different ways are never added' : ''}`,
        `elders geteld: niet vermeld tot iemand telt${definition.apartByMethod ? '; op verschillende manieren geteld wordt nooit opgeteld' : ''}`,
      );
    case 'stock':
      return say(
        lang,
        'a level at the latest reference date within the period, never added over dates',
        'een stand op de laatste peildatum in de periode, nooit over datums opgeteld',
      );
    case 'groups':
      return definition.group === 'sender'
        ? say(lang, 'how many different senders', 'hoeveel verschillende afzenders')
        : say(lang, 'how many different municipalities', 'hoeveel verschillende gemeenten');
  }
};

const divisorOf = (definition: Definition): Selection | undefined =>
  definition.kind === 'summed' || definition.kind === 'stock' ? definition.of : undefined;

/** A definition in words. */
export const definitionText = (definition: Definition, lang: Lang): string => {
  const of = divisorOf(definition);
  const { name, version, counts, dimensions } = definition;
  return [
    `${figureLabel(name, lang)} (${name}, ${say(lang, 'version', 'versie')} ${version})`,
    `  ${say(lang, 'counts', 'telt')} ${counted(counts, lang)}`,
    ...(of === undefined
      ? []
      : [
          `  ${say(lang, 'of', 'van')} ${counted(of, lang)}, ${say(lang, 'rounded half up to one decimal', 'half naar boven afgerond op één decimaal')}`,
        ]),
    `  ${kindOf(definition, lang)}`,
    `  ${say(lang, 'asked by', 'te vragen per')} ${dimensions.map((one) => ({ month: say(lang, 'month', 'maand'), municipality: say(lang, 'municipality', 'gemeente'), type: say(lang, 'type', 'soort') })[one]).join(', ')}`,
  ].join('\n');
};

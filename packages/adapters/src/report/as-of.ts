import { civil } from '@burgernet/domain';
import type { AsOf } from '@burgernet/projections';
import type { Lang } from './context.js';
import { monthLabel } from './labels/vocabulary.js';
import { count } from './numbers.js';

const two = (n: number): string => String(n).padStart(2, '0');

const momentText = (asOf: Extract<AsOf, { readonly registered: string }>, lang: Lang): string => {
  const { year, month, day, hour, minute, second } = civil(asOf.registered);
  const date = `${day} ${monthLabel(month, lang)} ${year}`;
  const isEndOfDay = hour === 23 && minute === 59 && second === 59;
  if (isEndOfDay) return date;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}`;
};

/** In a few words as known when: above a column, behind a figure. Times are those of Amsterdam. */
export const asOfShort = (asOf: AsOf, lang: Lang): string => {
  if (asOf === 'latest') return { nl: 'Nu bekend', en: 'Known now' }[lang];
  if ('logged' in asOf) {
    const position = count(asOf.logged, lang);
    return { nl: `Bekend bij positie ${position}`, en: `Known at position ${position}` }[lang];
  }
  const moment = momentText(asOf, lang);
  return { nl: `Bekend op ${moment}`, en: `Known on ${moment}` }[lang];
};

/**
 * A sentence that says as known when, and by which of the two ways (figures: "Two ways to say as
 * known").
 */
export const asOfSentence = (asOf: AsOf, position: number, lang: Lang): string => {
  if (asOf === 'latest') {
    const events = count(position, lang);
    return {
      nl: `Zoals nu bekend: alles wat geregistreerd is, ${events} gebeurtenissen.`,
      en: `As known now: all that is registered, ${events} events.`,
    }[lang];
  }
  if ('logged' in asOf) {
    const logged = count(asOf.logged, lang);
    return {
      nl: `Zoals bekend bij positie ${logged} van het logboek.`,
      en: `As known at position ${logged} of the log.`,
    }[lang];
  }
  const moment = momentText(asOf, lang);
  return {
    nl: `Zoals bekend op ${moment}: alles wat tot en met dat moment geregistreerd was.`,
    en: `As known on ${moment}: all that was registered up to and including that moment.`,
  }[lang];
};

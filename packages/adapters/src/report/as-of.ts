import { civil } from '@burgernet/domain';
import type { AsOf } from '@burgernet/projections';
import type { Lang } from './context.js';
import { monthLabel, shortMonthLabel } from './labels/vocabulary.js';
import { count } from './numbers.js';

const two = (n: number): string => String(n).padStart(2, '0');

/** A day for its end, else a day and time, the month in three letters: there is room for no more. */
const momentText = (asOf: Extract<AsOf, { readonly registered: string }>, lang: Lang): string => {
  const { year, month, day, hour, minute, second } = civil(asOf.registered);
  const isEndOfDay = hour === 23 && minute === 59 && second === 59;
  if (isEndOfDay) return `${day} ${monthLabel(month, lang)} ${year}`;
  return `${day} ${shortMonthLabel(month, lang)} ${year} ${two(hour)}:${two(minute)}:${two(second)}`;
};

/**
 * In a few words as known when, and by which of the two ways: above a column, before a figure. Times are
 * those of Amsterdam.
 */
export const asOfShort = (asOf: AsOf, lang: Lang): string => {
  if (asOf === 'latest') return { nl: 'Nu bekend', en: 'Known now' }[lang];
  if ('logged' in asOf) {
    const position = count(asOf.logged, lang);
    return { nl: `Gelogd t/m positie ${position}`, en: `Logged up to position ${position}` }[lang];
  }
  const moment = momentText(asOf, lang);
  return { nl: `Geregistreerd t/m ${moment}`, en: `Registered up to ${moment}` }[lang];
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
      nl: `Zoals gelogd tot en met positie ${logged}: de gebeurtenissen tot daar in het log, wanneer ze ook geregistreerd zijn.`,
      en: `As logged up to position ${logged}: the events of the log up to there, whenever they were registered.`,
    }[lang];
  }
  const moment = momentText(asOf, lang);
  return {
    nl: `Zoals geregistreerd tot en met ${moment}, waar het ook in het log staat.`,
    en: `As registered up to ${moment}, wherever it stands in the log.`,
  }[lang];
};

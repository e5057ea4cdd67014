import type { Lang } from './context.js';
import { count } from './numbers.js';

/** What is said at the top of a report whose history holds events that could not be read. */
export const quarantineSentence = (quarantined: number, lang: Lang): string =>
  ({
    nl:
      quarantined === 1
        ? 'Let op: 1 gebeurtenis kon niet worden gelezen. Cijfers die daarvan afhangen zijn onvolledig en met ! gemerkt; "burgernet check" zegt welke het is.'
        : `Let op: ${count(quarantined, 'nl')} gebeurtenissen konden niet worden gelezen. Cijfers die daarvan afhangen zijn onvolledig en met ! gemerkt; "burgernet check" zegt welke het zijn.`,
    en:
      quarantined === 1
        ? 'Note: 1 event could not be read. Figures that depend on it are incomplete and marked with !; "burgernet check" says which it is.'
        : `Note: ${count(quarantined, 'en')} events could not be read. Figures that depend on them are incomplete and marked with !; "burgernet check" says which they are.`,
  })[lang];

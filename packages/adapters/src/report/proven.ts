import { local } from '@burgernet/domain';
import type { Proven } from '../audit/proven/proven.js';
import type { Lang } from './context.js';
import { count } from './numbers.js';

/** Says how far it is proven that an answer was known then. */
export const provenSentence = (proven: Proven, lang: Lang): string => {
  if (proven.by === 'operator-clock')
    return {
      nl: 'Niet bewezen: er was toen geen controlepunt, dus dat dit toen bekend was, zegt alleen onze eigen klok.',
      en: 'Not proven: there was no checkpoint then, so that this was known then only our own clock says.',
    }[lang];
  const { size, madeAt, key, beyond } = proven;
  const events = count(size, lang);
  const covered = {
    nl: `Tot en met positie ${events} valt het onder het controlepunt van ${local(madeAt)} van ${key}; burgernet audit verify controleert dat.`,
    en: `Up to position ${events} it is under the checkpoint of ${local(madeAt)} by ${key}; burgernet audit verify holds it to that.`,
  }[lang];
  if (beyond === 0) return covered;
  const rest = count(beyond, lang);
  return `${covered} ${
    {
      nl: `Wat hier verder meetelt (gebeurtenissen: ${rest}) valt daar niet onder; dat het toen bekend was, zegt alleen onze eigen klok.`,
      en: `What else counts here (events: ${rest}) is not under it; that it was known then only our own clock says.`,
    }[lang]
  }`;
};

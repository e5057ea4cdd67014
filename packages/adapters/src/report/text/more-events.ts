import type { Lang } from '../context.js';
import { count } from '../numbers.js';

/** A sentence that says how many events of a list are not shown; no line where all are. */
export const moreEvents = (left: number, lang: Lang): ReadonlyArray<string> => {
  if (left <= 0) return [];
  if (left === 1)
    return [
      {
        en: 'There is 1 event more; --all shows it.',
        nl: 'Er is nog 1 gebeurtenis; --all toont die.',
      }[lang],
    ];
  return [
    {
      en: `There are ${count(left, lang)} events more; --all shows them.`,
      nl: `Er zijn nog ${count(left, lang)} gebeurtenissen; --all toont ze.`,
    }[lang],
  ];
};

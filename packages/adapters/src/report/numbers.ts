import type { Lang } from './context.js';

/** What stands where a number is not stated; it is never 0. */
export const notStated = '–';

const point: Readonly<Record<Lang, string>> = { nl: ',', en: '.' };
const thousands: Readonly<Record<Lang, string>> = { nl: '.', en: ',' };

const grouped = (digits: string, separator: string): string =>
  digits.replace(/\B(?=([0-9]{3})+$)/g, separator);

/**
 * A number in digits with a decimal point as people write it: 1437611 is `1.437.611` in Dutch and
 * `1,437,611` in English. It asks nothing of the machine's locale.
 *
 * @param digits such as `1437611` or `7.7`
 */
export const decimal = (digits: string, lang: Lang): string => {
  const [whole = '', fraction] = digits.split('.');
  const text = grouped(whole, thousands[lang]);
  return fraction === undefined ? text : `${text}${point[lang]}${fraction}`;
};

/** A whole number as people write it; `–` where it is not stated. */
export const count = (value: number | null | undefined, lang: Lang): string =>
  value == null ? notStated : decimal(String(value), lang);

/** A percentage as people write it, `7,7 %`; `–` where there is none. @param value such as `7.7` */
export const percent = (value: string | null | undefined, lang: Lang): string =>
  value == null ? notStated : `${decimal(value, lang)} %`;

/** A difference as people write it, `+1,121`, `−3`, `0`; `–` where there is none to state. */
export const signed = (value: number | null, lang: Lang): string => {
  if (value === null) return notStated;
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return `${sign}${count(Math.abs(value), lang)}`;
};

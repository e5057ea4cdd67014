import { civil, type Instant, local, type Role } from '@burgernet/domain';
import type { Lang } from '../context.js';
import { byRoleLabel } from '../labels/codes.js';
import { monthLabel } from '../labels/vocabulary.js';

/** How a sentence about an event names days and things, and whether it says who recorded it, and when. */
export interface Wording {
  readonly day: (at: Instant) => string;
  /** what stands for an id */
  readonly called: (id: string) => string;
  /** follows what somebody did: ` on 15 May 2021 09:12 by the coordinator` */
  readonly done: string;
  /** follows what happened at a moment of its own: `, recorded on 15 May 2021 09:12 by the coordinator` */
  readonly noted: string;
}

/** As a list has it: ids whole, days as figures; when and by whom it was recorded stands beside it. */
export const plainWording: Wording = {
  day: (at) => local(at).slice(0, 10),
  called: (id) => id,
  done: '',
  noted: '',
};

/** How many letters of the id of a response or success are enough to tell it from others of its action. */
const enough = 8;

/** `14 May 2021`. */
export const writtenDay =
  (lang: Lang) =>
  (at: Instant): string => {
    const { year, month, day } = civil(at);
    return `${day} ${monthLabel(month, lang)} ${year}`;
  };

/** `07:40`. */
export const clockText = (at: Instant): string => local(at).slice(11);

/** A day with a time: `2021-05-15 07:40` or `15 May 2021 07:40`. */
export const momentText = (at: Instant, { day }: Wording): string => `${day(at)} ${clockText(at)}`;

/** As somebody would tell it: beginnings of ids, days written out, and who recorded it and when. */
export const toldWording = (
  { recordedAt, role }: { readonly recordedAt: Instant; readonly role: Role },
  lang: Lang,
): Wording => {
  const day = writtenDay(lang);
  const [when, by] = [`${day(recordedAt)} ${clockText(recordedAt)}`, byRoleLabel(role, lang)];
  const done = { en: ` on ${when} ${by}`, nl: ` op ${when} ${by}` }[lang];
  const recorded = { en: 'recorded', nl: 'geregistreerd' }[lang];
  return { day, called: (id) => id.slice(0, enough), done, noted: `, ${recorded}${done}` };
};

import { both, type PersonalDataKind, type Sentence } from '@burgernet/domain';

/** What is named by an id, of which a unique beginning does. */
export type Named = 'action' | 'response' | 'success';

/** One thing that a command asks for, as an option or an argument of the command line. */
export interface Field {
  /** as commander writes it: `--line <line>`, `--nl-alert`, or `<response>` for an argument */
  readonly flags: string;
  /** where it stands in the command's data, such as `reason.code` */
  readonly path: string;
  /** what help says of it; the codes among which it lets choose come from the codec */
  readonly says: Sentence;
  readonly isNeeded: boolean;
  /** whether it does not stand there itself: what does follows from it */
  readonly isAside: boolean;
  /** what stands in the data for what was given */
  readonly read: (given: string) => unknown;
  /** what kind of text the vault keeps; the data gets a reference to it */
  readonly keeps?: PersonalDataKind;
  /** what its value names */
  readonly names?: Named;
}

const asGiven = (given: string): unknown => given;

/** Something that may be said. */
export const field = (
  flags: string,
  path: string,
  en: string,
  nl: string,
  more: Partial<Field> = {},
): Field => ({ flags, path, says: both(en, nl), isNeeded: false, isAside: false, read: asGiven, ...more });

/** Something that has to be said. */
export const needed: typeof field = (flags, path, en, nl, more = {}) =>
  field(flags, path, en, nl, { ...more, isNeeded: true });

/** Several values with commas between them, such as `app,sms`; an empty text is none of them. */
export const list = {
  read: (given: string): unknown => (given.trim() === '' ? [] : given.split(',').map((one) => one.trim())),
};

/** A whole number. What is none stays a text, which no codec of a number takes. */
export const whole = {
  read: (given: string): unknown => (/^[0-9]+$/.test(given) ? Number(given) : given),
};

/** Yes or no, in either language. What is neither stays a text, which no codec takes. */
export const yesOrNo = {
  read: (given: string): unknown =>
    given === 'yes' || given === 'ja' ? true : given === 'no' || given === 'nee' ? false : given,
};

/** A text for the vault. */
export const kept = (keeps: PersonalDataKind): Partial<Field> => ({ keeps });

const day = /^\d{4}-\d{2}-\d{2}$/;
const hour = /^(\d{4}-\d{2}-\d{2}[Tt ]\d{2})([Zz]|[+-]\d{2}:\d{2})?$/;

/** A moment that is as exact as it is written: `2021-05-15` is a day, `2021-05-15T07` an hour. */
export const asExactAsWritten = {
  read: (given: string): unknown => {
    if (day.test(given)) return { moment: `${given}T12:00`, precision: 'day' };
    const match = hour.exec(given);
    return match === null
      ? { moment: given, precision: 'instant' }
      : { moment: `${match[1]}:00${match[2] ?? ''}`, precision: 'hour' };
  },
};

/** Why something is done: a code, and in the vault what somebody has to say about it. */
export const reason = (isNeeded = true): ReadonlyArray<Field> => [
  field('--reason <code>', 'reason.code', 'why', 'waarom', { isNeeded }),
  field(
    '--note <text>',
    'reason.note',
    'more about it, kept in the vault',
    'meer daarover, bewaard in de kluis',
    kept('reason'),
  ),
];

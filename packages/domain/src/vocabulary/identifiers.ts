import { matching, text } from '../codec/closed.js';
import { isUuidFrom, plainUuid, uuidPattern } from './uuid-form.js';

/** Codec of a UUID, in lower case. */
export const Uuid = text<'Uuid'>('uuid', (s) => isUuidFrom(s, 0), {
  plain: plainUuid,
  form: { description: 'A UUID in lower case.', pattern: `^${uuidPattern}$` },
});
/** A UUID, in lower case. */
export type Uuid = typeof Uuid._A;

const isDigit = (s: string, at: number): boolean => {
  const code = s.charCodeAt(at);
  return code >= 48 && code <= 57;
};

const isCapital = (s: string, at: number): boolean => {
  const code = s.charCodeAt(at);
  return code >= 65 && code <= 90;
};

/** Codec of a CBS municipality code. */
export const MunicipalityCode = text<'MunicipalityCode'>(
  'municipality code',
  (s) =>
    s.length === 6 && s.startsWith('GM') && isDigit(s, 2) && isDigit(s, 3) && isDigit(s, 4) && isDigit(s, 5),
  { form: { description: 'A CBS municipality code as it stood at the time.', pattern: '^GM[0-9]{4}$' } },
);
/** A CBS municipality code as it stood at the time, such as `GM0344`. */
export type MunicipalityCode = typeof MunicipalityCode._A;

/** Codec of {@link Reference}. */
export const Reference = text<'Reference'>(
  'reference',
  (s) => s.length > 0 && s.length <= 200 && s.isWellFormed(),
  {
    form: {
      description: 'A reference into the vault or another archive; never the text itself.',
      minLength: 1,
      maxLength: 200,
    },
  },
);
/** A reference into the vault (or another archive) under which a text is kept; never the text itself. */
export type Reference = typeof Reference._A;

/** Codec of {@link Slug}. */
export const Slug = matching<'Slug'>('code', {
  description: 'A short code in lower case.',
  pattern: '^[a-z0-9][a-z0-9-]{0,39}$',
});
/** A short code in lower case, such as the method of a count or a social platform. */
export type Slug = typeof Slug._A;

/** Codec of a postcode. */
export const Postcode = text<'Postcode'>(
  'postcode',
  (s) =>
    (s.length === 4 || (s.length === 6 && isCapital(s, 4) && isCapital(s, 5))) &&
    isDigit(s, 0) &&
    !s.startsWith('0') &&
    isDigit(s, 1) &&
    isDigit(s, 2) &&
    isDigit(s, 3),
  {
    form: {
      description: 'A Dutch postcode, or the four digits of one.',
      pattern: '^[1-9][0-9]{3}(?:[A-Z]{2})?$',
    },
  },
);
/** A Dutch postcode of four digits, or of four digits and two letters. */
export type Postcode = typeof Postcode._A;

/** Codec of {@link Label}. */
export const Label = text<'Label'>('label', (s) => s.length > 0 && s.length <= 300 && s.isWellFormed(), {
  form: { description: 'The name of a public thing; never about a person.', minLength: 1, maxLength: 300 },
});
/** The name of a public thing: a publication, a table, a statistics bureau. Never about a person. */
export type Label = typeof Label._A;

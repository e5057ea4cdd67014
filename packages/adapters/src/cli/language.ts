import type { Sentence } from '@burgernet/domain';

/** The languages in which the command speaks. */
export type Language = keyof Sentence;

const languages: ReadonlyArray<Language> = ['en', 'nl'];

/** The language of that name, `undefined` where it is none of ours. */
export const languageNamed = (name: string): Language | undefined =>
  languages.find((language) => language === name);

/**
 * The language of the locale: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides, as
 * POSIX has it; English where none names a language of ours.
 */
export const languageOfLocale = (environment: NodeJS.ProcessEnv): Language => {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return languageNamed((locale ?? '').slice(0, 2).toLowerCase()) ?? 'en';
};

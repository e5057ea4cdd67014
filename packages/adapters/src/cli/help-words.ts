import type { Language } from './language.js';

type Words = Readonly<Record<string, string>>;

const dutchTitles: Words = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Global Options:': 'Algemene opties:',
  'Commands:': 'Opdrachten:',
};

/** What is to be filled in, as the flags of options and commander itself call it; the others are Dutch too. */
const dutchPlaceholders: Words = {
  action: 'actie',
  attribution: 'toedracht',
  channel: 'kanaal',
  channels: 'kanalen',
  columns: 'kolommen',
  command: 'opdracht',
  count: 'aantal',
  date: 'datum',
  entry: 'ingang',
  event: 'gebeurtenis',
  figures: 'cijfers',
  file: 'bestand',
  files: 'bestanden',
  folder: 'map',
  format: 'formaat',
  kind: 'soort',
  language: 'taal',
  line: 'lijn',
  moment: 'tijdstip',
  month: 'maand',
  municipality: 'gemeente',
  name: 'naam',
  newer: 'nieuwere',
  older: 'oudere',
  options: 'opties',
  outcome: 'afloop',
  path: 'pad',
  reference: 'verwijzing',
  region: 'regio',
  relevance: 'waarde',
  response: 'reactie',
  role: 'rol',
  'role:name': 'rol:naam',
  success: 'succes',
  text: 'tekst',
  thing: 'wat',
  time: 'tijd',
  type: 'soort',
  vkey: 'sleutel',
  year: 'jaar',
  yes: 'ja',
};

/** A heading of commander's help. */
export const titleIn = (language: Language, title: string): string =>
  language === 'nl' ? (dutchTitles[title] ?? title) : title;

/** The word for something to be filled in, such as `year`. */
export const placeholderIn = (language: Language, word: string): string =>
  language === 'nl' ? (dutchPlaceholders[word] ?? word) : word;

/** How something is called, such as `--year <year>`, with the words for what is to be filled in. */
export const calledIn = (language: Language, usage: string): string =>
  usage.replaceAll(
    /([<[])([a-z:]+)/g,
    (_, bracket: string, word: string) => `${bracket}${placeholderIn(language, word)}`,
  );

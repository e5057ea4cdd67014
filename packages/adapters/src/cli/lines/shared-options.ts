import { type CommandOption, option } from '../command-line.js';

/** Of which year. */
export const year = option(
  '--year <year>',
  '1900 to 2999 (default: the latest with actions)',
  '1900 tot 2999 (standaard: het laatste met acties)',
);

/** Of which municipality. */
export const municipality = option(
  '--municipality <code>',
  'a CBS code, such as GM0344; none for what is not attributed',
  'een CBS-code, zoals GM0344; none voor wat niet is toegewezen',
);

/** Of a list: of which region, all by default. */
export const onlyRegion = option('--region <region>', 'only this police region', 'alleen deze politieregio');

/** Of a list: of which municipality, all by default. */
export const onlyMunicipality = option(
  '--municipality <code>',
  'only this municipality, by its CBS code, such as GM0344',
  'alleen deze gemeente, met haar CBS-code, zoals GM0344',
);

/** Of every command that answers from read models that are kept. */
export const rebuild = option(
  '--rebuild',
  'read everything anew, in place of what was kept of the store',
  'lees alles opnieuw, in plaats van wat van de opslag bewaard is',
);

/** Of which police region. */
export const region = option(
  '--region <region>',
  'a police region (default: the only one there is, else the country)',
  'een politieregio (standaard: de enige die er is, anders het land)',
);

/** As registered when. */
export const asOf = option(
  '--as-of <date>',
  'as registered up to the end of that day, or that moment',
  'zoals geregistreerd tot en met het eind van die dag, of dat moment',
);

/** As logged up to where. */
export const atPosition = option(
  '--at-position <n>',
  'as logged up to a position of the log',
  'zoals gelogd tot en met een positie van het log',
);

/** Of which month. */
export const month = option('--month <month>', '1 to 12', '1 tot 12');

/** Of which type of action. */
export const type = option(
  '--type <type>',
  'a type of action, such as missing-person; none for what is not recorded',
  'een soort actie, zoals missing-person; none voor wat niet is vastgelegd',
);

/** By which definition; the latest where none is named. */
export const definitionVersion = option(
  '--definition-version <n>',
  'by an older definition',
  'volgens een oudere definitie',
);

/** What part of the figures is asked, and as known when. */
export const ofFigure: ReadonlyArray<CommandOption> = [
  year,
  month,
  region,
  municipality,
  type,
  asOf,
  atPosition,
];

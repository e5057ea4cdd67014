import { option } from '../command-line.js';

/** Of which year. */
export const year = option(
  '--year <year>',
  '1900 to 2999 (default: the latest with actions)',
  '1900 tot 2999 (standaard: het laatste met acties)',
);

/** Of which municipality. */
export const municipality = option(
  '--municipality <code>',
  'a CBS code, such as GM0344',
  'een CBS-code, zoals GM0344',
);

/** Of a list: of which region, all by default. */
export const onlyRegion = option('--region <region>', 'only this police region', 'alleen deze politieregio');

/** Of every command that answers from read models that are kept. */
export const rebuild = option(
  '--rebuild',
  'read everything anew, in place of what was kept of the store',
  'lees alles opnieuw, in plaats van wat van de opslag bewaard is',
);

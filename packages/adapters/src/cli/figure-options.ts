import { both } from '@burgernet/domain';
import type { CommandOption } from './command-line.js';

const option = (flags: string, en: string, nl: string): CommandOption => ({ flags, says: both(en, nl) });

/** The year that is asked. */
export const year: CommandOption = {
  flags: '--year <year>',
  says: both(
    '1900 to 2999 (default: the latest with actions)',
    '1900 tot 2999 (standaard: het laatste met acties)',
  ),
};
/** The police region that is asked. */
export const region: CommandOption = {
  flags: '--region <region>',
  says: both(
    'a police region (default: the only one there is, else the country)',
    'een politieregio (standaard: de enige die er is, anders het land)',
  ),
};
/** The reference date. */
export const asOf: CommandOption = {
  flags: '--as-of <date>',
  says: both(
    'as known at the end of that day, or at that moment',
    'zoals bekend aan het eind van die dag, of op dat moment',
  ),
};
/** The place in the log up to which events count. */
export const atPosition: CommandOption = {
  flags: '--at-position <n>',
  says: both('as known at a position of the log', 'zoals bekend op een positie van het log'),
};
/** The municipality that is asked. */
export const municipality = option(
  '--municipality <code>',
  'a CBS code, such as GM0344',
  'een CBS-code, zoals GM0344',
);

/** The month that is asked. */
export const month = option('--month <month>', '1 to 12', '1 tot 12');
/** The type of action that is asked. */
export const type = option(
  '--type <type>',
  'a type of action, such as missing-person',
  'een soort actie, zoals missing-person',
);
/** Which definition is asked; the latest where none is. */
export const definitionVersion = option(
  '--definition-version <n>',
  'by an older definition',
  'volgens een oudere definitie',
);
/** What part of the figures is asked, and as known when. */
export const ofFigure = [year, month, region, municipality, type, asOf, atPosition];

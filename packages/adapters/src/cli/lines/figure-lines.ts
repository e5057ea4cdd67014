import { both } from '@burgernet/domain';
import { type CommandLine, type CommandOption, option } from '../command-line.js';
import { municipality, rebuild, year } from './shared-options.js';

const region = option(
  '--region <region>',
  'a police region (default: the only one there is, else the country)',
  'een politieregio (standaard: de enige die er is, anders het land)',
);
const asOf = option(
  '--as-of <date>',
  'as registered up to the end of that day, or that moment',
  'zoals geregistreerd tot en met het eind van die dag, of dat moment',
);
const atPosition = option(
  '--at-position <n>',
  'as logged up to a position of the log',
  'zoals gelogd tot en met een positie van het log',
);
const month = option('--month <month>', '1 to 12', '1 tot 12');
const type = option(
  '--type <type>',
  'a type of action, such as missing-person',
  'een soort actie, zoals missing-person',
);
const everything = option('--all', 'all events, however many', 'alle gebeurtenissen, hoeveel ook');
const definitionVersion = option(
  '--definition-version <n>',
  'by an older definition',
  'volgens een oudere definitie',
);
const ofFigure: ReadonlyArray<CommandOption> = [year, month, region, municipality, type, asOf, atPosition];

/** What figures are, what they stand on and why they change. */
export const figureLines: ReadonlyArray<CommandLine> = [
  {
    name: 'report',
    says: both('every table of a year', 'alle tabellen van een jaar'),
    options: [
      year,
      region,
      asOf,
      atPosition,
      option('--compare <year>', 'another year beside it', 'een ander jaar ernaast'),
      option('--format <format>', 'text (default), json, csv or html', 'text (standaard), json, csv of html'),
      option('--out <file>', 'write to a file', 'schrijf naar een bestand'),
      rebuild,
    ],
    load: async () => (await import('../commands/report.js')).report,
  },
  {
    name: 'figure',
    takes: '<name>',
    says: both('one figure', 'één cijfer'),
    options: [...ofFigure, definitionVersion, rebuild],
    load: async () => (await import('../commands/figure.js')).figure,
  },
  {
    name: 'explain',
    takes: '<name>',
    says: both(
      'the events that a figure stands on, as a story',
      'de gebeurtenissen waar een cijfer op rust, als verhaal',
    ),
    options: [...ofFigure, definitionVersion, everything, rebuild],
    load: async () => (await import('../commands/explain.js')).explain,
  },
  {
    name: 'restate',
    says: both(
      'what changed between two reference dates, by cause',
      'wat er tussen twee peildatums veranderde, per oorzaak',
    ),
    options: [
      option('--from <date>', 'the earlier reference date', 'de vroegste peildatum'),
      option('--to <date>', 'the later one (default: now)', 'de laatste (standaard: nu)'),
      option('--figure <name>', 'this figure only', 'alleen dit cijfer'),
      year,
      month,
      region,
      municipality,
      type,
      definitionVersion,
      everything,
      rebuild,
    ],
    load: async () => (await import('../commands/restate.js')).restate,
  },
  {
    name: 'definition list',
    says: both('what every figure counts', 'wat elk cijfer telt'),
    options: [],
    load: async () => (await import('../commands/definition.js')).listDefinitions,
  },
  {
    name: 'definition show',
    takes: '<name>',
    says: both('what one figure counts', 'wat één cijfer telt'),
    options: [definitionVersion],
    load: async () => (await import('../commands/definition.js')).showDefinition,
  },
];

import { both } from '@burgernet/domain';
import { type CommandLine, option } from '../command-line.js';
import {
  asOf,
  atPosition,
  definitionVersion,
  month,
  municipality,
  ofFigure,
  rebuild,
  region,
  type,
  year,
} from './shared-options.js';

const everything = option('--all', 'all events, however many', 'alle gebeurtenissen, hoeveel ook');

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

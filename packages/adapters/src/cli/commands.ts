import { both, type Sentence } from '@burgernet/domain';
import { askingLines } from './asking/asking-lines.js';
import type { CommandLine, CommandOption } from './command-line.js';

const year: CommandOption = {
  flags: '--year <year>',
  says: both(
    '1900 to 2999 (default: the latest with actions)',
    '1900 tot 2999 (standaard: het laatste met acties)',
  ),
};
const region: CommandOption = {
  flags: '--region <region>',
  says: both(
    'a police region (default: the only one there is, else the country)',
    'een politieregio (standaard: de enige die er is, anders het land)',
  ),
};
const asOf: CommandOption = {
  flags: '--as-of <date>',
  says: both(
    'as known at the end of that day, or at that moment',
    'zoals bekend aan het eind van die dag, of op dat moment',
  ),
};
const atPosition: CommandOption = {
  flags: '--at-position <n>',
  says: both('as known at a position of the log', 'zoals bekend op een positie van het log'),
};
const rebuild: CommandOption = {
  flags: '--rebuild',
  says: both(
    'read everything anew, in place of what was kept of the store',
    'lees alles opnieuw, in plaats van wat van de opslag bewaard is',
  ),
};
const option = (flags: string, en: string, nl: string): CommandOption => ({ flags, says: both(en, nl) });

const says = (en: string, nl: string): Sentence => both(en, nl);

/** What a word says that stands before the names of several commands. */
export const commandGroups: Readonly<Record<string, Sentence>> = {
  action: says('what happens in an action', 'wat er in een actie gebeurt'),
  success: says('successes, late ones too, and verdicts', 'successen, ook late, en oordelen'),
  mailing: says('mailings', 'mailings'),
  municipality: says('counts of a municipality', 'tellingen van een gemeente'),
};

/** Every command there is, in the order in which help shows them. */
export const commandLines: ReadonlyArray<CommandLine> = [
  {
    name: 'demo',
    says: says(
      'import the published tables of 2021 and report on them, with a page in report.html',
      'importeer de gepubliceerde tabellen van 2021 en maak het rapport, met een pagina in report.html',
    ),
    options: [],
    load: async () => (await import('./commands/demo.js')).demo,
  },
  {
    name: 'import',
    takes: '[files...]',
    says: says(
      'events or commands, one JSON value a line (- is standard input), or published tables',
      'gebeurtenissen of opdrachten, één JSON-waarde per regel (- is standaardinvoer), of gepubliceerde tabellen',
    ),
    options: [
      option('--tables <folder>', 'a folder of published tables', 'een map met gepubliceerde tabellen'),
      option('--year <year>', 'the year of the tables', 'het jaar van de tabellen'),
      option(
        '--registered-at <date>',
        'when the late successes and the publication were registered',
        'wanneer de late successen en de publicatie zijn geregistreerd',
      ),
    ],
    load: async () => (await import('./commands/import.js')).importCommand,
  },
  {
    name: 'export',
    says: says('the events, one a line', 'de gebeurtenissen, één per regel'),
    options: [
      option('--format <format>', 'ndjson (default) or cloudevents', 'ndjson (standaard) of cloudevents'),
    ],
    load: async () => (await import('./commands/export.js')).exportLog,
  },
  {
    name: 'copy',
    says: says(
      'every event into another store, compared afterwards',
      'alle gebeurtenissen naar een andere opslag, daarna vergeleken',
    ),
    options: [
      option(
        '--to <url>',
        'the other store, empty or a copy begun before',
        'de andere opslag, leeg of een begonnen kopie',
      ),
    ],
    load: async () => (await import('./commands/copy.js')).copy,
  },
  ...askingLines,
  {
    name: 'report',
    says: says('every table of a year', 'alle tabellen van een jaar'),
    options: [
      year,
      region,
      asOf,
      atPosition,
      option('--format <format>', 'text (default), json, csv or html', 'text (standaard), json, csv of html'),
      option('--out <file>', 'write to a file', 'schrijf naar een bestand'),
      rebuild,
    ],
    load: async () => (await import('./commands/report.js')).report,
  },
  {
    name: 'figure',
    takes: '<name>',
    says: says('one figure', 'één cijfer'),
    options: [
      year,
      option('--month <month>', '1 to 12', '1 tot 12'),
      region,
      option('--municipality <code>', 'a CBS code, such as GM0344', 'een CBS-code, zoals GM0344'),
      option(
        '--type <type>',
        'a type of action, such as missing-person',
        'een soort actie, zoals missing-person',
      ),
      asOf,
      atPosition,
      rebuild,
    ],
    load: async () => (await import('./commands/figure.js')).figure,
  },
  {
    name: 'board',
    says: says('open actions with their responses', 'open acties met hun reacties'),
    options: [rebuild],
    load: async () => (await import('./commands/board.js')).board,
  },
  {
    name: 'follow',
    says: says(
      'events as they come and the figures that they move, until interrupted',
      'gebeurtenissen zodra ze komen en de cijfers die ze veranderen, tot u stopt',
    ),
    options: [rebuild],
    load: async () => (await import('./commands/follow.js')).follow,
  },
  {
    name: 'check',
    says: says(
      'read everything once and report what is wrong with it',
      'lees alles één keer en meld wat er mis mee is',
    ),
    options: [],
    load: async () => (await import('./commands/check.js')).check,
  },
];

import { both } from '@burgernet/domain';
import { type CommandLine, option } from '../command-line.js';

/** What brings a history into a store and out of it. */
export const historyLines: ReadonlyArray<CommandLine> = [
  {
    name: 'demo',
    says: both(
      'import the published tables of 2021 and report on them, with a page in report.html',
      'importeer de gepubliceerde tabellen van 2021 en maak het rapport, met een pagina in report.html',
    ),
    options: [],
    load: async () => (await import('../commands/demo.js')).demo,
  },
  {
    name: 'import',
    takes: '[files...]',
    says: both(
      'events or commands, one JSON value a line (- is standard input), or published tables',
      'gebeurtenissen of opdrachten, één JSON-waarde per regel (- is standaardinvoer), of gepubliceerde tabellen',
    ),
    options: [
      option('--portal', 'the files are tables of the portal', 'de bestanden zijn tabellen van het portaal'),
      option('--region <region>', 'of the portal', 'van het portaal'),
      option(
        '--columns <columns>',
        'what columns of the portal are called, FIELD=HEADER,...',
        'hoe kolommen van het portaal heten, VELD=KOP,...',
      ),
      option('--tables <folder>', 'a folder of published tables', 'een map met gepubliceerde tabellen'),
      option('--year <year>', 'the year of the tables', 'het jaar van de tabellen'),
      option(
        '--registered-at <date>',
        'when the late successes and the publication were registered',
        'wanneer de late successen en de publicatie zijn geregistreerd',
      ),
    ],
    load: async () => (await import('../commands/import.js')).importCommand,
  },
  {
    name: 'export',
    says: both('the events, one a line', 'de gebeurtenissen, één per regel'),
    options: [
      option('--format <format>', 'ndjson (default) or cloudevents', 'ndjson (standaard) of cloudevents'),
      option(
        '--source <urn>',
        'the organisation and system that CloudEvents come from, urn:nld:...',
        'de organisatie en het systeem waar CloudEvents vandaan komen, urn:nld:...',
      ),
    ],
    load: async () => (await import('../commands/export.js')).exportLog,
  },
  {
    name: 'copy',
    says: both(
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
    load: async () => (await import('../commands/copy.js')).copy,
  },
];

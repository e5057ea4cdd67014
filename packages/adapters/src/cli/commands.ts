import { both, type Sentence } from '@burgernet/domain';
import { askingLines, dryRun } from './asking/asking-lines.js';
import { publish } from './asking/publication-form.js';
import { auditLines } from './audit/audit-lines.js';
import type { CommandLine, CommandOption } from './command-line.js';
import {
  asOf,
  atPosition,
  definitionVersion,
  month,
  municipality,
  ofFigure,
  region,
  type,
  year,
} from './figure-options.js';

const rebuild: CommandOption = {
  flags: '--rebuild',
  says: both(
    'read everything anew, in place of what was kept of the store',
    'lees alles opnieuw, in plaats van wat van de opslag bewaard is',
  ),
};
const option = (flags: string, en: string, nl: string): CommandOption => ({ flags, says: both(en, nl) });

const onlyRegion = option('--region <region>', 'only this police region', 'alleen deze politieregio');

const says = (en: string, nl: string): Sentence => both(en, nl);

const everything = option('--all', 'all events, however many', 'alle gebeurtenissen, hoeveel ook');

/** What a word says that stands before the names of several commands. */
export const commandGroups: Readonly<Record<string, Sentence>> = {
  action: says('what happens in an action', 'wat er in een actie gebeurt'),
  success: says('successes, late ones too, and verdicts', 'successen, ook late, en oordelen'),
  audit: says(
    'proofs, for auditors and for those who answer to them',
    'bewijzen, voor auditors en wie aan hen verantwoordt',
  ),
  mailing: says(
    'neighbourhood inquiries and prevention messages',
    'digitale buurtonderzoeken en preventieberichten',
  ),
  municipality: says('counts of a municipality', 'tellingen van een gemeente'),
  publication: says('what was published', 'wat gepubliceerd is'),
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
    name: 'action show',
    takes: '<action>',
    says: says(
      'the life of an action, with its events',
      'het verloop van een actie, met haar gebeurtenissen',
    ),
    options: [],
    load: async () => (await import('./commands/show-action.js')).showAction,
  },
  {
    name: 'action end-due',
    says: says(
      'end by rule what has come to the end of its run time',
      'beëindig volgens de regel wat aan het eind van de looptijd is',
    ),
    options: [
      option(
        '--every <time>',
        'look again every so often, such as 60s',
        'kijk steeds opnieuw, zoals elke 60s',
      ),
      dryRun,
    ],
    load: async () => (await import('./commands/end-due.js')).endDue,
  },
  {
    name: 'success waiting',
    says: says(
      'ended actions that still wait for a verdict, the longest first',
      'afgelopen acties die nog op een oordeel wachten, de langste eerst',
    ),
    options: [onlyRegion],
    load: async () => (await import('./commands/waiting.js')).waiting,
  },
  {
    name: 'success register',
    says: says('every marking, with its class and lateness', 'elke markering, met soort succes en hoe laat'),
    options: [{ ...year, says: says('of actions of that year', 'van acties uit dat jaar') }, onlyRegion],
    load: async () => (await import('./commands/register.js')).register,
  },
  {
    name: 'success settle',
    takes: '<file>',
    says: says(
      'mark or rule out several at once, one JSON object a line (- is standard input)',
      'markeer of sluit er verschillende tegelijk uit, één JSON-object per regel (- is standaardinvoer)',
    ),
    options: [dryRun],
    load: async () => (await import('./commands/settle.js')).settle,
  },
  {
    name: 'thanks',
    says: says('who is still to be thanked, by municipality', 'wie nog bedankt moet worden, per gemeente'),
    options: [onlyRegion, municipality],
    load: async () => (await import('./commands/thanks.js')).thanks,
  },
  {
    name: publish.line,
    takes: '<file>',
    says: publish.says,
    options: [
      option(
        '--publication <uuid>',
        'the publication that it belongs to (default: that of its region and title)',
        'de publicatie waar het bij hoort (standaard: die van de regio en de titel)',
      ),
      dryRun,
    ],
    load: async () => (await import('./commands/add-publication.js')).addPublication,
  },
  {
    name: 'report',
    says: says('every table of a year', 'alle tabellen van een jaar'),
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
    load: async () => (await import('./commands/report.js')).report,
  },
  {
    name: 'figure',
    takes: '<name>',
    says: says('one figure', 'één cijfer'),
    options: [...ofFigure, definitionVersion, rebuild],
    load: async () => (await import('./commands/figure.js')).figure,
  },
  {
    name: 'explain',
    takes: '<name>',
    says: says(
      'the events that a figure stands on, as a story',
      'de gebeurtenissen waar een cijfer op rust, als verhaal',
    ),
    options: [...ofFigure, definitionVersion, everything, rebuild],
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'restate',
    says: says(
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
    load: async () => (await import('./commands/restate.js')).restate,
  },
  {
    name: 'definition list',
    says: says('what every figure counts', 'wat elk cijfer telt'),
    options: [],
    load: async () => (await import('./commands/definition.js')).listDefinitions,
  },
  {
    name: 'definition show',
    takes: '<name>',
    says: says('what one figure counts', 'wat één cijfer telt'),
    options: [definitionVersion],
    load: async () => (await import('./commands/definition.js')).showDefinition,
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
  ...auditLines,
];

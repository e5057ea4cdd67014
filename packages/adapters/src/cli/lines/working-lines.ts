import { both } from '@burgernet/domain';
import { dryRun } from '../asking/asking-lines.js';
import { publish } from '../asking/publication-form.js';
import { type CommandLine, option } from '../command-line.js';
import { onlyMunicipality, onlyRegion, rebuild, year } from './shared-options.js';

/** What people work off, and what they look up while they register. */
export const workingLines: ReadonlyArray<CommandLine> = [
  {
    name: 'action show',
    takes: '<action>',
    says: both(
      'the life of an action, with its events',
      'het verloop van een actie, met haar gebeurtenissen',
    ),
    options: [],
    load: async () => (await import('../commands/show-action.js')).showAction,
  },
  {
    name: 'action end-due',
    says: both(
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
    load: async () => (await import('../commands/end-due.js')).endDue,
  },
  {
    name: 'success waiting',
    says: both(
      'ended actions that still wait for a verdict, the longest first',
      'afgelopen acties die nog op een oordeel wachten, de langste eerst',
    ),
    options: [onlyRegion, rebuild],
    load: async () => (await import('../commands/waiting.js')).waiting,
  },
  {
    name: 'success register',
    says: both(
      'every marking, with its class and lateness',
      'elke markering, met het soort succes en hoe laat het kwam',
    ),
    options: [
      { ...year, says: both('of actions of that year', 'van acties uit dat jaar') },
      onlyRegion,
      rebuild,
    ],
    load: async () => (await import('../commands/register.js')).register,
  },
  {
    name: 'success settle',
    takes: '<file>',
    says: both(
      'mark or rule out several at once, one JSON object a line (- is standard input)',
      'markeer verschillende successen tegelijk of sluit ze uit, één JSON-object per regel (- is standaardinvoer)',
    ),
    options: [dryRun],
    load: async () => (await import('../commands/settle.js')).settle,
  },
  {
    name: 'thanks',
    says: both('who is still to be thanked, by municipality', 'wie nog bedankt moet worden, per gemeente'),
    options: [onlyRegion, onlyMunicipality, rebuild],
    load: async () => (await import('../commands/thanks.js')).thanks,
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
    load: async () => (await import('../commands/add-publication.js')).addPublication,
  },
];

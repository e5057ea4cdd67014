import { both } from '@burgernet/domain';
import type { CommandLine, CommandOption } from '../command-line.js';

const option = (flags: string, en: string, nl: string): CommandOption => ({ flags, says: both(en, nl) });

/** What an internal audit asks of those who keep the log. */
export const internalAuditLines: ReadonlyArray<CommandLine> = [
  {
    name: 'audit who',
    says: both(
      'who recorded what, in which role, and what was refused',
      'wie wat heeft vastgelegd, in welke rol, en wat is geweigerd',
    ),
    options: [
      option('--year <year>', 'recorded in that year', 'vastgelegd in dat jaar'),
      option('--from <date>', 'recorded from that day on', 'vastgelegd vanaf die dag'),
      option('--to <date>', 'recorded up to and including that day', 'vastgelegd tot en met die dag'),
      option('--role <role>', 'only in that role', 'alleen in die rol'),
    ],
    load: async () => (await import('./who.js')).auditWho,
  },
  {
    name: 'audit report',
    says: both(
      'what the yearly internal audit has to show',
      'wat de jaarlijkse interne audit moet laten zien',
    ),
    options: [
      option('--year <year>', 'of which year (needed)', 'van welk jaar (verplicht)'),
      option(
        '--region <region>',
        'whose figures (default: the only one there is, else the country)',
        'van wie de cijfers zijn (standaard: de enige die er is, anders het land)',
      ),
      option(
        '--as-of <date>',
        'leave out what came after that day, or that moment (default: now)',
        'laat weg wat na die dag kwam, of na dat moment (standaard: nu)',
      ),
      option('--format <format>', 'text (default), json or html', 'text (standaard), json of html'),
      option('--out <file>', 'write to a file', 'schrijf naar een bestand'),
    ],
    load: async () => (await import('./report.js')).auditReport,
  },
];

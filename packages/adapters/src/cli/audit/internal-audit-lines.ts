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
];

import { both, ConsultationReason, ForgettingReason } from '@burgernet/domain';
import { dryRun } from '../asking/asking-lines.js';
import type { CommandLine, CommandOption } from '../command-line.js';

const reason = (codes: ReadonlyArray<string>): CommandOption => ({
  flags: '--reason <code>',
  says: both(`why: ${codes.join(', ')}`, `waarom: ${codes.join(', ')}`),
});

/** What can be done with what the vault keeps about people. */
export const vaultLines: ReadonlyArray<CommandLine> = [
  {
    name: 'vault show',
    takes: '<reference>',
    says: both(
      'read a text or a name; who does, when and why is recorded first',
      'lees een tekst of naam; eerst wordt vastgelegd wie dat doet, wanneer en waarom',
    ),
    options: [reason(ConsultationReason.values)],
    load: async () => (await import('./show.js')).vaultShow,
  },
  {
    name: 'vault forget',
    takes: '<reference>',
    says: both(
      'destroy a text or a name for good; the log tells that it is gone',
      'vernietig een tekst of naam voorgoed; het log vertelt dat die weg is',
    ),
    options: [reason(ForgettingReason.values)],
    load: async () => (await import('./forget.js')).vaultForget,
  },
  {
    name: 'vault access',
    says: both('who read what, when and why', 'wie wat las, wanneer en waarom'),
    options: [],
    load: async () => (await import('./access.js')).vaultAccess,
  },
  {
    name: 'vault retention',
    says: both(
      'destroy what was kept for ten years; after five it is out of sight',
      'vernietig wat tien jaar bewaard is; na vijf jaar is het uit het zicht',
    ),
    options: [
      {
        flags: '--every <time>',
        says: both('look again every so often, such as 12h', 'kijk steeds opnieuw, zoals elke 12h'),
      },
      dryRun,
    ],
    load: async () => (await import('./retention.js')).vaultRetention,
  },
];

import { both } from '@burgernet/domain';
import type { CommandLine } from '../command-line.js';
import { rebuild } from './shared-options.js';

/** What goes on now, and whether all is well. */
export const watchingLines: ReadonlyArray<CommandLine> = [
  {
    name: 'board',
    says: both('open actions with their responses', 'open acties met hun reacties'),
    options: [rebuild],
    load: async () => (await import('../commands/board.js')).board,
  },
  {
    name: 'follow',
    says: both(
      'events as they come and the figures that they move, until interrupted',
      'gebeurtenissen zodra ze komen en de cijfers die ze veranderen, tot u stopt',
    ),
    options: [rebuild],
    load: async () => (await import('../commands/follow.js')).follow,
  },
  {
    name: 'check',
    says: both(
      'read everything once and report what is wrong with it',
      'lees alles één keer en meld wat er mis mee is',
    ),
    options: [],
    load: async () => (await import('../commands/check.js')).check,
  },
];

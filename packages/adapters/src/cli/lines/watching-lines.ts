import { both } from '@burgernet/domain';
import { type CommandLine, option } from '../command-line.js';
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
    name: 'project',
    says: both(
      'figures, register, board and participation as tables for SQL, Excel and Power BI, until interrupted',
      'cijfers, register, bord en deelname als tabellen voor SQL, Excel en Power BI, tot u stopt',
    ),
    options: [
      option(
        '--to <url>',
        'where the tables stand: postgres://USER@HOST/DATABASE?schema=burgernet, or sqlite:FILE',
        'waar de tabellen staan: postgres://GEBRUIKER@HOST/DATABASE?schema=burgernet, of sqlite:BESTAND',
      ),
      option('--once', 'catch up and stop', 'werk bij en stop'),
      {
        ...rebuild,
        says: both('make all of them anew, whatever stands there', 'maak ze alle opnieuw, wat er ook staat'),
      },
    ],
    load: async () => (await import('../commands/project.js')).project,
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

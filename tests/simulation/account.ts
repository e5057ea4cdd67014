import { board, measures, type ReadModels } from '@burgernet/projections';
import { answers } from '../support/read.js';

/** Everything that was read of a log, as one text: each posting and each stream, what is open and what not. */
export const accountOf = (models: ReadModels): string =>
  JSON.stringify({
    position: models.position,
    events: models.events.length,
    postings: measures.flatMap((measure) =>
      models.ledger.years(measure).map((year) => [...models.ledger.postings(measure, year)]),
    ),
    board: board(models),
    municipalities: [...models.municipalities],
    quarantined: models.quarantine.events,
    frozen: models.quarantine.frozen,
  });

/** Every figure to every question, as one text. */
export const figuresOf = (models: ReadModels): string => JSON.stringify(answers(models, 'latest'));

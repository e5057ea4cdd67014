import { unavailable } from '../sqlite/failure.js';

/** What tables answer when they were closed. */
export const closedBefore = unavailable('The tables were closed.', 'De tabellen zijn gesloten.');

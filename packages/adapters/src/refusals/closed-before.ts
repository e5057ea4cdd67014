import { unavailable } from '../sqlite/failure.js';

/** What a record of refusals answers when it was closed. */
export const closedBefore = unavailable(
  'The record of refusals was closed.',
  'Het register van weigeringen is gesloten.',
);

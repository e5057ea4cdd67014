import { createHash } from 'node:crypto';

/**
 * A hash over all that the writer of an event says.
 *
 * @param {import('@burgernet/adapters').EventToAppend} event
 */
export const contentHash = ({ eventId, type, schemaVersion, recordedAt, data, metadata }) =>
  createHash('sha256')
    .update(JSON.stringify([eventId, type, schemaVersion, recordedAt, data, metadata]))
    .digest('hex');

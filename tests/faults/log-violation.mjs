/**
 * What a writer said of a batch.
 *
 * @typedef {{ stream: string, events: ReadonlyArray<readonly [id: string, hash: string]>,
 *   acknowledged?: { firstRevision: number, position: number } }} SaidBatch a position of 0 says nothing
 */
import { contentHash } from './content-hash.mjs';

/** The first place in log or stream that is empty, or event that stands twice. */
const misplaced = (events) => {
  const ids = new Set();
  const revisions = new Map();
  for (const [index, event] of events.entries()) {
    if (event.position !== index + 1) return `position ${event.position} stands where ${index + 1} should`;
    const revision = revisions.get(event.stream) ?? 0;
    if (event.revision !== revision) return `${event.stream} has no revision ${revision} where it should`;
    revisions.set(event.stream, revision + 1);
    if (ids.has(event.eventId)) return `event ${event.eventId} stands twice`;
    ids.add(event.eventId);
  }
  return undefined;
};

/**
 * The first thing that is wrong with a log, given all batches that its writers sent; `undefined` where all
 * is well: what was acknowledged is there once, to the byte and where the acknowledgement said, no batch
 * is there by half, no place in log or stream is empty, and nothing is there that nobody sent.
 *
 * @param {ReadonlyArray<import('@burgernet/domain').StoredEvent>} events the whole log
 * @param {Iterable<SaidBatch>} batches
 * @returns {string | undefined}
 */
export const logViolation = (events, batches) => {
  const wrong = misplaced(events);
  if (wrong !== undefined) return wrong;
  const standing = new Map(events.map((event) => [event.eventId, event]));
  let expected = 0;
  for (const { stream, events: sent, acknowledged } of batches) {
    const found = sent.filter(([id]) => standing.has(id));
    if (acknowledged !== undefined && found.length < sent.length)
      return `of an acknowledged batch of ${sent.length} only ${found.length} stand`;
    if (found.length !== 0 && found.length !== sent.length)
      return `half a batch: ${found.length} of ${sent.length}`;
    expected += found.length;
    for (const [index, [id, hash]] of found.entries()) {
      const event = standing.get(id);
      if (event.stream !== stream || contentHash(event) !== hash) return `event ${id} is not what was stored`;
      if (acknowledged === undefined) continue;
      const { firstRevision, position } = acknowledged;
      const isThere =
        event.revision === firstRevision + index &&
        (position === 0 || event.position === position - sent.length + 1 + index);
      if (!isThere) return `event ${id} does not stand where the acknowledgement said`;
    }
  }
  return expected === events.length ? undefined : `${events.length - expected} events came from nowhere`;
};

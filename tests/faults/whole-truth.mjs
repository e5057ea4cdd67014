import { readThrough } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { figuresOf } from './figures-of.mjs';
import { logViolation } from './log-violation.mjs';
import { openUnderPrefix } from './open-under-prefix.mjs';
import { wholeLog } from './whole-log.mjs';

/** All that a fresh replay makes of a store. */
const replayedFigures = async (store, prefix) => {
  const read = await readThrough(store, { registry: domainRegistry(prefix), prefix })();
  if (read._tag === 'Left') throw new Error(read.left.text.en);
  const { models, close } = read.right;
  const figures = { ...figuresOf(models), checkpoint: models.position };
  close();
  return JSON.stringify(figures, null, 1);
};

/** The first line in which two texts differ. */
const difference = (one, other) => {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return `line ${at + 1} of its figures is ${lines[at]?.trim()}, that of a replay ${others[at]?.trim()}`;
};

/**
 * Looks at a store in which nobody writes at the moment: what is wrong with it or with what its reader made
 * of it; `undefined` where all is well. The log is read and replayed anew, and not as the reader sees it.
 *
 * @param {{ url: string, prefix: string, reader?: import('./kept-reader.mjs').KeptReader,
 *   histories: ReadonlyArray<import('./written-history.mjs').WrittenHistory> }} given
 * @returns {Promise<{ events: number, wrong: string | undefined }>}
 */
export const wholeTruth = async ({ url, prefix, histories, reader }) => {
  const store = await openUnderPrefix(url, { mode: 'read', prefix });
  try {
    const log = await wholeLog(store);
    const answered = { events: log.length, wrong: undefined };
    const wrong =
      histories.map((history) => history.contradiction()).find((each) => each !== undefined) ??
      logViolation(
        log,
        histories.flatMap((history) => history.said()),
      );
    if (wrong !== undefined) return { ...answered, wrong };
    if (reader === undefined) return answered;
    const read = await reader.figuresAt(log.length);
    const replayed = await replayedFigures(store, prefix);
    return {
      ...answered,
      wrong: reader.contradiction() ?? (read === replayed ? undefined : difference(read, replayed)),
    };
  } finally {
    await store.close();
  }
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram } from './program.mjs';

/**
 * A program that follows a store with kept state, started again as often as it was killed.
 *
 * @param {{ folder: string, url: string, prefix: string }} given
 */
export const keptReader = ({ folder, url, prefix }) => {
  const kept = join(folder, 'reader.models.db');
  const answer = join(folder, 'figures.json');
  /** @type {import('./program.mjs').Program} */
  let program;
  let heard = 0;
  let handled = 0;
  let keptUpTo = 0;
  let isFirst = true;
  let wrong;
  const counts = { keeps: 0, interrupted: 0 };

  const hear = (said) => {
    if (said.handled !== undefined) {
      const [from, to] = said.handled;
      const isNext = isFirst ? from > keptUpTo && from <= handled + 1 : from === handled + 1;
      if (!isNext)
        wrong ??= `a reader that had handled ${handled} events and kept ${keptUpTo} of them went on with ${from}`;
      isFirst = false;
      handled = to;
    } else if (said.kept !== undefined) {
      counts.keeps++;
      keptUpTo = said.kept;
    } else if (said.status === 'Interrupted') counts.interrupted++;
  };
  const listen = () => {
    const said = program?.said() ?? [];
    for (; heard < said.length; heard++) hear(said[heard]);
  };
  const hasSaid = (name) => (said) => said.some((each) => each[name] !== undefined);

  return {
    kept,
    counts,
    start: () => {
      isFirst = true;
      heard = 0;
      program = startProgram('reader', [url, prefix, kept], folder);
    },
    ready: () => program.until(hasSaid('caughtUp'), 'had caught up'),
    isRunning: () => program?.isRunning() === true,
    /** How many events it has handled and not kept, as far as it said. */
    unkept: () => {
      listen();
      return handled - keptUpTo;
    },
    /** The position of the last event that it said to have handled. */
    handled: () => {
      listen();
      return handled;
    },
    /** Its figures, as text, when it has handled all up to a position. */
    figuresAt: async (position) => {
      const from = program.said().length;
      program.tell(`figures ${position} ${answer}`);
      await program.until(
        (said) => said.slice(from).some(({ figures }) => figures === position),
        'gave figures',
      );
      listen();
      return readFileSync(answer, 'utf8');
    },
    kill: async () => {
      await program.kill();
      listen();
    },
    end: async () => {
      if (program?.isRunning()) await program.end();
    },
    /** What it said that cannot be. */
    contradiction: () => {
      listen();
      return wrong;
    },
  };
};

/** @typedef {ReturnType<typeof keptReader>} KeptReader */

import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { convert } from 'ast-v8-to-istanbul';
import { parseAst } from 'vitest/node';
import { root } from '../../scripts/set-up.mjs';

/** Of a script that no process loaded. */
const neverLoaded = (url, code) => ({
  scriptId: '0',
  url,
  functions: [
    {
      functionName: '',
      isBlockCoverage: true,
      ranges: [{ startOffset: 0, endOffset: code.length, count: 0 }],
    },
  ],
});

/** The same code in which a comment that would hide a branch from the count says nothing. */
const withoutHints = (code) => code.replaceAll(/\b(istanbul|[cv]8|node:coverage) ignore\b/g, '$1 counts');

/**
 * The branches of a package, as they stand in its sources, and how many of them a test took. A `?:`, a `??`
 * and each case count as branches, and so does an `else` that is not written.
 *
 * @param {string} name of the package
 * @param {Record<string, import('@bcoe/v8-coverage').ScriptCov>} passed what the tests passed through, by address
 * @returns {Promise<{ all: number, taken: number, missed: ReadonlyArray<string> }>} `missed` names the place
 *   and the kind of each branch that no test took
 */
export const branchesOf = async (name, passed) => {
  const built = `${root}packages/${name}/dist/`;
  let all = 0;
  const missed = [];
  for (const script of readdirSync(built, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!script.endsWith('.js')) continue;
    const url = pathToFileURL(`${built}${script}`).href;
    const code = withoutHints(readFileSync(`${built}${script}`, 'utf8'));
    const sources = await convert({
      code,
      ast: parseAst(code),
      sourceMap: JSON.parse(readFileSync(`${built}${script}.map`, 'utf8')),
      coverage: passed[url] ?? neverLoaded(url, code),
    });
    for (const [path, { branchMap, b: times }] of Object.entries(sources))
      for (const [id, { type, loc, locations }] of Object.entries(branchMap))
        locations.forEach(({ start }, at) => {
          all += 1;
          if (times[id]?.[at] > 0) return;
          const isUnwritten = start.line === undefined;
          const { line, column } = isUnwritten ? loc.start : start;
          const place = `${relative(root, resolve(path))}:${line}:${column + 1}`;
          missed.push(`${place} ${isUnwritten ? 'else, which is not written' : type}`);
        });
  }
  return { all, taken: all - missed.length, missed };
};

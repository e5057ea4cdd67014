import { readdirSync, readFileSync } from 'node:fs';
import { mergeScriptCovs } from '@bcoe/v8-coverage';

/** After how many reports of a script they are made one. */
const several = 16;

/**
 * What all processes passed through of the scripts whose address begins so, by address.
 *
 * @param {string} folder where each process wrote its report (NODE_V8_COVERAGE)
 * @param {string} under the beginning of the addresses
 * @returns {ReadonlyMap<string, import('@bcoe/v8-coverage').ScriptCov>}
 */
export const passedThrough = (folder, under) => {
  const reports = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    for (const script of JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')).result) {
      if (!script.url.startsWith(under)) continue;
      const known = reports.get(script.url) ?? [];
      known.push(script);
      reports.set(script.url, known.length < several ? known : [mergeScriptCovs(known)]);
    }
  }
  return new Map([...reports].map(([url, of]) => [url, mergeScriptCovs(of)]));
};

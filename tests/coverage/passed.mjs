import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mergeScriptCovs } from '@bcoe/v8-coverage';

/** After how many reports of a script they are made one. */
const several = 16;

/**
 * Gathers what processes passed through of the scripts whose address begins so. A report tells of all that a
 * process loaded, in megabytes: it is deleted once it is read.
 *
 * @param {string} folder where each process writes its report (NODE_V8_COVERAGE)
 * @param {string} under the beginning of the addresses
 */
export const gather = (folder, under) => {
  const reports = new Map();
  const take = (script) => {
    const known = [...(reports.get(script.url) ?? []), script];
    reports.set(script.url, known.length < several ? known : [mergeScriptCovs(known)]);
  };
  const parse = (path) => {
    try {
      return JSON.parse(readFileSync(path, 'utf8')).result;
    } catch {
      // Still being written, or of a process that was killed meanwhile.
      return undefined;
    }
  };
  return {
    /** Reads the reports that are there. */
    read: () => {
      for (const name of readdirSync(folder)) {
        const scripts = parse(`${folder}/${name}`);
        if (scripts === undefined) continue;
        rmSync(`${folder}/${name}`);
        for (const script of scripts) if (script.url.startsWith(under)) take(script);
      }
    },
    /** @returns {Record<string, import('@bcoe/v8-coverage').ScriptCov>} by address */
    passed: () => Object.fromEntries([...reports].map(([url, of]) => [url, mergeScriptCovs(of)])),
  };
};

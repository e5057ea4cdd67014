import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as whole from '@burgernet/domain';
import * as action from '@burgernet/domain/action';
import * as mailing from '@burgernet/domain/mailing';
import * as municipality from '@burgernet/domain/municipality';
import * as publication from '@burgernet/domain/publication';
import * as vault from '@burgernet/domain/vault';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = 'packages/domain/dist/';

const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  action,
  mailing,
  municipality,
  publication,
  vault,
};
const aggregates = Object.keys(entries);

/** Bundles a program as another service would, and says which files of ours went into it. */
const bundled = async (program: string) => {
  const { metafile, outputFiles, warnings } = await build({
    stdin: { contents: program, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output?.inputs ?? {})
    .filter(([file, { bytesInOutput }]) => file.startsWith(built) && bytesInOutput > 0)
    .map(([file]) => file.slice(built.length));
  return { files, code: outputFiles[0]?.text ?? '', warnings: warnings.map(({ id }) => id) };
};

const foldersOf = (files: ReadonlyArray<string>): ReadonlyArray<string> =>
  aggregates.filter((aggregate) => files.some((file) => file.startsWith(`${aggregate}/`)));

describe('an entry for one aggregate', () => {
  it.each(aggregates)('%s gives what the whole domain gives under the same names', (aggregate) => {
    const own = entries[aggregate] ?? {};
    expect(Object.keys(own)).toEqual(
      expect.arrayContaining([
        `${aggregate}Decider`,
        `${aggregate}Registry`,
        'decodePlain',
        'Instant',
        'Uuid',
      ]),
    );
    const everything: Readonly<Record<string, unknown>> = whole;
    for (const [name, value] of Object.entries(own)) expect(value, name).toBe(everything[name]);
  });

  it.each(aggregates)('%s brings no other aggregate into a bundle', async (aggregate) => {
    const { files, warnings } = await bundled(
      `import * as all from '@burgernet/domain/${aggregate}'; console.log(all);`,
    );
    expect(warnings).toEqual([]);
    expect(files.length).toBeGreaterThan(15);
    expect(foldersOf(files)).toEqual([aggregate]);
    expect(files.filter((file) => file.startsWith('testing/'))).toEqual([]);
  });

  it('is what is left of the whole domain where one aggregate is used', async () => {
    const { files } = await bundled(
      `import { actionDecider } from '@burgernet/domain'; console.log(actionDecider);`,
    );
    expect(foldersOf(files)).toEqual(['action']);
    expect(files).toContain('action/decide.js');
    for (const unused of ['registry.js', 'events.js', 'state-codecs.js', 'action/registrations.js'])
      expect(files).not.toContain(unused);
  });
});

describe('an import that uses nothing', () => {
  it.each(['', ...aggregates.map((aggregate) => `/${aggregate}`), '/testing'])(
    'of @burgernet/domain%s leaves nothing in a bundle',
    async (entry) => {
      const { code, files } = await bundled(`import '@burgernet/domain${entry}';`);
      expect(files).toEqual([]);
      expect(code.replaceAll(/^\/\/.*$/gm, '').trim()).toBe('');
    },
  );

  it.each(['', '/testing'])('of @burgernet/projections%s leaves nothing either', async (entry) => {
    expect((await bundled(`import '@burgernet/projections${entry}';`)).code.trim()).toBe('');
  });
});

describe('what was built', () => {
  it.each(['action/decide.js', 'action/life-events.d.ts'])(
    '%s says from which line of the sources it is, and the sources are there',
    async (file) => {
      const at = resolve(root, built, file);
      const text = await readFile(at, 'utf8');
      const [, mapFile = ''] = /\/\/# sourceMappingURL=(\S+)/.exec(text) ?? [];
      const map: unknown = JSON.parse(await readFile(resolve(dirname(at), mapFile), 'utf8'));
      if (typeof map !== 'object' || map === null || !('sources' in map) || !Array.isArray(map.sources))
        throw new Error(`${mapFile} is no source map.`);
      expect(map.sources).toHaveLength(1);
      const source = resolve(dirname(at), String(map.sources[0]));
      expect(source).toBe(resolve(root, 'packages/domain/src', file.replace(/(\.d)?\.(js|ts)$/, '.ts')));
      expect((await readFile(source, 'utf8')).length).toBeGreaterThan(0);
    },
  );
});

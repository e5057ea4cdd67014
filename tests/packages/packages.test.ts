import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as t from 'io-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedBy, packages, root } from './sources.js';

const run = promisify(execFile);

const Versions = t.record(t.string, t.string);
const Manifest = t.intersection([
  t.type({ name: t.string, version: t.string, sideEffects: t.boolean }),
  t.partial({ dependencies: Versions, peerDependencies: Versions, devDependencies: Versions }),
]);
const Packed = t.type({ name: t.string, filename: t.string, files: t.array(t.type({ path: t.string })) });
// npm gave a list of what it packed, and in later versions an object.
const AllPacked = t.union([t.array(Packed), t.record(t.string, Packed)]);
const Lock = t.type({
  packages: t.record(t.string, t.partial({ dev: t.boolean, hasInstallScript: t.boolean })),
});

const read = async <A>(codec: t.Type<A>, text: string): Promise<A> => {
  const value: unknown = JSON.parse(text);
  if (!codec.is(value)) throw new Error(`Not what was expected: ${text.slice(0, 200)}`);
  return value;
};
const json = async <A>(codec: t.Type<A>, file: string): Promise<A> =>
  read(codec, await readFile(join(root, file), 'utf8'));

const npm = (...args: ReadonlyArray<string>) => {
  const { npm_execpath: script = '' } = process.env;
  const options = { cwd: root, maxBuffer: 1 << 26, shell: process.platform === 'win32' };
  return /npm-cli\.js$/.test(script)
    ? run(process.execPath, [script, ...args], { ...options, shell: false })
    : run('npm', [...args], options);
};

let folder: string;
let packed: ReadonlyArray<t.TypeOf<typeof Packed>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burgernet-packages-'));
  // What is packed was built before the first test.
  const { stdout } = await npm(
    'pack',
    '--workspaces',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  );
  packed = Object.values(await read(AllPacked, stdout));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

const packedAs = (name: string) => {
  const found = packed.find((one) => one.name === `@burgernet/${name}`);
  if (found === undefined) throw new Error(`@burgernet/${name} was not packed.`);
  return { file: join(folder, found.filename), paths: found.files.map(({ path }) => path) };
};

describe.each(packages)('the package of the %s', (name) => {
  it('depends on what its sources import, and on nothing else', async () => {
    const { dependencies = {}, peerDependencies = {} } = await json(
      Manifest,
      `packages/${name}/package.json`,
    );
    const imported = [...importedBy(name).keys()].sort();
    expect(imported.length).toBeGreaterThan(2);
    expect([...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort()).toEqual(imported);
  });

  it('asks for the other packages in the version that they have', async () => {
    const { version, dependencies = {} } = await json(Manifest, `packages/${name}/package.json`);
    for (const [dependency, wanted] of Object.entries(dependencies))
      if (dependency.startsWith('@burgernet/')) expect([dependency, wanted]).toEqual([dependency, version]);
  });

  it('holds what it needs: code, types, sources for their maps, its licence and what it is', () => {
    const { paths } = packedAs(name);
    for (const wanted of ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts'])
      expect(paths).toContain(wanted);
    const allowed = /^(dist|src|bin|data|schemas)\/|^(package\.json|README\.md|LICENSE)$/;
    expect(paths.filter((path) => !allowed.test(path) || /tsbuildinfo|\.test\./.test(path))).toEqual([]);
    for (const source of paths.filter((path) => /^src\/.*(?<!\.d)\.ts$/.test(path)))
      for (const made of ['.js', '.js.map', '.d.ts', '.d.ts.map'])
        expect(paths).toContain(source.replace(/^src\//, 'dist/').replace(/\.ts$/, made));
  });

  it('has the licence of the whole', async () => {
    expect(await readFile(join(root, 'packages', name, 'LICENSE'), 'utf8')).toBe(
      await readFile(join(root, 'LICENSE'), 'utf8'),
    );
  });

  it('is a good package to publint', async () => {
    const script = join(root, 'node_modules/publint/src/cli.js');
    const { stdout } = await run(process.execPath, [script, packedAs(name).file, '--strict'], { cwd: root });
    expect(stdout).toContain('All good!');
  });

  it('has types that are right, to are-the-types-wrong', async () => {
    const script = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [script, packedAs(name).file, '--profile', 'esm-only', '--no-color', '--no-emoji'];
    // It ends with another status, and so in an error, where it finds anything.
    const { stdout } = await run(process.execPath, args, { cwd: root });
    expect(stdout).toContain(`@burgernet/${name}`);
  });
});

describe('installing the packages', () => {
  it('compiles nothing: no dependency is built, and one alone runs a script, which is not needed', async () => {
    const { packages: locked } = await json(Lock, 'package-lock.json');
    const needed = Object.entries(locked).filter(([path, { dev }]) => path.includes('node_modules/') && !dev);
    expect(needed.length).toBeGreaterThan(30);
    const withScript = needed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    // That of protobufjs, which comes with the client of EventStoreDB, looks at how its version is written
    // in package.json and may print a warning.
    expect(withScript.map(([path]) => path)).toEqual(['node_modules/protobufjs']);
    expect(needed.filter(([path]) => existsSync(join(root, path, 'binding.gyp')))).toEqual([]);
  });
});

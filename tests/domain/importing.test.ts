import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const entry = fileURLToPath(new URL('../../packages/domain/src/index.ts', import.meta.url));

/** The domain with all that it needs, as one file for a browser; and what that file still imports. */
const bundle = async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'] } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('The bundler gave no output.');
  const [chunk, ...more] = first.output;
  return { code: chunk.code, imports: [...chunk.imports, ...chunk.dynamicImports], files: 1 + more.length };
};

let bundled: Awaited<ReturnType<typeof bundle>>;
let folder: string;
let file: string;
beforeAll(async () => {
  bundled = await bundle();
  folder = await mkdtemp(join(tmpdir(), 'burgernet-domain-'));
  file = join(folder, 'domain.mjs');
  await writeFile(file, bundled.code);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a program in a process of its own and gives what it prints. */
const node = async (program: string): Promise<string> => {
  const script = join(folder, 'program.mjs');
  await writeFile(script, program.replaceAll('DOMAIN', pathToFileURL(file).href));
  const { stdout, stderr } = await run(process.execPath, [script]);
  expect(stderr).toBe('');
  return stdout;
};

describe('importing the domain', () => {
  it('works in a browser: one file that imports nothing', () => {
    expect(bundled).toMatchObject({ imports: [], files: 1 });
    expect(bundled.code).not.toContain('node:');
    expect(bundled.code).not.toMatch(/\brequire\(/);
  });

  it('leaves everything as it was, and prints nothing', async () => {
    const printed = await node(`
      const names = () => {
        const of = (value) => Reflect.ownKeys(value).map(String);
        const intrinsics = [Object, Array, String, Number, Date, Map, Set, Promise, Error, Intl, JSON, Math];
        return JSON.stringify([
          of(globalThis),
          intrinsics.map((one) => [of(one), one.prototype === undefined ? [] : of(one.prototype)]),
          process.eventNames().map(String),
          Object.keys(process.env),
        ]);
      };
      const before = names();
      const { domainRegistry } = await import('DOMAIN');
      if (names() !== before) throw new Error('Importing the domain changed something.');
      if (domainRegistry().registrations.length === 0) throw new Error('The domain is empty.');
      const pending = process.getActiveResourcesInfo().filter((one) => one === 'Timeout' || one === 'Immediate');
      if (pending.length > 0) throw new Error('Importing the domain started ' + pending);
    `);
    expect(printed).toBe('');
  });

  it('gives a domain that decides, without Node’s own globals', async () => {
    const printed = await node(`
      const print = console.log;
      for (const name of ['process', 'Buffer', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'console'])
        delete globalThis[name];
      const { actionDecider, parseMoment } = await import('DOMAIN');
      const at = parseMoment('2021-05-14T20:03').right;
      const command = { id: 'x', by: { role: 'dispatcher', id: 'y' }, recordedAt: at, type: 'EndAction', data: {} };
      print(at, actionDecider.decide(command, undefined).left.tag);
    `);
    expect(printed).toBe('2021-05-14T18:03:00.000Z ActionUnknown\n');
  });
});

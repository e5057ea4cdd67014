import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program in TypeScript on the built packages, in a Node process of its own, to its good end.
 *
 * @param name what it is called where it fails
 * @param parameters what it is given on its command line
 * @returns the lines that it printed
 */
export const runTypeScript = async (
  name: string,
  source: string,
  parameters: ReadonlyArray<string> = [],
): Promise<ReadonlyArray<string>> => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: `${root}examples`, loader: 'ts' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const [code] = outputFiles;
  const { BURGERNET_STORE: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    // A program that comes by standard input imports as if it stood in the working folder.
    const child = spawn(process.execPath, ['--input-type=module', '-', ...parameters], { cwd: root, env });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0 && errors === '') resolve(output.trimEnd().split('\n'));
      else reject(new Error(`${name} ended with ${status}: ${errors}`));
    });
    child.stdin.end(code?.text);
  });
};

/** Runs an example of examples/, by the name of its file. */
export const runExample = async (
  name: string,
  ...parameters: ReadonlyArray<string>
): Promise<ReadonlyArray<string>> =>
  runTypeScript(name, await readFile(`${root}examples/${name}`, 'utf8'), parameters);

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The command as people call it. */
export const command = fileURLToPath(
  new URL('../../../packages/adapters/bin/burgernet.mjs', import.meta.url),
);

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how a command is called. */
export interface Call {
  /** the current folder */
  readonly cwd: string;
  /** variables beside a bare environment */
  readonly env?: Readonly<Record<string, string>>;
  /** what stands on standard input */
  readonly input?: string | Uint8Array;
}

/** A bare environment: what the machine of a test has set changes nothing. */
const bare = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'SystemRoot', 'TMPDIR', 'TEMP'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const nodeOn = (
  script: string,
  { cwd, env = {}, input = '' }: Call,
  args: ReadonlyArray<string>,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, env: { ...bare(), ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(input);
  });

/** Runs `burgernet` in a process of its own. */
export const burgernet = (call: Call, ...args: ReadonlyArray<string>): Promise<Ended> =>
  nodeOn(command, call, args);

/** Runs many command lines one after the other in one process: what starting one costs is paid once. */
export const burgernets = async (
  call: Omit<Call, 'input'>,
  lines: ReadonlyArray<ReadonlyArray<string>>,
): Promise<ReadonlyArray<Ended>> => {
  const script = fileURLToPath(new URL('several-commands.mjs', import.meta.url));
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { status, stdout, stderr } = await nodeOn(script, { ...call, input }, []);
  if (status !== 0) throw new Error(`The commands could not be run: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { histories } from '@burgernet/domain/testing';
import { CloudEvent } from 'cloudevents';
import isCloudEvent from 'cloudevents/dist/schema/v1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validatorOf } from '../../support/schemas.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet, burgernets, command } from './burgernet.js';
import { demoFolder } from './demo-store.js';
import { put } from './put.js';

const there = demoFolder();
const page = new URL('../../../docs/reference/import-and-export.md', import.meta.url);

/** The line of the page that pipes one command into the other, as the arguments of the two. */
const documented = async (): Promise<readonly [ReadonlyArray<string>, ReadonlyArray<string>]> => {
  const [, line = ''] = /```sh\n(.*\|.*)\n```/.exec(await readFile(page, 'utf8')) ?? [];
  const [first = [], second = []] = line.split(' | ').map((one) => one.replace(/^burgernet /, '').split(' '));
  return [first, second];
};

/** Runs that line, each command in a process of its own, and gives how both ended. */
const piped = async (cwd: string): Promise<ReadonlyArray<number | null>> => {
  const [first, second] = await documented();
  const exporting = spawn(process.execPath, [command, ...first], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const importing = spawn(process.execPath, [command, ...second], {
    cwd,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  exporting.stdout.pipe(importing.stdin);
  return Promise.all(
    [exporting, importing].map(
      (child) => new Promise<number | null>((resolve) => child.on('close', (status) => resolve(status))),
    ),
  );
};

/** What can be seen of a store: its figures, its size and root, and every event. */
const seen = async (cwd: string, ...store: ReadonlyArray<string>) => {
  const [report, checkpoint, events] = await burgernets({ cwd }, [
    [...store, 'report', '--json'],
    [...store, 'audit', 'checkpoint'],
    [...store, 'export'],
  ]);
  const [, size, root] = checkpoint?.stdout.split('\n') ?? [];
  const figures: unknown = JSON.parse(report?.stdout ?? '');
  return { figures, size: Number(size), root, events: events?.stdout };
};

const expectSameBehindPipe = async (cwd: string, size: number): Promise<void> => {
  expect(await piped(cwd)).toEqual([0, 0]);
  const before = await seen(cwd);
  expect(before).toMatchObject({ size, root: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) });
  expect(await seen(cwd, '--store', 'sqlite:other.db')).toEqual(before);
};

describe('an export as CloudEvents', () => {
  it('of the demo’s history keeps in every line to CloudEvents, and its data to the schema that it names', async () => {
    const { stdout } = await burgernet({ cwd: there.folder }, 'export', '--format', 'cloudevents');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(6_454);
    const wrong = lines.filter((line) => {
      // It throws where an event is none.
      const { dataschema, data } = new CloudEvent<unknown>(JSON.parse(line), true);
      return !isCloudEvent(JSON.parse(line)) || !validatorOf(dataschema ?? '')(data);
    });
    expect(wrong).toEqual([]);
  });
});

describe('an export as CloudEvents that an import reads', () => {
  it('gives the demo’s history the same figures and the same root in another store', async () => {
    await expectSameBehindPipe(there.folder, 6_454);
  });

  it('gives any history the same figures and the same root in another store', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories({ size: 60 }).filter(({ stored }) => stored.length > 0),
        async ({ stored }) => {
          const cwd = await temporaryFolder();
          await put(cwd, stored);
          await expectSameBehindPipe(cwd, stored.length);
        },
      ),
      { numRuns: 1 },
    );
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloudEventLine } from '@burgernet/adapters';
import { histories } from '@burgernet/domain/testing';
import { currentDefinitions, Figures, type FigureValue } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burgernet, burgernets } from '../adapters/cli/burgernet.js';
import { demoFolder } from '../adapters/cli/demo-store.js';
import { readAll, yearsOf } from '../support/read.js';
import { runProgram } from '../support/run-program.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const there = demoFolder();
const program = fileURLToPath(new URL('../../examples/auditor-replay.mjs', import.meta.url));
const names = ['actions', 'success.portal', 'success.full'];

/** A figure as the example writes it. */
const written = (name: string, value: FigureValue): string => {
  if (value.kind === 'value') return `${name}: ${value.value}`;
  if (value.kind !== 'ratio') throw new Error(`${name} is no share.`);
  const { numerator, denominator, percentage } = value;
  return `${name}: ${numerator} of ${denominator}${percentage === null ? '' : ` = ${percentage} %`}`;
};

describe('the example of an auditor’s replay', () => {
  it('counts from the CloudEvents of the demo what the report says of 2021', async () => {
    const cwd = await temporaryFolder();
    const file = join(cwd, 'history.ndjson');
    const [exported, report] = await burgernets({ cwd: there.folder }, [
      ['export', '--format', 'cloudevents'],
      ['report', '--year', '2021', '--json'],
    ]);
    await writeFile(file, exported?.stdout ?? '');
    const { figures } = JSON.parse(report?.stdout ?? '');
    const { lines } = await runProgram(program, ['2021', file]);
    expect(lines).toEqual([
      `actions: ${figures.actions.value}`,
      ...['success.portal', 'success.full'].map((name) => {
        const { numerator, denominator, percentage } = figures[name];
        return `${name}: ${numerator} of ${denominator} = ${percentage} %`;
      }),
    ]);
    expect(lines).toEqual([
      'actions: 793',
      'success.portal: 61 of 793 = 7.7 %',
      'success.full: 100 of 793 = 12.6 %',
    ]);
  });

  it('counts from any history what the figures of the whole country are', async () => {
    const cwd = await temporaryFolder();
    const file = join(cwd, 'history.ndjson');
    await fc.assert(
      fc.asyncProperty(histories({ actions: 20, size: 200 }), async ({ stored }) => {
        await writeFile(file, stored.map((event) => `${cloudEventLine()(event)}\n`).join(''));
        const models = readAll(stored);
        const figures = new Figures(models, 'latest');
        for (const year of yearsOf(models).slice(0, 1)) {
          const { lines } = await runProgram(program, [String(year), file]);
          expect(lines).toEqual(
            names.map((name) => {
              const definition = currentDefinitions.find((one) => one.name === name);
              if (definition === undefined) throw new Error(`There is no figure ${name}.`);
              return written(name, figures.value(definition, { year }));
            }),
          );
        }
      }),
      { numRuns: 10 },
    );
  });

  it('says where an event is missing, and where it does not know one', async () => {
    const cwd = await temporaryFolder();
    const file = join(cwd, 'history.ndjson');
    const { stdout } = await burgernet({ cwd: there.folder }, 'export', '--format', 'cloudevents');
    const lines = stdout.trimEnd().split('\n');
    const [last = ''] = lines.slice(-1);
    const run = async (...changed: ReadonlyArray<string>): Promise<void> => {
      await writeFile(file, changed.join('\n'));
      await runProgram(program, ['2021', file]);
    };
    const first = lines.findIndex((line) => line.includes('"revision":0') && line.includes('action-started'));
    await expect(run(...lines.toSpliced(first, 1))).rejects.toThrow('an event of burgernet.action-');
    const later = last.replace(/"type":"[^"]*"/, '"type":"nl.burgernet.action.action-moved.v1"');
    await expect(run(...lines.with(-1, later))).rejects.toThrow(
      'this replay knows no event of type nl.burgernet.action.action-moved.v1',
    );
  });
});

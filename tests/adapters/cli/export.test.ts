import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { burgernet, burgernets, command } from './burgernet.js';
import { demoFolder } from './demo-store.js';

const there = demoFolder();

describe('an export', () => {
  it('is every event in log order, one a line, with what the store holds of it and nothing else', async () => {
    const { status, stdout, stderr } = await burgernet({ cwd: there.folder }, 'export');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 6_454 }, (_, at) => at + 1));
    for (const event of events)
      expect(Object.keys(event)).toEqual([
        'eventId',
        'stream',
        'revision',
        'position',
        'type',
        'schemaVersion',
        'recordedAt',
        'data',
        'metadata',
      ]);
  });

  it('is one JSON value where that is asked', async () => {
    const { stdout } = await burgernet({ cwd: there.folder }, 'export', '--json', '--format', 'cloudevents');
    expect(JSON.parse(stdout)).toHaveLength(6_454);
  });

  it('ends quietly when its reader stops before the end', async () => {
    const child = spawn(process.execPath, [command, 'export'], { cwd: there.folder });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });

  it('says from which organisation and system CloudEvents come, where that is a URN of the profile', async () => {
    const source = 'urn:nld:gemeente-Bergen%20%28L%29.meldkamer';
    const wrong = ['burgernet', 'urn:nld:', 'urn:nld:a b', 'urn:nld:50%'];
    const [exported, without, ...refused] = await burgernets({ cwd: there.folder }, [
      ['export', '--format', 'cloudevents', '--source', source],
      ['export', '--source', source],
      ...wrong.map((one) => ['export', '--format', 'cloudevents', '--source', one]),
    ]);
    const sources = exported?.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).source);
    expect([...new Set(sources)]).toEqual([source]);
    expect(without).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^--source belongs to --format/),
    });
    expect(refused).toEqual(
      wrong.map((one) => ({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(`"${one}" is no source of CloudEvents; give a URN such as`),
      })),
    );
  });

  it('knows two forms', async () => {
    const { status, stderr } = await burgernet({ cwd: there.folder }, 'export', '--format', 'xml');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/cloudevents/)]);
  });
});

import { describe, expect, it } from 'vitest';
import { MisbehavingServer } from '../../support/misbehaving-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';

describe('a command on a server', () => {
  it('says what it moved, and a repeat changes nothing, as on a file', async () => {
    const server = await MisbehavingServer.start();
    const cwd = await temporaryFolder();
    const call = (...args: ReadonlyArray<string>) =>
      burgernet({ cwd, env: { BURGERNET_STORE: server.address } }, ...args);
    const started = await call(
      ...['action', 'start', '--region', 'limburg', '--started-at', '2021-05-14T20:03', '--minutes', '60'],
      ...['--as', 'dispatcher:D', '--quiet'],
    );
    expect(started).toMatchObject({ status: 0, stderr: '' });
    const action = started.stdout.trim();
    const id = ['--id', '6f1ed002-ab5c-4f6e-9d5b-1f0c2f3e4a5b'];
    const mark = ['success', 'mark', action.slice(0, 8), '--line', '112', '--as', 'coordinator:C', ...id];
    expect((await call(...mark)).stdout).toContain(
      'All successes that are known 2021: 0 → 1 of 1, 100.0 %; portal unchanged',
    );
    expect((await call(...mark)).stdout).toMatch(/^This command was given before/);
    expect(JSON.parse((await call(...mark, '--json')).stdout)).toMatchObject({
      repeated: true,
      events: [
        { type: 'ActionEnded', position: 0 },
        { type: 'SuccessMarked', position: 0 },
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { log, uuid } from '../../support/log.js';
import { marked, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { put } from './put.js';
import { running } from './running.js';

/** A `burgernet follow`, and when it has shown all that there was. */
const follow = (cwd: string, ...options: ReadonlyArray<string>) => {
  const following = running(cwd, 'follow', '--lang', 'en', ...options);
  return {
    ...following,
    live: (position: number) =>
      following.until(() =>
        expect(following.stderr()).toContain(`Everything up to position ${position} was read`),
      ),
  };
};

const events = log(start(1), start(2), marked(1, '2021-05-15T09:12', { line: '112', successId: uuid(60) }));

describe('burgernet follow', () => {
  it('shows each event as it comes with the figures that it moves, until interrupted', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, events.slice(0, 2));
    const following = follow(cwd);
    await following.live(2);
    await put(cwd, events.slice(2));
    await following.until(() => {
      expect(following.stdout()).toContain('SuccessMarked');
      expect(following.stdout()).toContain('2021: 0 → 1 of 2, 50.0 %');
    });
    expect(await following.interrupt()).toBe(0);
    expect(following.stdout()).not.toContain('ActionStarted');
    expect(following.stdout()).toMatch(/All successes that are known 2021: 0 → 1 of 2, 50\.0 %/);
    expect(following.stdout()).not.toContain('portal');
  });

  it('writes a JSON value a line, and goes on from what it kept when it is begun again', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, events.slice(0, 1));
    const first = follow(cwd, '--json');
    await first.live(1);
    await put(cwd, events.slice(1, 2));
    await first.until(() => expect(first.stdout()).toContain('\n'));
    expect(await first.interrupt()).toBe(0);
    expect(JSON.parse(first.stdout())).toMatchObject({
      event: { position: 2, type: 'ActionStarted', eventId: events[1]?.eventId },
      figures: expect.arrayContaining([
        {
          name: 'actions',
          version: 1,
          region: 'midden-nederland',
          year: 2021,
          before: { value: 1 },
          after: { value: 2 },
        },
      ]),
    });
    const second = follow(cwd, '--json');
    await second.live(2);
    await put(cwd, events.slice(2));
    await second.until(() => expect(second.stdout()).toContain('success.full'));
    expect(await second.interrupt()).toBe(0);
  });

  it('marks an event that could not be read, or that contradicts its stream', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, events.slice(0, 1));
    const following = follow(cwd, '--json');
    await following.live(1);
    const [again] = log(start(1)).map((event) => ({ ...event, eventId: uuid(77), revision: 1 }));
    if (again === undefined) throw new Error('There is an event.');
    await put(cwd, [again]);
    await following.until(() => expect(following.stdout()).toContain('\n'));
    expect(JSON.parse(following.stdout())).toMatchObject({
      event: { position: 2 },
      quarantined: true,
      figures: [],
    });
    expect(await following.interrupt()).toBe(0);
  });

  it('ends with 3 where there is no store, and makes none', async () => {
    const cwd = await temporaryFolder();
    const { status, stderr } = await burgernet({ cwd }, 'follow');
    expect(status).toBe(3);
    expect(stderr).toContain('There is no store');
  });
});

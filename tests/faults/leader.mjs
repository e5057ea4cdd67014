import { execFile } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { beginScene } from './scene.mjs';

/**
 * What this case must be told of a cluster, beside its connection string: a command that prints the port of
 * its leader and the id of its process, and one that starts a node again, given its port.
 */
const commands = { leader: 'BURGERNET_TEST_ESDB_LEADER', restart: 'BURGERNET_TEST_ESDB_RESTART' };

const given = (name) => {
  const command = process.env[commands[name]];
  if (command === undefined) throw new Error(`${commands[name]} names no command.`);
  return command;
};

const run = async (command, ...args) => {
  const [program = '', ...before] = command.split(' ');
  const { stdout } = await promisify(execFile)(program, [...before, ...args]);
  return stdout.trim();
};

const writers = 8;

/**
 * Kills the leader of a cluster while eight write and one follows, lets them go on with another, and starts
 * the node again. After each round all that was acknowledged stands there once, and the reader's figures are
 * those of a replay.
 *
 * @param {{ folder: string, random: import('./random.mjs').Random, url: string }} given
 */
export const leaderCase = ({ folder, random, url }) => {
  const counts = {
    kills: 0,
    ofThoseWithAppendsInFlight: 0,
    reconnects: 0,
    acknowledged: 0,
    repeated: 0,
    unknown: 0,
    longestGapMs: 0,
  };
  /** @type {import('./scene.mjs').Scene | undefined} */
  let scene;

  const begin = async () => {
    scene = await beginScene({ folder, url: () => url, writers, size: 3_000, random });
    for (const history of scene.histories) history.start(url, 6);
    scene.reader.start();
    await Promise.all([scene.reader.ready(), ...scene.histories.map((history) => history.ready())]);
  };

  /** The leader, once there is one. */
  const leader = async () => {
    for (let attempt = 0; ; attempt++) {
      const found = await run(given('leader')).catch((error) => {
        if (attempt < 60) return undefined;
        throw error;
      });
      const [, port, pid] = /([0-9]+)\s+([0-9]+)/.exec(found ?? '') ?? [];
      if (port !== undefined && pid !== undefined) return { port, pid: Number(pid) };
      await setTimeout(500);
    }
  };

  /** Waits until somebody was acknowledged something again, and says how long that took. */
  const goneOn = async () => {
    const before = scene.acknowledged();
    const since = performance.now();
    while (scene.acknowledged() === before) {
      if (performance.now() - since > 60_000) throw new Error('Nothing was acknowledged in a minute.');
      await setTimeout(5);
    }
    return Math.round(performance.now() - since);
  };

  const round = async (isLast) => {
    if (scene === undefined) await begin();
    const { port, pid } = await leader();
    scene.go();
    await setTimeout(100 + random.below(400));
    const isInFlight = scene.isInFlight();
    process.kill(pid, 'SIGKILL');
    counts.kills++;
    if (isInFlight) counts.ofThoseWithAppendsInFlight++;
    counts.longestGapMs = Math.max(counts.longestGapMs, await goneOn());
    await setTimeout(random.below(300));
    await scene.rest();
    await run(given('restart'), port);
    const { wrong } = await scene.look();
    if (wrong !== undefined) return wrong;
    if (scene.isWhole() || isLast) await end();
    return undefined;
  };

  const end = async () => {
    if (scene === undefined) return;
    for (const history of scene.histories) {
      counts.acknowledged += history.acknowledged();
      counts.repeated += history.counts.repeated;
      counts.unknown += history.counts.unknown;
      counts.reconnects += history.counts.interrupted;
    }
    counts.reconnects += scene.reader.counts.interrupted;
    await scene.end();
    scene.clear();
    scene = undefined;
  };

  return { round, counts, end: async () => scene?.end() };
};

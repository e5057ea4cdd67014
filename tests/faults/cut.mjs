import { setTimeout } from 'node:timers/promises';
import { parseStoreUrl } from '@burgernet/adapters';
import { BadLine } from './bad-line.mjs';
import { beginScene } from './scene.mjs';

/** A client gives up a connection that is silent for so many milliseconds: its pings are not answered. */
const patience = 2 * 1_000;

/** The address of a server, by way of a proxy, with limits that make a long stall end within a round. */
const throughProxy = (url, { port }) => {
  const there = url.replace(/(\/\/(?:[^@/]*@)?)[^/?]+/, `$1127.0.0.1:${port}`);
  return `${there}${there.includes('?') ? '&' : '?'}keepAliveInterval=${patience / 2}&keepAliveTimeout=${patience / 2}`;
};

const targetOf = (url) => {
  const parsed = parseStoreUrl(url);
  if (parsed._tag === 'Left' || parsed.right.scheme !== 'esdb' || parsed.right.server.hosts.length !== 1)
    throw new Error('BURGERNET_TEST_ESDB names no single EventStoreDB server.');
  const [{ address, port }] = parsed.right.server.hosts;
  return { host: address, port };
};

/**
 * Cuts, delays and stalls the connections of writers and of a follower to a server, at any moment. After
 * each round all that was acknowledged stands there once, and the follower's figures are those of a replay.
 *
 * @param {{ folder: string, random: import('./random.mjs').Random, url: string }} given
 */
export const cutCase = async ({ folder, random, url }) => {
  const target = targetOf(url);
  const lines = { reader: await BadLine.start(target), writers: await BadLine.start(target) };
  const counts = {
    cutsWhileFollowing: 0,
    ofThoseInATransfer: 0,
    ofThoseIdle: 0,
    cutsOfWriters: 0,
    ofThoseWithAppendsInFlight: 0,
    delays: 0,
    stalls: 0,
    stallsThatTheClientEnded: 0,
    refusals: 0,
    reconnects: 0,
    acknowledged: 0,
    repeated: 0,
    unknown: 0,
  };
  /** @type {import('./scene.mjs').Scene | undefined} */
  let scene;
  const heal = () => {
    for (const line of Object.values(lines)) line.heal();
  };

  const begin = async () => {
    scene = await beginScene({
      folder,
      url: () => url,
      readerUrl: throughProxy(url, lines.reader),
      writers: 2,
      size: 3_000,
      random,
    });
    for (const history of scene.histories) history.start(throughProxy(url, lines.writers), 12);
    scene.reader.start();
    await Promise.all([scene.reader.ready(), ...scene.histories.map((history) => history.ready())]);
  };

  /** Counts what a cut that comes now will hit. */
  const count = (name) => {
    if (lines[name].links.size === 0) return;
    if (name === 'writers') {
      counts.cutsOfWriters++;
      if (scene.isInFlight()) counts.ofThoseWithAppendsInFlight++;
    } else {
      counts.cutsWhileFollowing++;
      if (lines.reader.held > 0 || scene.isBehind()) counts.ofThoseInATransfer++;
      else counts.ofThoseIdle++;
    }
  };

  const cut = (name) => {
    count(name);
    lines[name].cut(random.chance(0.7) ? 'reset' : 'end');
  };

  /** Holds what comes to the reader, and cuts when some of that has gone on. */
  const cutInATransfer = async () => {
    const { reader } = lines;
    reader.stall('down');
    await setTimeout(30 + random.below(200));
    count('reader');
    reader.cutAfter(random.below(reader.held + 1));
    reader.heal();
    const links = [...reader.links];
    for (let waited = 0; waited < 500 && links.some((link) => reader.links.has(link)); waited += 2)
      await setTimeout(2);
    reader.cut('reset');
  };

  /** Cuts when appends have been sent, and mostly before the answer comes. */
  const cutAnAppend = async () => {
    if (random.chance(0.7)) lines.writers.stall('down');
    for (let waited = 0; waited < 500 && !scene.isInFlight(); waited++) await setTimeout(1);
    await setTimeout(random.below(40));
    cut('writers');
    cut('reader');
    lines.writers.heal();
  };

  const cutIdle = async () => {
    await scene.rest();
    while (scene.isBehind()) await setTimeout(2);
    await setTimeout(random.below(40));
    cut('reader');
    if (random.chance(0.5)) cut('writers');
  };

  const cutAtAnyMoment = async () => {
    await setTimeout(random.below(200));
    cut('reader');
    if (random.chance(0.5)) cut('writers');
  };

  const delay = async () => {
    counts.delays++;
    const line = lines[random.pick(['reader', 'writers'])];
    line.delay(random.pick(['up', 'down']), 1 + random.below(30));
    await setTimeout(random.below(250));
    if (random.chance(0.5)) line.heal();
  };

  const stall = async () => {
    counts.stalls++;
    const line = lines[random.pick(['reader', 'writers'])];
    const way = random.pick(['up', 'down']);
    line.stall(way);
    if (random.chance(0.85)) await setTimeout(random.below(300));
    else {
      const { connections } = line;
      for (let waited = 0; waited < 3 * patience && line.connections === connections; waited += 10)
        await setTimeout(10);
      if (line.connections > connections) counts.stallsThatTheClientEnded++;
    }
    line.heal();
  };

  const refuse = async () => {
    counts.refusals++;
    for (const line of Object.values(lines)) line.refuse();
    await setTimeout(random.below(300));
  };

  const round = async (isLast) => {
    if (scene === undefined) await begin();
    scene.go();
    await setTimeout(random.below(100));
    if (random.chance(0.3)) await delay();
    if (random.chance(0.3)) await stall();
    const moment = [cutInATransfer, cutInATransfer, cutAnAppend, cutIdle, cutAtAnyMoment][random.below(5)];
    await moment();
    if (random.chance(0.3)) await refuse();
    heal();
    scene.go();
    await setTimeout(random.below(150));
    await scene.rest();
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

  return {
    round,
    counts,
    end: async () => {
      heal();
      await scene?.end();
      await Promise.all(Object.values(lines).map((line) => line.stop()));
    },
  };
};

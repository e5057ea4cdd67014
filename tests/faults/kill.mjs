import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beginScene } from './scene.mjs';
import { isWriteUnfinished } from './unfinished-write.mjs';

/**
 * Kills one of those who work at a log, at any moment, and starts it again. After each round all that was
 * acknowledged stands there once, and the reader's figures are those of a replay.
 *
 * @param {{ folder: string, random: import('./random.mjs').Random, url?: string }} given `url` of a server;
 *   absent: a file of its own
 * @param {{ writers: number, counts: object,
 *   kill: (scene: import('./scene.mjs').Scene) => Promise<void> }} how
 */
const killCase = ({ folder, random, url }, { writers, counts, kill }) => {
  /** @type {import('./scene.mjs').Scene | undefined} */
  let scene;

  const begin = async () => {
    scene = await beginScene({
      folder,
      url: (place) => url ?? `sqlite:${join(place, 'store.db')}`,
      writers,
      size: 3_000,
      random,
    });
    for (const history of scene.histories) history.start(scene.url, 6);
    scene.reader.start();
    await Promise.all([scene.reader.ready(), ...scene.histories.map((history) => history.ready())]);
  };

  const end = async () => {
    if (scene === undefined) return;
    for (const history of scene.histories) {
      counts.acknowledged += history.acknowledged();
      counts.repeated += history.counts.repeated;
    }
    counts.keeps += scene.reader.counts.keeps;
    await scene.end();
    scene.clear();
    scene = undefined;
  };

  const round = async (isLast) => {
    if (scene === undefined) await begin();
    scene.go();
    await setTimeout(random.below(200));
    await kill(scene);
    counts.kills++;
    scene.go();
    await setTimeout(random.below(150));
    await scene.rest();
    const { wrong } = await scene.look();
    if (wrong !== undefined) return wrong;
    if (scene.isWhole() || isLast) await end();
    return undefined;
  };

  return { round, counts, end: async () => scene?.end() };
};

/** Kills the reader: while it handles, in the midst of keeping its state, idle, and soon after its start. */
export const readKillCase = (given) => {
  const { random } = given;
  const counts = {
    kills: 0,
    ofThoseWithEventsNotKept: 0,
    ofThoseInTheMidstOfKeeping: 0,
    ofThoseBeforeItHadCaughtUp: 0,
    keeps: 0,
    acknowledged: 0,
    repeated: 0,
  };
  const kill = async ({ reader, rest }) => {
    const { keeps } = reader.counts;
    const until = async (holds) => {
      for (let waited = 0; waited < 500 && !holds(); waited++) await setTimeout(1);
    };
    const moments = [
      () => until(() => reader.unkept() > 0),
      // It keeps again within a few milliseconds of that.
      async () => {
        await until(() => reader.unkept() > 0 && reader.counts.keeps > keeps);
        await setTimeout(random.below(12));
      },
      () => setTimeout(random.below(50)),
      rest,
    ];
    await moments[random.below(moments.length)]();
    await reader.kill();
    if (reader.unkept() > 0) counts.ofThoseWithEventsNotKept++;
    if (isWriteUnfinished(reader.kept)) counts.ofThoseInTheMidstOfKeeping++;
    reader.start();
    if (!random.chance(0.2)) return reader.ready();
    await setTimeout(random.below(150));
    await reader.kill();
    counts.ofThoseBeforeItHadCaughtUp++;
    counts.kills++;
    reader.start();
    return reader.ready();
  };
  return killCase(given, { writers: 2, counts, kill });
};

/** Kills a writer: mostly when it has sent what was not answered yet. */
export const writeKillCase = (given) => {
  const { random } = given;
  const counts = { kills: 0, ofThoseWithAppendsInFlight: 0, keeps: 0, acknowledged: 0, repeated: 0 };
  const kill = async ({ url, histories }) => {
    const history = histories[random.below(histories.length)];
    if (random.chance(0.8))
      for (let waited = 0; waited < 500 && history.inFlight().length === 0; waited++) await setTimeout(1);
    await history.kill();
    if (history.inFlight().length > 0) counts.ofThoseWithAppendsInFlight++;
    history.start(url, 6);
    await history.ready();
  };
  return killCase(given, { writers: 2, counts, kill });
};

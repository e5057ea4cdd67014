import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '@burgernet/adapters';
import { defaultPrefix } from '@burgernet/domain';
import { postgresAbsent, startPostgres } from '../support/throwaway-postgres.mjs';
import { expectedTables } from './expected-tables.mjs';
import { madeBatches } from './made-batches.mjs';
import { postgresAsked, sqliteAsked } from './shown-tables.mjs';
import { tableDifference } from './table-difference.mjs';
import { wholeLog } from './whole-log.mjs';

const command = fileURLToPath(new URL('../../packages/adapters/bin/burgernet.mjs', import.meta.url));

/** What tables say that they were made by where they were made those of another release. */
const another = 'another release';

let started = 0;

/** A `burgernet project` in a process of its own. */
const projector = (folder, store, to, ...options) => {
  const errors = join(folder, `project-${++started}.errors`);
  const output = openSync(errors, 'w');
  const child = spawn(
    process.execPath,
    [command, '--store', `sqlite:${store}`, '--lang', 'en', 'project', '--to', to, ...options],
    { cwd: folder, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const ended = once(child, 'exit');
  const end = async (signal, status) => {
    if (signal !== undefined) child.kill(signal);
    const [code, killed] = await ended;
    if ((killed ?? code) !== status)
      throw new Error(`project ended with ${killed ?? code}: ${readFileSync(errors, 'utf8').slice(-2_000)}`);
  };
  return {
    kill: () => end('SIGKILL', 'SIGKILL'),
    end: () => end(undefined, 0),
    isRunning: () => child.exitCode === null,
    hasWritten: () => readFileSync(errors, 'utf8').includes('The tables show'),
  };
};

/**
 * Kills `burgernet project` at any moment, on SQLite and, where there is one, PostgreSQL, while events come.
 * Whoever looks at the tables, meanwhile or afterwards, sees the figures, register, board and participation of
 * the position that their checkpoint names, and in the end those of the whole log.
 *
 * @param {{ folder: string, random: import('./random.mjs').Random }} given
 */
export const projectCase = async ({ folder, random }) => {
  if (postgresAbsent !== undefined) console.log(`project: PostgreSQL ${postgresAbsent}`);
  const postgres = postgresAbsent === undefined ? await startPostgres() : undefined;
  const counts = { kills: 0, ofThoseSoonAfterACommit: 0, looks: 0, rebuilds: 0, events: 0, onPostgres: 0 };
  const schemas = [];
  let logs = 0;

  /** A log of its own, in which nothing stands, with a place for tables in each database. */
  const begin = async () => {
    const file = join(folder, `log-${++logs}.db`);
    const opened = await openSqlite(file, { mode: 'write' })();
    if (opened._tag === 'Left') throw new Error(opened.left.text.en);
    const schema = `faults_${process.pid}_${logs}`;
    schemas.push(schema);
    return {
      file,
      store: opened.right,
      batches: madeBatches({ size: 250, prefix: defaultPrefix, number: 0, random }),
      next: 0,
      places: [
        sqliteAsked(join(folder, `tables-${logs}.db`)),
        ...(postgres === undefined ? [] : [postgresAsked(postgres.url, schema)]),
      ],
    };
  };
  let scene;

  /** What is wrong with tables, whatever state they show. */
  const wrongIn = async (place, isWhole) => {
    const state = await place.look();
    const isOurs = state !== undefined && state.madeBy !== another;
    if (!isOurs) return isWhole ? 'nothing was written' : undefined;
    counts.looks++;
    const log = await wholeLog(scene.store);
    if (isWhole && state.position !== log.length)
      return `the tables show ${state.position} of ${log.length} events`;
    const wrong = tableDifference(state.rows, expectedTables(log.slice(0, state.position)));
    return wrong && `at position ${state.position}, ${wrong}`;
  };

  /** Appends some of the next batches, with a look at the tables now and then. */
  const write = async (place) => {
    for (let few = 4 + random.below(10); few > 0 && scene.next < scene.batches.length; few--) {
      const done = await scene.store.append(scene.batches[scene.next])();
      if (done._tag === 'Left') throw new Error(done.left.text.en);
      counts.events += scene.batches[scene.next++].events.length;
      await setTimeout(random.below(60));
      const wrong = random.chance(0.1) ? await wrongIn(place, false) : undefined;
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

  /** Makes the tables those of another release: other columns, and rows that this one never wrote. */
  const age = async (place) => {
    if ((await place.look()) === undefined) return;
    counts.rebuilds++;
    await place.change((nameOf) => `UPDATE ${nameOf('checkpoint')} SET made_by = '${another}'`);
    await place.change((nameOf) =>
      random.chance(0.5)
        ? `ALTER TABLE ${nameOf('participation')} RENAME COLUMN downloads TO new_downloads`
        : `UPDATE ${nameOf('figures')} SET figure = 'older.' || figure`,
    );
  };

  const roundAt = async (place) => {
    if (random.chance(0.2)) await age(place);
    const options = random.chance(0.15) ? ['--rebuild'] : [];
    // Two at a time in some rounds: neither may mind the other, nor the other's death.
    const projectors = Array.from({ length: random.chance(0.3) ? 2 : 1 }, () =>
      projector(folder, scene.file, place.url, ...options),
    );
    const areStarting = () => projectors.every((each) => each.isRunning() && !each.hasWritten());
    if (random.chance(0.8)) while (areStarting()) await setTimeout(5);
    else await setTimeout(random.below(400));
    const during = write(place);
    const isWriting = projectors.some((each) => each.hasWritten());
    // Mostly when one has just written something: what belongs to it and came after would be missing.
    if (isWriting && random.chance(0.7)) {
      for (let skipped = random.below(3); skipped > 0; skipped--) await place.committed(1_000);
      await place.committed(1_000);
      await setTimeout(random.below(4));
      counts.ofThoseSoonAfterACommit += projectors.length;
    } else await setTimeout(random.below(300));
    await Promise.all(projectors.map((each) => each.kill()));
    counts.kills += projectors.length;
    return (await during) ?? wrongIn(place, false);
  };

  /** Lets one go on to the end, and looks whether it has all. */
  const finish = async (place) => {
    await projector(folder, scene.file, place.url, '--once').end();
    return wrongIn(place, true);
  };

  const round = async (isLast) => {
    scene ??= await begin();
    for (const place of scene.places) {
      const wrong = (await roundAt(place)) ?? (await finish(place));
      if (wrong !== undefined)
        return `${place.url.startsWith('postgres') ? 'PostgreSQL' : 'SQLite'}: ${wrong}`;
      if (place.url.startsWith('postgres')) counts.onPostgres++;
    }
    if (isLast || scene.next === scene.batches.length) {
      await scene.store.close();
      scene = undefined;
    }
    return undefined;
  };

  return {
    round,
    counts,
    end: async () => {
      await scene?.store.close();
      for (const schema of postgres === undefined ? [] : schemas)
        await postgresAsked(postgres.url, schema).change(() => `DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await postgres?.stop();
    },
  };
};

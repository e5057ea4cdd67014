import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  eventLine,
  importLines,
  load,
  memoryStore,
  memoryVault,
  openSqlite,
  streamInput,
} from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { ReadModels } from '@burgernet/projections';
import { historyOfCommands } from './history-of-commands.mjs';
import { wholeLog } from './whole-log.mjs';

const importer = fileURLToPath(new URL('importer.mjs', import.meta.url));
const registry = domainRegistry();

/** Three lines and four events each; thousands of lines in all, for the importer tells of every thousand. */
const actions = 2_000;

/** The log that a file of commands leads to when nobody disturbs its import. */
const undisturbed = async (commands) => {
  const store = memoryStore();
  const bytes = (async function* () {
    yield Buffer.from(commands);
  })();
  const outcome = await importLines({ store, vault: memoryVault(), registry, newId: randomUUID })([
    streamInput('-', bytes),
  ])();
  if (outcome._tag === 'Left' || outcome.right.refused.length > 0)
    throw new Error('The commands of the test are not as they should be.');
  return wholeLog(store);
};

/** All that an event says but the ids that the vault made for names, and the name of the file. */
const content = ({ stream, revision, position, eventId, type, recordedAt, data, metadata }, byName) => {
  const { actorId, source, ...rest } = JSON.parse(metadata);
  return JSON.stringify([
    [stream, revision, position, eventId, type, recordedAt, data],
    byName ? rest : [actorId, source, rest],
  ]);
};

/** The first thing that is wrong with a log, given the one that it must become; `undefined` where all is well. */
const violation = (events, expected, acknowledged, byName) => {
  for (const [index, event] of events.entries())
    if (index >= expected.length || content(event, byName) !== content(expected[index], byName))
      return `position ${event.position} does not hold what the file says`;
  if (events.length < acknowledged)
    return `of ${acknowledged} acknowledged events only ${events.length} stand`;
  const commandOf = (event) => event && JSON.parse(event.metadata).commandId;
  return byName && events.length > 0 && commandOf(events.at(-1)) === commandOf(expected[events.length])
    ? `half of what the command at position ${events.length} brings about`
    : undefined;
};

/**
 * Kills a process that imports, commands or restored events. After each kill the log is the beginning of
 * the one that an undisturbed import leaves, no command stands by half, what was acknowledged is there,
 * every event can be read, and no temporary file stayed behind. Run again, the import goes on, to the end.
 *
 * @param {{ folder: string, random: import('./random.mjs').Random }} given
 */
export const importCase = ({ folder, random }) => {
  const temporary = join(folder, 'temporary');
  const commands = join(folder, 'commands.ndjson');
  const events = join(folder, 'events.ndjson');
  const counts = { kills: 0, halfway: 0, resumed: 0, finished: 0 };
  let expected;
  let files = 0;
  let file;
  let byName = true;
  let stood = 0;

  const prepare = async () => {
    mkdirSync(temporary);
    writeFileSync(commands, historyOfCommands(actions));
    expected = await undisturbed(readFileSync(commands));
    writeFileSync(events, expected.map((event) => `${eventLine(event)}\n`).join(''));
  };

  /** Ends an importer: at any moment, or while it appends, which is the shorter part. */
  const kill = async (child, ended, log) => {
    if (random.chance(0.3)) await Promise.race([setTimeout(random.below(2_000)), ended]);
    else {
      const lastRead = `"reading","lines":${actions * 3}`;
      while (child.exitCode === null && !readFileSync(log, 'utf8').includes(lastRead)) await setTimeout(5);
      await Promise.race([setTimeout(random.below(400)), ended]);
    }
    child.kill('SIGKILL');
  };

  const run = async (toTheEnd) => {
    const log = join(folder, `${files}.log`);
    const output = openSync(log, 'w');
    const child = spawn(process.execPath, [importer, file, byName ? commands : events], {
      stdio: ['ignore', output, 'inherit'],
      env: { ...process.env, TMPDIR: temporary },
    });
    closeSync(output);
    const ended = once(child, 'exit');
    if (!toTheEnd) await kill(child, ended, log);
    const [status] = await ended;
    if (status !== null && status !== 0) throw new Error(`The importer ended by itself, with ${status}.`);
    return readFileSync(log, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  };

  const look = async (acknowledged) => {
    const opened = await openSqlite(file, { mode: 'read' })();
    if (opened._tag === 'Left') return opened.left.tag === 'StoreAbsent' ? undefined : opened.left.text.en;
    const log = await wholeLog(opened.right);
    const models = await load(opened.right, registry, new ReadModels())();
    await opened.right.close();
    if (models._tag === 'Left') return models.left.text.en;
    if (models.right.quarantine.events.length > 0) return 'an event cannot be read';
    if (readdirSync(temporary).length > 0) return 'a temporary file stayed behind';
    if (log.length > stood && log.length < expected.length) counts.halfway++;
    stood = log.length;
    return violation(log, expected, acknowledged, byName);
  };

  const round = async () => {
    if (expected === undefined) await prepare();
    if (file === undefined) {
      file = join(folder, `${files++}.db`);
      byName = random.chance(0.5);
      stood = 0;
    } else counts.resumed++;
    const said = await run(false);
    counts.kills++;
    const taken = said.findLast(({ phase }) => phase === 'appending')?.lines ?? 0;
    const wrong = await look(stood + taken);
    if (wrong !== undefined) return wrong;
    if (!random.chance(0.3)) return undefined;
    const last = (await run(true)).at(-1);
    counts.finished++;
    const atTheEnd = await look(expected.length);
    file = undefined;
    return last.outcome.refused.length > 0 ? 'a line was refused' : atTheEnd;
  };

  return { round, counts };
};

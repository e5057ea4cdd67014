import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { eventLine, systemActor, vaultFileOf } from '@burgernet/adapters';
import { importFile } from './import-lines.mjs';
import { importKilled, importWhole, run } from './import-run.mjs';
import { namedLog } from './named-log.mjs';
import { isWriteUnfinished } from './unfinished-write.mjs';

/** Whether two reports refuse and hold back the same lines for the same reasons. */
const refusesTheSame = (a, b) =>
  JSON.stringify([a.refused, a.held]) === JSON.stringify([b.refused, b.held]) && a.lines === b.lines;

/** The first thing that is wrong with a log, given the lines that it must become; `undefined` where all is well. */
const violationOf = ({ lines, events, names }, whole, file) => {
  const wrong = lines.findIndex((line, at) => line !== whole.lines[at]);
  if (wrong !== -1) return `position ${wrong + 1} does not hold what an undisturbed import puts there`;
  const metadataOf = (event) => (event === undefined ? {} : JSON.parse(event.metadata));
  const isFromCommand = ({ source }) => source?.kind === 'command' && source.name === basename(file);
  for (const event of events) {
    const metadata = metadataOf(event);
    if (isFromCommand(metadata) && metadata.actorId !== systemActor.id && !names.has(metadata.actorId))
      return `the vault does not know who is behind position ${event.position}`;
  }
  const [last, next] = [metadataOf(events.at(-1)), metadataOf(whole.events[events.length])];
  return isFromCommand(last) && last.commandId === next.commandId
    ? `the command at position ${events.length} stands by half`
    : undefined;
};

/**
 * Kills a process that imports a file of restored events and commands, and starts it again, some times
 * over. After each kill the log is the beginning of the one that an undisturbed import leaves, no line
 * stands by half, what was reported is there, the vault knows who acted, `check` finds nothing, and no
 * temporary file with something in it stayed behind. In the end the import is left to complete: then the
 * export is that of the undisturbed one, and a further import changes nothing.
 *
 * @param {{ folder: string, random: import('./random.mjs').Random }} given
 */
export const importCase = ({ folder, random }) => {
  const temporary = join(folder, 'temporary');
  const output = join(folder, 'output');
  const killed = join(folder, 'as-it-was-killed');
  const counts = {
    kills: 0,
    beforeWriting: 0,
    inTheMidstOfAWrite: 0,
    betweenWrites: 0,
    afterWriting: 0,
    endedBeforeTheKill: 0,
    files: 0,
    finished: 0,
    events: 0,
  };
  /** the file that is being imported */
  let given;

  /** Makes a file to import, and imports it undisturbed into a store of its own. */
  const begin = async () => {
    mkdirSync(temporary, { recursive: true });
    const number = counts.files++;
    const file = join(folder, `${number}.ndjson`);
    writeFileSync(file, importFile(random));
    const reference = { store: join(folder, `${number}.reference.db`), output, temporary };
    const undisturbed = await importWhole(reference, file);
    const log = await namedLog(reference.store, 'read');
    given = {
      file,
      place: { store: join(folder, `${number}.db`), output, temporary },
      whole: { ...log, ...undisturbed },
      stood: 0,
      killsLeft: 1 + random.below(8),
    };
    const { events } = undisturbed.report;
    const size = log.events.length;
    return size === events ? violationOf(log, log, file) : `of ${events} reported events ${size} stand`;
  };

  /**
   * Keeps the files as the kill left them, for whoever looks at a violation. In a process of its own:
   * closing a file of a store that was read here would take SQLite's locks from it.
   */
  const keep = (store) => {
    const files = [store, vaultFileOf(store)]
      .flatMap((file) => [file, `${file}-wal`, `${file}-journal`])
      .filter((file) => existsSync(file));
    rmSync(killed, { recursive: true, force: true });
    mkdirSync(killed);
    const copy = `for (const file of process.argv.slice(2))
      fs.copyFileSync(file, path.join(process.argv[1], path.basename(file)))`;
    execFileSync(process.execPath, ['--eval', copy, killed, ...files]);
  };

  /** Looks at what stands there now. */
  const look = async () => {
    const { place, whole, file, stood } = given;
    const check = async () => {
      const { status, text, errors } = await run(place, 'check', '--json');
      const isAbsent = status === 3 && stood === 0 && errors.includes('"code":"StoreAbsent"');
      return status === 0 || isAbsent ? undefined : `check ends with ${status}: ${text}${errors}`;
    };
    const isFirst = random.chance(0.5);
    const early = isFirst ? await check() : undefined;
    const log = await namedLog(place.store, random.chance(0.5) ? 'read' : 'write');
    if (log.events.length < stood) return { log, wrong: `${log.events.length} of ${stood} events are left` };
    given.stood = log.events.length;
    const wrong = early ?? violationOf(log, whole, file) ?? (isFirst ? undefined : await check());
    return { log, wrong };
  };

  const count = (before, after, isUnfinished) => {
    counts.kills++;
    if (isUnfinished) counts.inTheMidstOfAWrite++;
    else if (after === given.whole.events.length) counts.afterWriting++;
    else if (after > before) counts.betweenWrites++;
    else counts.beforeWriting++;
  };

  /** Imports until a kill came in time, and looks what it left. */
  const killOnce = async () => {
    const { file, place, whole, stood } = given;
    const { wasKilled, took, taken, report } = await importKilled(
      place,
      file,
      whole,
      1 - stood / whole.events.length,
      random,
    );
    const isUnfinished = [place.store, vaultFileOf(place.store)].some(isWriteUnfinished);
    keep(place.store);
    const { log, wrong } = await look();
    if (wrong !== undefined) return wrong;
    const all = whole.events.length;
    const reported = stood + (report?.events ?? taken);
    if (log.events.length < reported || (report !== undefined && reported !== all))
      return `${reported} events were reported and ${log.events.length} of ${all} stand`;
    if (readdirSync(temporary).some((name) => statSync(join(temporary, name)).size > 0))
      return 'a temporary file stayed behind';
    if (wasKilled) {
      count(stood, log.events.length, isUnfinished);
      return undefined;
    }
    // Too late for this one: the next is aimed better, and the round has its kill all the same.
    counts.endedBeforeTheKill++;
    whole.took = Math.min(whole.took, took);
    return killOnce();
  };

  /** Leaves the import to complete, and imports once more. */
  const finish = async () => {
    const { file, place, whole } = given;
    const before = given.stood;
    const last = await importWhole(place, file);
    const again = await importWhole(place, file);
    const { lines, repeated, taken } = whole.report;
    counts.finished++;
    counts.events += whole.events.length;
    if (last.status !== whole.status || !refusesTheSame(last.report, whole.report))
      return 'the last import does not report what an undisturbed one does';
    if (last.report.events !== whole.events.length - before)
      return `the last import reports ${last.report.events} events, and ${before} of ${whole.events.length} stood`;
    if (
      again.report.taken !== 0 ||
      again.report.repeated !== taken + repeated ||
      again.report.lines !== lines
    )
      return 'a further import does not report everything as repeated';
    if (again.status !== whole.status || !refusesTheSame(again.report, whole.report))
      return 'a further import refuses something else';
    const { log, wrong } = await look();
    if (wrong !== undefined) return wrong;
    if (log.lines.length !== whole.lines.length) return 'the last import did not complete the log';
    const exported = await run(place, 'export');
    const isWhole = exported.text === log.events.map((event) => `${eventLine(event)}\n`).join('');
    return isWhole ? undefined : 'the export does not hold the log';
  };

  const clear = () => {
    const name = basename(given.file, '.ndjson');
    for (const each of readdirSync(folder)) if (each.startsWith(`${name}.`)) rmSync(join(folder, each));
    given = undefined;
  };

  const round = async (isLast) => {
    const wrong = (given === undefined ? await begin() : undefined) ?? (await killOnce());
    given.killsLeft--;
    const isComplete = given.stood === given.whole.events.length && random.chance(0.8);
    const isOver = wrong === undefined && (given.killsLeft === 0 || isComplete || isLast);
    const violation = isOver ? await finish() : wrong;
    if (violation !== undefined) return `${violation} (${given.file} into ${given.place.store})`;
    if (isOver) clear();
    return undefined;
  };

  return { round, counts };
};

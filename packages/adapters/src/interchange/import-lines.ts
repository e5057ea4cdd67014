import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type FirstPass, firstPass, type Said, sourceOf } from './first-pass.js';
import type { ImportDeps } from './import-deps.js';
import type { ImportError, ImportOutcome, ImportProgress, InputUnreadable } from './import-outcome.js';
import { ImportedStreams } from './imported-streams.js';
import type { Input } from './input.js';
import { linesOf } from './lines.js';
import { isBlank } from './read-line.js';
import { type Appending, secondPass } from './second-pass.js';
import { openSpool, type Spool, type Spooled } from './spool.js';
import { systemCall } from './system-call.js';
import { type LineAt, Tally } from './tally.js';

/** After how many lines somebody is told how far it is. */
const progressEvery = 1_000;

const unreadable =
  (file: string) =>
  (why: string): InputUnreadable => ({
    tag: 'InputUnreadable',
    file,
    text: both(
      `${file} cannot be read (${why}); nothing was imported.`,
      `${file} is niet te lezen (${why}); er is niets geïmporteerd.`,
    ),
  });

/** One import: its passes, and what came of the lines so far. */
interface Import {
  readonly pass: FirstPass;
  readonly spool: Spool;
  readonly tally: Tally;
  readonly tell: (phase: ImportProgress['phase'], lines: number) => void;
}

const keep = async (
  { spool, tally }: Import,
  at: LineAt,
  said: Said,
): Promise<E.Either<ImportError, void>> => {
  if ('mayBeOfAny' in said) {
    const { stream, mayBeOfAny, verdict } = said;
    tally.refuse(at, { stream, mayBeOfAny, refusal: verdict.refusal });
  } else if (said.verdict.tag === 'held') tally.hold(at, said.stream);
  else if (said.verdict.tag === 'repeat') tally.repeat();
  else {
    const { expected, events } = said.verdict;
    return spool.add({ ...at, stream: said.stream, expected, events });
  }
  return E.right(undefined);
};

/** Reads one input to its end, and keeps what its lines are going to bring about. */
const readInput = async (
  work: Import,
  input: number,
  { name, label, chunks }: Input,
): Promise<E.Either<ImportError, void>> => {
  const source = sourceOf(label);
  const lines = linesOf(chunks());
  for (;;) {
    const next = await systemCall(() => lines.next(), unreadable(name));
    if (E.isLeft(next)) return next;
    if (next.right.done === true) return E.right(undefined);
    const line = next.right.value;
    if (isBlank(line)) continue;
    work.tally.read();
    const said = await work.pass(line, source)();
    const kept = E.isLeft(said) ? said : await keep(work, { input, line: line.number }, said.right);
    if (E.isLeft(kept)) {
      await lines.return(undefined);
      return kept;
    }
    work.tell('reading', work.tally.lines);
  }
};

const settle = (tally: Tally, line: Spooled, appending: Appending): void => {
  if (appending.tag === 'refuse') {
    const { stream } = line;
    tally.refuse(line, { stream, mayBeOfAny: false, refusal: appending.refusal });
  } else if (appending.tag === 'taken') tally.take(line.events.length);
  else if (appending.tag === 'repeated') tally.repeat();
  else tally.hold(line, line.stream);
};

const importThrough = async (
  deps: ImportDeps,
  inputs: ReadonlyArray<Input>,
  spool: Spool,
): Promise<E.Either<ImportError, ImportOutcome>> => {
  const { store, onProgress } = deps;
  const streams = new ImportedStreams(deps);
  const tally = new Tally();
  const tell: Import['tell'] = (phase, lines) => {
    if (lines > 0 && lines % progressEvery === 0) onProgress?.({ phase, lines });
  };
  const work = { pass: firstPass(deps, streams), spool, tally, tell };
  for (const [at, input] of inputs.entries()) {
    const read = await readInput(work, at, input);
    if (E.isLeft(read)) return read;
  }
  const appended = await secondPass(
    store,
    spool,
    (stream) => streams.isRefused(stream),
    (line, appending) => {
      settle(tally, line, appending);
      tell('appending', tally.appended);
    },
  );
  return pipe(
    appended,
    E.map(() => tally.outcome((input) => inputs[input]?.name ?? '')),
  );
};

/**
 * Imports lines: events as they were exported, CloudEvents, and commands, one JSON value a line. Several
 * inputs are one import, in the order in which they are given.
 *
 * Two passes (command `import`): first every line is read and every stream folded, on top of what the
 * store holds, and a stream with one refused line is refused whole; then the rest is appended in the
 * order of the lines. A line that cannot be read refuses every stream that it may be for, so that it can be
 * corrected and imported in its place; where none can be told, nothing is appended. What the second pass appends waits in a temporary file, so each input is read once
 * and memory holds the states of the streams and no lines. A line that stands in the store already, to
 * the byte, changes nothing; so an import that was stopped halfway goes on when it is run again.
 *
 * An event that this release cannot read is refused: what is imported is what can be counted. To move a
 * store with all that is in it, copy it.
 *
 * @returns what was taken, what was there, and what was refused and why; `left` only where the import
 *   could not be done to its end
 */
export const importLines =
  (deps: ImportDeps) =>
  (inputs: ReadonlyArray<Input>): TE.TaskEither<ImportError, ImportOutcome> =>
    TE.bracketW(
      openSpool,
      (spool) => () => importThrough(deps, inputs, spool),
      (spool) => TE.fromTask(spool.close),
    );

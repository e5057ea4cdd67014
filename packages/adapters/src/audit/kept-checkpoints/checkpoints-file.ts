import { open, readFile } from 'node:fs/promises';
import { both, Instant, type RejectionOf, refusing } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Checkpoint, parseTreeHead } from '../note/checkpoint.js';
import type { NoteFault } from '../note/note-fault.js';
import { noteText, parseNote } from '../note/signed-note.js';

/** Why checkpoints cannot be kept or read. */
export const checkpointsSentences = {
  CheckpointsUnusable: (f: { readonly file: string; readonly detail: string }) =>
    both(
      `The checkpoints in ${f.file} cannot be used (${f.detail}); see whether it can be read and written.`,
      `De controlepunten in ${f.file} zijn niet te gebruiken (${f.detail}); kijk of het gelezen en geschreven kan worden.`,
    ),
  CheckpointDamaged: (f: { readonly file: string; readonly line: number; readonly detail: string }) =>
    both(
      `Line ${f.line} of ${f.file} is no checkpoint (${f.detail}); restore the file from a copy.`,
      `Regel ${f.line} van ${f.file} is geen controlepunt (${f.detail}); zet een kopie terug.`,
    ),
};
export type CheckpointsFault = RejectionOf<typeof checkpointsSentences>;
const refuse = refusing(checkpointsSentences);

const codeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;

const attempt = <A>(file: string, work: () => Promise<A>): TE.TaskEither<CheckpointsFault, A> =>
  TE.tryCatch(work, (thrown) => {
    const detail = codeOf(thrown);
    if (detail === undefined) throw thrown;
    return refuse('CheckpointsUnusable', { file, detail });
  });

const parsed = (text: string): { readonly note?: unknown; readonly madeAt?: unknown } => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

const checkpointIn = (text: string): E.Either<NoteFault | string, Checkpoint> => {
  const { note, madeAt } = parsed(text);
  if (typeof note !== 'string' || !Instant.is(madeAt)) return E.left('it has no note, or no moment');
  const read = parseNote(Buffer.from(note));
  if (E.isLeft(read)) return read;
  const head = parseTreeHead(read.right.text);
  return E.isLeft(head) ? head : E.right({ head: head.right, note: read.right, madeAt });
};

/** A checkpoint as the line in which it is kept. */
export const checkpointLine = ({ note, madeAt }: Checkpoint): string =>
  `${JSON.stringify({ madeAt, note: noteText(note) })}\n`;

/**
 * The checkpoints that were kept of a log, by size, of each size the one that was kept last; none where
 * there is no file. What a crash left of a last line is passed over: it was never said to be kept.
 */
export const readKeptCheckpoints =
  (file: string): TE.TaskEither<CheckpointsFault, ReadonlyArray<Checkpoint>> =>
  async () => {
    const text = await attempt(file, () =>
      readFile(file, 'utf8').catch((thrown: unknown) => {
        if (codeOf(thrown) === 'ENOENT') return '';
        throw thrown;
      }),
    )();
    if (E.isLeft(text)) return text;
    const bySize = new Map<bigint, Checkpoint>();
    for (const [at, line] of text.right.split('\n').slice(0, -1).entries()) {
      const read = checkpointIn(line);
      if (E.isLeft(read)) {
        const detail = typeof read.left === 'string' ? read.left : read.left.text.en;
        return E.left(refuse('CheckpointDamaged', { file, line: at + 1, detail }));
      }
      bySize.set(read.right.head.size, read.right);
    }
    return E.right(
      [...bySize.values()].sort((a, b) =>
        a.head.size < b.head.size ? -1 : a.head.size > b.head.size ? 1 : 0,
      ),
    );
  };

/** How many bytes of a file are whole lines. */
const wholeLines = (bytes: Buffer): number => bytes.lastIndexOf(0x0a) + 1;

/** Keeps checkpoints behind those that are there, durably before it says so. */
export const keepCheckpoints = (
  file: string,
  checkpoints: ReadonlyArray<Checkpoint>,
): TE.TaskEither<CheckpointsFault, void> =>
  attempt(file, async () => {
    const handle = await open(file, 'a+');
    try {
      // A line that a crash cut off would run into the next.
      const there = await handle.readFile();
      if (wholeLines(there) < there.length) await handle.truncate(wholeLines(there));
      await handle.write(checkpoints.map(checkpointLine).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
  });

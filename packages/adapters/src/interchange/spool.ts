import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type { SpoolFailed } from './import-outcome.js';
import { linesOf } from './lines.js';
import { systemCall } from './system-call.js';

const SpooledEvent = t.readonly(
  t.type({
    eventId: t.string,
    type: t.string,
    schemaVersion: t.number,
    recordedAt: t.string,
    data: t.string,
    metadata: t.string,
  }),
);
const Spooled = t.readonly(
  t.type({
    /** which of the inputs, from 0 */
    input: t.number,
    line: t.number,
    stream: t.string,
    expected: t.union([t.number, t.literal('no-stream')]),
    events: t.readonlyArray(SpooledEvent),
  }),
);
/** What one line of an import brings about, until all lines were read. */
export interface Spooled extends t.TypeOf<typeof Spooled> {}

/** A file that holds what an import is going to append, in order. */
export interface Spool {
  readonly add: (spooled: Spooled) => Promise<E.Either<SpoolFailed, void>>;
  /** everything that was added; nothing can be added any more */
  readonly all: () => AsyncGenerator<E.Either<SpoolFailed, Spooled>, void>;
  readonly close: () => Promise<void>;
}

/** How many characters are gathered before they are written. */
const bufferSize = 1 << 18;

const failed = (why: string): SpoolFailed => ({
  tag: 'SpoolFailed',
  text: both(
    `The temporary file of the import cannot be used (${why}); make room in ${tmpdir()} or point TMPDIR elsewhere, and import again.`,
    `Het tijdelijke bestand van de import is niet te gebruiken (${why}); maak ruimte in ${tmpdir()} of laat TMPDIR elders heen wijzen, en importeer opnieuw.`,
  ),
});

/** Bytes of a file from its beginning. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array, void> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(bufferSize), 0, bufferSize, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

const decode = (bytes: Uint8Array | undefined): Spooled => {
  const spooled = Spooled.decode(JSON.parse(Buffer.from(bytes ?? []).toString()));
  if (E.isLeft(spooled)) throw new Error('What an import spooled does not come back as it was.');
  return spooled.right;
};

const spoolIn = (file: FileHandle, remove: () => Promise<void>): Spool => {
  let buffered = '';
  const flush = async (): Promise<E.Either<SpoolFailed, void>> => {
    const lines = buffered;
    buffered = '';
    return systemCall(() => file.appendFile(lines), failed);
  };
  return {
    add: async (spooled) => {
      buffered += `${JSON.stringify(spooled)}\n`;
      return buffered.length > bufferSize ? flush() : E.right(undefined);
    },
    all: async function* () {
      const flushed = await flush();
      if (E.isLeft(flushed)) {
        yield flushed;
        return;
      }
      const lines = linesOf(chunksOf(file), Number.POSITIVE_INFINITY);
      for (;;) {
        const line = await systemCall(() => lines.next(), failed);
        if (E.isRight(line) && line.right.done === true) return;
        yield pipe(
          line,
          E.map(({ value }) => decode(value?.bytes)),
        );
        if (E.isLeft(line)) return;
      }
    },
    close: async () => {
      await file.close();
      await remove();
    },
  };
};

/**
 * Opens a spool in the system's folder for temporary files. The file has no name as soon as the system
 * allows that: whatever happens to the process then, nothing of it stays behind.
 */
export const openSpool: TE.TaskEither<SpoolFailed, Spool> = () =>
  systemCall(async () => {
    const path = join(tmpdir(), `burgernet-import-${randomUUID()}`);
    const file = await open(path, 'wx+', 0o600);
    const isGone = await unlink(path).then(
      () => true,
      () => false,
    );
    return spoolIn(file, () => (isGone ? Promise.resolve() : unlink(path)));
  }, failed);

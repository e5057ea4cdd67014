import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { maySign } from '../../audit/kept-checkpoints/against-log.js';
import {
  type CheckpointsFault,
  keepCheckpoints,
  readKeptCheckpoints,
} from '../../audit/kept-checkpoints/checkpoints-file.js';
import { readTree, type TreeOfLog } from '../../audit/kept-tree/read-tree.js';
import type { Hash } from '../../audit/merkle/hash.js';
import { type Checkpoint, makeCheckpoint } from '../../audit/note/checkpoint.js';
import { type SignerKey, vkeyText } from '../../audit/note/key.js';
import { createKeyFile, readKeyFile } from '../../audit/note/key-file.js';
import type { EventStore } from '../../event-store/port.js';
import { count } from '../../report/numbers.js';
import type { Context } from '../context.js';
import { type Failure, failureOf } from '../failure.js';
import { newId } from '../new-id.js';
import { storeFailure } from '../store-failure.js';
import type { AuditFiles } from './audit-files.js';

/** A name for the key of a log, and for the log, that no other has. */
const newName = (): string => `burgernet/${newId()}`;

/**
 * The key that signs for a log; where there is none, one is made.
 *
 * @param name of a key that is made; absent: a new one
 */
export const keyOf = (
  { terminal }: Pick<Context, 'terminal'>,
  { key }: AuditFiles,
  name: string = newName(),
): TE.TaskEither<Failure, SignerKey> =>
  pipe(
    readKeyFile(key),
    TE.orElse((fault) =>
      fault.tag === 'KeyFileAbsent'
        ? pipe(
            createKeyFile(key, name),
            TE.map((made) => {
              terminal.note(
                both(
                  `A key was made in ${key}. Keep it secret, and give those who verify its other half: ${vkeyText(made.verifier)}`,
                  `Er is een sleutel gemaakt in ${key}. Houd hem geheim, en geef wie controleert de andere helft: ${vkeyText(made.verifier)}`,
                ),
              );
              return made;
            }),
          )
        : TE.left(fault),
    ),
    TE.mapLeft(failureOf(1)),
  );

/** The tree of the log of a store; it answers until it is closed. */
export const treeOf = (
  { terminal, options }: Pick<Context, 'terminal' | 'options'>,
  store: EventStore,
  { tree }: AuditFiles,
): TE.TaskEither<Failure, TreeOfLog> =>
  pipe(
    readTree(store, {
      file: tree,
      onNote: (note) => terminal.note(note),
      onProgress: (size) =>
        terminal.progress(
          both(`${count(size, 'en')} events hashed`, `${count(size, 'nl')} gebeurtenissen verwerkt`),
        ),
    }),
    TE.mapLeft(storeFailure(options.store)),
  );

/** The checkpoints that were kept. */
export const keptCheckpoints = ({
  checkpoints,
}: AuditFiles): TE.TaskEither<Failure, ReadonlyArray<Checkpoint>> =>
  pipe(readKeptCheckpoints(checkpoints), TE.mapLeft(failureOf(3)));

/**
 * The tree of a log that may be signed: what a key signed of it before still holds. The checkpoints are read first,
 * for one that somebody makes meanwhile may be over more events than were read.
 */
export const signableTreeOf = (
  context: Pick<Context, 'terminal' | 'options'>,
  store: EventStore,
  files: AuditFiles,
  { verifier }: SignerKey,
): TE.TaskEither<Failure, TreeOfLog> =>
  pipe(
    keptCheckpoints(files),
    TE.chain((kept) =>
      pipe(
        treeOf(context, store, files),
        TE.chainEitherK((log) => {
          const may = maySign(verifier, kept, log.tree);
          if (E.isRight(may)) return E.right(log);
          log.close();
          return E.left(failureOf(1)(may.left));
        }),
      ),
    ),
  );

/** A checkpoint, and whether it was made just now. */
export interface MadeCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly isNew: boolean;
}

/** The checkpoint over so many events: the one that is kept, else a new one, which is kept. */
export const checkpointOver = (
  { now }: Pick<Context, 'now'>,
  files: AuditFiles,
  key: SignerKey,
  size: number,
  root: () => Hash,
): TE.TaskEither<CheckpointsFault, MadeCheckpoint> =>
  pipe(
    readKeptCheckpoints(files.checkpoints),
    TE.chain((kept): TE.TaskEither<CheckpointsFault, MadeCheckpoint> => {
      const there = kept.find(({ head }) => head.size === BigInt(size));
      if (there !== undefined) return TE.right({ checkpoint: there, isNew: false });
      const checkpoint = makeCheckpoint(key, size, root(), now());
      return pipe(
        keepCheckpoints(files.checkpoints, [checkpoint]),
        TE.map(() => ({ checkpoint, isNew: true })),
      );
    }),
  );

/** The checkpoint over so many events of which there is a tree. */
export const checkpointAt = (
  context: Pick<Context, 'now'>,
  files: AuditFiles,
  key: SignerKey,
  { tree }: TreeOfLog,
  size: number,
): TE.TaskEither<Failure, MadeCheckpoint> =>
  pipe(
    checkpointOver(context, files, key, size, () => tree.root(size)),
    TE.mapLeft(failureOf(3)),
  );

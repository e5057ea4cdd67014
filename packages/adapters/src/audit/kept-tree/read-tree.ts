import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { concatMap, lastValueFrom } from 'rxjs';
import type { EventStore, Handover, StoreError } from '../../event-store/port.js';
import { isStoreError } from '../../event-store/store-error.js';
import type { Place } from '../../kept-models/kept-rows.js';
import { beginning } from '../../kept-models/starting.js';
import { leafOf } from '../leaf/leaf.js';
import { leafHash } from '../merkle/hash.js';
import { MerkleTree } from '../merkle/tree.js';
import { openTreeFile, type TreeFile } from './tree-file.js';

/** How the tree of a log is read. */
export interface ReadTree {
  /** where it is kept between runs; absent: nowhere */
  readonly file?: string;
  /** how many new events are worth being kept, 10,000 by default: fewer are read again in a moment */
  readonly worthKeeping?: number;
  /** hears how many leaves the tree has */
  readonly onProgress?: (size: number) => void;
  /** hears why what was kept could not be used; the tree is right all the same, only later */
  readonly onNote?: (note: Sentence) => void;
}

/** The tree of a log, of which parts may still stand in a file: they are read when they are needed. */
export interface TreeOfLog {
  readonly tree: MerkleTree;
  /** lets go of the file; the tree answers no more after that */
  readonly close: () => void;
}

/** After how many leaves a tree that grows is kept. */
const keepEvery = 100_000;

interface Start {
  readonly tree: MerkleTree;
  /** `undefined` where nothing is gone on from */
  readonly kept: Place | undefined;
}

const ofAnotherLog = ({ position }: Place): Sentence =>
  both(
    `The Merkle tree that was kept of this store has ${position} leaves of a log that it no longer is; it is made anew.`,
    `De Merkle-boom die van deze opslag bewaard was, heeft ${position} bladeren van een log dat dit niet meer is; hij wordt opnieuw gemaakt.`,
  );

const scratch = (): Start => ({ tree: new MerkleTree(), kept: undefined });

/** Where reading begins: at what was kept, or at the beginning where that is of no use. */
const startOf = async (
  store: EventStore,
  file: TreeFile | undefined,
  onNote: (note: Sentence) => void,
): Promise<Start> => {
  const found = file?.hold();
  if (file === undefined || found === undefined) return scratch();
  if (E.isLeft(found)) {
    onNote(found.left.text);
    return scratch();
  }
  const kept = found.right;
  if (kept === undefined) return scratch();
  const at = await store.eventAt(kept)();
  if (E.isLeft(at)) throw at.left;
  if (at.right.tag === 'Stands' && at.right.eventId === kept.lastEvent)
    return { tree: new MerkleTree({ size: kept.position, part: file.part }), kept };
  onNote(ofAnotherLog(kept));
  return scratch();
};

const open = async (
  file: string | undefined,
  mode: 'read' | 'write',
  onNote: (note: Sentence) => void,
): Promise<TreeFile | undefined> => {
  if (file === undefined) return undefined;
  const opened = await openTreeFile(file, mode)();
  if (E.isRight(opened)) return opened.right;
  if (opened.left.tag !== 'StoreAbsent') onNote(opened.left.text);
  return undefined;
};

/** Keeps a tree from time to time; where that fails or another process was first, it stops. */
class KeepingTree {
  #from: Place | undefined;
  #isOver = false;

  constructor(
    private readonly file: TreeFile,
    { kept }: Start,
    private readonly onNote: (note: Sentence) => void,
  ) {
    this.#from = kept;
  }

  keep(tree: MerkleTree, place: Place): void {
    if (this.#isOver) return;
    const kept = this.file.keep(this.#from, tree.unsaved(), place);
    if (E.isLeft(kept)) this.onNote(kept.left.text);
    this.#isOver = E.isLeft(kept) || !kept.right;
    if (this.#isOver) return;
    tree.keep();
    this.#from = place;
  }
}

/** Appends the leaves of a page. */
const appendPage = (tree: MerkleTree, { events, checkpoint, handled }: Handover): Place => {
  for (const event of events) tree.append(leafHash(leafOf(event)));
  handled();
  return { ...checkpoint, lastEvent: events.at(-1)?.eventId ?? '' };
};

const grow = async (
  store: EventStore,
  { file, worthKeeping = 10_000, onProgress = () => {}, onNote = () => {} }: ReadTree,
  start: Start,
): Promise<void> => {
  const { tree, kept } = start;
  const last = await store.lastPosition();
  if (E.isLeft(last)) throw last.left;
  const isWorthIt = kept !== undefined || last.right - tree.size >= worthKeeping;
  const target = isWorthIt ? await open(file, 'write', onNote) : undefined;
  try {
    const keeping = target && new KeepingTree(target, start, onNote);
    let place = kept ?? beginning;
    let keptSize = tree.size;
    const pages = store.replay({ after: place });
    await lastValueFrom(
      pages.pipe(
        concatMap(async (page) => {
          place = appendPage(tree, page);
          onProgress(tree.size);
          if (tree.size - keptSize < keepEvery) return;
          keeping?.keep(tree, place);
          keptSize = tree.size;
        }),
      ),
      { defaultValue: undefined },
    );
    if (tree.size > keptSize) keeping?.keep(tree, place);
  } finally {
    target?.close();
  }
};

/**
 * The Merkle tree of a log: what was kept of it, and the leaves of what came since. What is new is kept where
 * that is worth it; no release makes another tree of the same log, so what was kept stays good.
 */
export const readTree = (store: EventStore, options: ReadTree = {}): TE.TaskEither<StoreError, TreeOfLog> =>
  TE.tryCatch(
    async () => {
      const { onNote = () => {} } = options;
      const file = await open(options.file, 'read', onNote);
      try {
        const start = await startOf(store, file, onNote);
        await grow(store, options, start);
        return { tree: start.tree, close: () => file?.close() };
      } catch (thrown) {
        file?.close();
        throw thrown;
      }
    },
    (thrown) => {
      if (isStoreError(thrown)) return thrown;
      throw thrown;
    },
  );

import { both, type DomainEvent, type Registry, type Sentence } from '@burgernet/domain';
import { type Checkpoint, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { EventStore } from '../event-store/port.js';
import { type KeptFile, openKeptFile } from './kept-file.js';
import type { Kept, Place } from './kept-rows.js';
import { madeBy } from './made-by.js';
import { standingOf } from './standing.js';

/** Where read models are kept and how they are begun. */
export interface Keeps {
  readonly registry: Registry<DomainEvent>;
  /** of our streams, see `defaultPrefix` */
  readonly prefix?: string;
  /** where they are kept between runs; absent: nowhere */
  readonly file?: string;
  /**
   * whether everything is read anew, to take the place of what was kept when it has caught up: the only
   * way in which a state that has counted more than the log still holds is given up
   */
  readonly rebuild?: boolean;
  /**
   * hears what there is to say of what was kept: why it could not be used (the answer is right all the
   * same, only later), that it has counted more than the log still holds, and, of a log that is followed,
   * that events of a stream are missing
   */
  readonly onNote?: (note: Sentence) => void;
  /** hears of each place up to which the models were kept */
  readonly onKept?: (place: Checkpoint) => void;
}

/** What becomes of what stands in the file. */
export type Use =
  /** reading goes on from it, or begins where nothing was kept, and what is new is added to it */
  | 'goes on'
  /** another release or other definitions made it: it is replaced, if nothing of it is lost by that */
  | 'replaces'
  /** it is replaced, whatever it is */
  | 'rebuilds'
  /** it is of another log and stays as it is */
  | 'leaves';

/** Where reading begins. */
export interface Start {
  readonly models: ReadModels;
  readonly place: Place;
  readonly kept: Kept | undefined;
  readonly use: Use;
  /** holds what the models still read from the file; `undefined` where that is nothing */
  readonly reader: KeptFile | undefined;
}

/** The place before the first event. */
export const beginning: Place = { position: 0, token: '', lastEvent: '' };

const countedMore = ({ position }: Kept): Sentence =>
  both(
    `What is kept of this store has counted ${position} events, of which the log no longer holds all; the answer goes on from what was counted. With --rebuild only what the log holds is counted.`,
    `Wat van deze opslag bewaard is, heeft ${position} gebeurtenissen geteld, waarvan het log er niet alle meer heeft; het antwoord gaat door op wat geteld was. Met --rebuild telt alleen wat er in het log staat.`,
  );

const ofAnotherLog = ({ position }: Kept): Sentence =>
  both(
    `What was kept of this store was read up to position ${position} of another log, or of this one before it was set back; everything was read again, and what was kept is left alone unless you say --rebuild.`,
    `Wat van deze opslag bewaard was, is gelezen tot positie ${position} van een ander log, of van dit log voordat het werd teruggezet; alles is opnieuw gelezen, en wat bewaard was, blijft zoals het is tot u --rebuild zegt.`,
  );

/** Opens the file of what was kept, where there is one; why that fails is a note. */
export const openKept = async (
  { file, onNote }: Pick<Keeps, 'file' | 'onNote'>,
  mode: 'read' | 'write',
): Promise<KeptFile | undefined> => {
  if (file === undefined) return undefined;
  const opened = await openKeptFile(file, mode)();
  if (E.isRight(opened)) return opened.right;
  if (opened.left.tag !== 'StoreAbsent') onNote?.(opened.left.text);
  return undefined;
};

/**
 * Where reading begins: at what was kept, or at the beginning where that is of no use.
 *
 * @throws StoreError
 */
export const startOf = async (store: EventStore, options: Keeps): Promise<Start> => {
  const file = await openKept(options, 'read');
  let start: Start | undefined;
  try {
    start = await startAt(store, options, file);
    return start;
  } finally {
    if (start?.reader === undefined) file?.close();
  }
};

const startAt = async (
  store: EventStore,
  { prefix, rebuild, onNote }: Keeps,
  file: KeptFile | undefined,
): Promise<Start> => {
  const scratch = (use: Use, kept?: Kept): Start => ({
    models: new ReadModels(prefix),
    place: beginning,
    kept,
    use,
    reader: undefined,
  });
  const found = file?.hold();
  if (file === undefined || found === undefined) return scratch('goes on');
  if (rebuild === true && (E.isLeft(found) || found.right !== undefined)) return scratch('rebuilds');
  if (E.isLeft(found)) {
    onNote?.(found.left.text);
    return scratch('leaves');
  }
  const kept = found.right;
  if (kept === undefined) return scratch('goes on');
  if (kept.madeBy !== madeBy) return scratch('replaces', kept);
  const standing = await standingOf(store, kept)();
  if (E.isLeft(standing)) throw standing.left;
  if (standing.right === 'OtherLog') {
    onNote?.(ofAnotherLog(kept));
    return scratch('leaves', kept);
  }
  if (standing.right === 'CountedMore') onNote?.(countedMore(kept));
  const { position, token, lastEvent } = kept;
  return {
    models: new ReadModels(prefix, file.shelf(kept)),
    place: { position, token, lastEvent },
    kept,
    use: 'goes on',
    reader: file,
  };
};

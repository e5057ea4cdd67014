import { type CommandError, type CommandRequest, followed, runCommand } from '@burgernet/adapters';
import { plus } from '@burgernet/domain';
import { type Checkpoint, project } from '@burgernet/projections';
import { embeddedStore } from '../../packages/adapters/src/event-store/embedded-store.js';
import { memoryLog } from '../../packages/adapters/src/event-store/memory-store.js';
import { type Disk, emptyDisk, modelsOf } from './disk.js';

/** Where a follower is: what it was given, and what of that it handled. */
export interface Places {
  readonly delivered: Checkpoint;
  readonly handled: Checkpoint;
}

/** What a simulation is made of. The tests replace a piece by a wrong one, to see that it is found out. */
export interface Pieces {
  readonly newLog: typeof memoryLog;
  readonly openStore: typeof embeddedStore;
  readonly runCommand: typeof runCommand;
  /** Whether nobody knows yet what became of a command: it is given again then. */
  readonly isOpen: (error: CommandError) => boolean;
  /** The command as it is given the nth time, so many milliseconds after the time before. */
  readonly givenAgain: (request: CommandRequest, nth: number, after: number) => CommandRequest;
  readonly followed: typeof followed;
  readonly project: typeof project;
  readonly newDisk: () => Disk;
  readonly modelsOf: typeof modelsOf;
  /** The place that a follower saves with its read models. */
  readonly placeToSave: (places: Places) => Checkpoint;
  /** Where a follower goes on that lost its connection. */
  readonly placeToGoOn: (places: Places) => Checkpoint;
}

/** Whether the same is to be asked again: the store did not say no, it said nothing. */
export const isUnanswered = ({ tag }: { readonly tag: string }): boolean =>
  tag === 'OutcomeUnknown' || tag === 'StoreUnavailable';

export const soundPieces: Pieces = {
  newLog: memoryLog,
  openStore: embeddedStore,
  runCommand,
  isOpen: (error) => isUnanswered(error) || error.tag === 'StreamContended',
  givenAgain: (request, nth, after) => ({ ...request, recordedAt: plus(request.recordedAt, after * nth) }),
  followed,
  project,
  newDisk: emptyDisk,
  modelsOf,
  placeToSave: ({ handled }) => handled,
  placeToGoOn: ({ handled }) => handled,
};

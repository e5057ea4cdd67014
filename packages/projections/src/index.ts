/**
 * Figures as a ledger of postings, and read models, over a stream of events.
 *
 * @module @burgernet/projections
 */
export * from './figures/definition.js';
export * from './figures/definitions.js';
export {
  type FigureEntry,
  Figures,
  figureShape,
  type PublishedBeside,
  publishedKey,
  unknownDimensions,
} from './figures/entry.js';
export { evaluate, type FigureValue } from './figures/evaluate.js';
export {
  type Explanation,
  explain,
  type StandingEvent,
  type StandingGroup,
  standingPositions,
} from './figures/explain.js';
export { type Moved, movedSince } from './figures/moved.js';
export { percentage } from './figures/percentage.js';
export type { Query } from './figures/query.js';
export { type Change, type MovingEvent, pairOf, type Restatement, restate } from './figures/restate.js';
export { Slice } from './figures/slice.js';
export { isReclassifiedSince, yearsTouched } from './figures/touched.js';
export type { Delivery } from './folding/delivery.js';
export { type EventFold, RunningFold } from './folding/event-fold.js';
export type { Stream, Transition } from './folding/fold.js';
export type { Gap } from './folding/gaps.js';
export {
  type Checkpoint,
  type Feed,
  handleFeed,
  type Progress,
  type Projection,
  project,
} from './folding/project.js';
export { type FrozenStream, Quarantine, type Quarantined } from './folding/quarantine.js';
export type { AnyTransition } from './folding/streams.js';
export { type AsOf, isKnownBy } from './ledger/as-of.js';
export { difference } from './ledger/difference.js';
export { EventTable, type TableEvent } from './ledger/event-table.js';
export type { Part } from './ledger/key-names.js';
export { type Cell, Ledger, type Tally } from './ledger/ledger.js';
export * from './ledger/posting.js';
export { actionCause, actionContributions, awaitsVerdict } from './measures/action.js';
export { mailingCause, mailingContributions } from './measures/mailing.js';
export { municipalityCause, municipalityContributions } from './measures/municipality.js';
export { type ActionList, actionLists } from './read-models/action-lists.js';
export { type BoardAction, board } from './read-models/board.js';
export { type Finding, LogCheck } from './read-models/log-check.js';
export { type Level, type Participation, participation, type Share } from './read-models/participation.js';
export { type PublishedFigure, PublishedYear } from './read-models/publications.js';
export { ReadModels } from './read-models/read-models.js';
export type { StandingResponses } from './read-models/standing-responses.js';
export { type RegisteredSuccess, successRegister } from './read-models/success-register.js';
export { isWhen, type RecordedWhen, type Recorder, WhoRecorded } from './read-models/who-recorded.js';
export {
  type AwaitingAction,
  awaitingVerdict,
  thanksDue,
  type UnthankedAction,
} from './read-models/worklists.js';
export * from './report/annual-report.js';
export { type ComparedFigure, compareYears, factorOf } from './report/compare-years.js';
export { type Discrepancy, discrepanciesOf } from './report/discrepancies.js';
export type { Chunk } from './saving/chunk.js';
export type { SavedPage, SavedStream, SavedSummary, Shelf, Unsaved, UnsavedPage } from './saving/saved.js';

/**
 * All that touches the world: stores, commands, the vault, import and export, proofs and reports.
 *
 * @module @burgernet/adapters
 */
export { type BundleFault, bundleSentences } from './audit/bundle/bundle-fault.js';
export type { BundleContent } from './audit/bundle/bundle-files.js';
export type { BundledCertificate } from './audit/bundle/bundled-certificates.js';
export { type Compared, compareBundles, type StandingBundle } from './audit/bundle/compare-bundles.js';
export type { Manifest } from './audit/bundle/manifest.js';
export type { VerifyProgress } from './audit/bundle/replay-bundle.js';
export { type VerifiedBundle, type VerifyOptions, verifyBundle } from './audit/bundle/verify-bundle.js';
export { type WriteBundleError, writeBundle } from './audit/bundle/write-bundle.js';
export { canonicalJson } from './audit/canonical-json.js';
export { Certificate } from './audit/certificate/certificate.js';
export { type AskedFigure, certificateText, certify, definitionHash } from './audit/certificate/certify.js';
export { certifyAll } from './audit/certificate/certify-all.js';
export { lineageRoot } from './audit/certificate/lineage.js';
export { type ReadTree, readTree, type TreeOfLog } from './audit/kept-tree/read-tree.js';
export { treeFileOfStore } from './audit/kept-tree/tree-file-of.js';
export { type LeafEvent, leafOf, longestLeaf } from './audit/leaf/leaf.js';
export { type Hash, leafHash } from './audit/merkle/hash.js';
export { MerkleTree } from './audit/merkle/tree.js';
export { type Consistency, verifyConsistency } from './audit/merkle/verify-consistency.js';
export { type Inclusion, verifyInclusion } from './audit/merkle/verify-inclusion.js';
export { type Checkpoint, makeCheckpoint, parseTreeHead, type TreeHead } from './audit/note/checkpoint.js';
export { parseVkey, type SignerKey, type VerifierKey, vkeyText } from './audit/note/key.js';
export {
  createKeyFile,
  type HandOver,
  type Rotated,
  readKeyFile,
  rotateKeyFile,
} from './audit/note/key-file.js';
export type { KeyFileFault } from './audit/note/key-file-fault.js';
export type { NoteFault } from './audit/note/note-fault.js';
export { cosignNote, noteText, parseNote, type SignedNote, verifyNote } from './audit/note/signed-note.js';
export {
  EventProof,
  type ProofFault,
  type ProvenEvent,
  proveEvent,
  verifyEventProof,
} from './audit/proof/event-proof.js';
export { type Proven, provenBy } from './audit/proven/proven.js';
export type { DomainRejection } from './commands/aggregates.js';
export type {
  CommandDeps,
  CommandError,
  CommandOutcome,
  CommandRequest,
} from './commands/command-request.js';
export { dueAt, type EndedDue, endDue, endDueRequest, type NotEnded } from './commands/end-due.js';
export { derivedId, eventIdOf } from './commands/event-id.js';
export { type ActorFault, actorOf, type NamedActor, parseActor } from './commands/named-actor.js';
export { type Pause, randomPause } from './commands/pause.js';
export type { CommandFault } from './commands/rejection.js';
export { runCommand } from './commands/run-command.js';
export { systemActor } from './commands/system-actor.js';
export type { ServerStoreOptions } from './event-store/eventstoredb/open-server-store.js';
export type {
  AddressMalformed,
  ServerAddress,
} from './event-store/eventstoredb/server-address.js';
export { load } from './event-store/load.js';
export { memoryStore } from './event-store/memory-store.js';
export { openEventStoreDb } from './event-store/open-eventstoredb.js';
export { openStore } from './event-store/open-store.js';
export * from './event-store/port.js';
export { followed, replayed } from './event-store/reading.js';
export { openSqlite } from './event-store/sqlite-store.js';
export { type StoreStatus, statusLine } from './event-store/store-status.js';
export {
  type AddressFault,
  parseStoreUrl,
  type StoreAddress,
  type UnknownScheme,
} from './event-store/store-url.js';
export { cloudEventLine, defaultSource } from './interchange/cloud-event.js';
export { type Copied, type CopyFault, copyLog } from './interchange/copy-log.js';
export { eventLine } from './interchange/event-line.js';
export { type ExportOptions, exportEvents } from './interchange/export-events.js';
export type { ImportDeps } from './interchange/import-deps.js';
export { importLines } from './interchange/import-lines.js';
export type * from './interchange/import-outcome.js';
export { fileInput, type Input, streamInput } from './interchange/input.js';
export type { LineFault } from './interchange/line-fault.js';
export { importPortal, type PortalImported } from './interchange/portal/import-portal.js';
export { portalHistory } from './interchange/portal/portal-history.js';
export type { PortalRow } from './interchange/portal/portal-row.js';
export { assumptions } from './interchange/tables/assumptions.js';
export type { Municipality, PublishedYear } from './interchange/tables/published-year.js';
export { readMunicipalities, readTables, tablesOf2021 } from './interchange/tables/read-tables.js';
export { type Reconstruction, reconstruct } from './interchange/tables/reconstruct.js';
export type { ReconstructedEvent } from './interchange/tables/recording.js';
export type { TablesError } from './interchange/tables/tables-error.js';
export { type WithoutCheckpoint, withoutCheckpoint } from './internal-audit/checkpoints-of-year.js';
export { type CountedMore, keptIn, type OfAnotherLog, Recount } from './kept-models/check-kept.js';
export {
  type FollowedThrough,
  type FollowThrough,
  followThrough,
} from './kept-models/follow-through.js';
export { keptFileOf } from './kept-models/kept-file-of.js';
export type { Place } from './kept-models/kept-rows.js';
export { type Reading, type ReadThrough, readThrough } from './kept-models/read-through.js';
export { isCountedTheSame } from './kept-models/standing.js';
export type { Keeps } from './kept-models/starting.js';
export { memoryRefusals } from './refusals/memory-refusals.js';
export type * from './refusals/port.js';
export { refusalsFileOfStore } from './refusals/refusals-file.js';
export { openSqliteRefusals } from './refusals/sqlite-refusals.js';
export type { Lang, ReportContext } from './report/context.js';
export { reportCsv } from './report/csv/report-csv.js';
export type { FigureAnswer } from './report/figure-answer.js';
export { reportHtml } from './report/html/report-html.js';
export { type FigureJson, figureJson } from './report/json/figure-json.js';
export { type ReportJson, reportJson } from './report/json/report-json.js';
export { figureLabel, type NamedFigure } from './report/labels/figures.js';
export { measureLabel } from './report/labels/measures.js';
export { groupLabel } from './report/labels/senders.js';
export * from './report/labels/vocabulary.js';
export { definitionsText } from './report/text/definition-text.js';
export { figureText } from './report/text/figure-text.js';
export { reportText } from './report/text/report-text.js';
export { type Restated, type RestateTelling, restatedText } from './report/text/restate-text.js';
export { checkpointTable, type TablesCheckpoint } from './sql-tables/checkpoint.js';
export type { Names } from './sql-tables/names.js';
export { openTables } from './sql-tables/open-tables.js';
export type { TableSession, TableStore } from './sql-tables/port.js';
export {
  type FollowIntoTables,
  followIntoTables,
  type Into,
  type ProjectFailure,
  projectOnce,
} from './sql-tables/project-tables.js';
export type { Cell, Column, Kind, Row, Table } from './sql-tables/table.js';
export { allTables } from './sql-tables/tables.js';
export {
  type PostgresTarget,
  parseTarget,
  type SqliteTarget,
  type Target,
  type TargetMalformed,
} from './sql-tables/target.js';
export type { TablesRefused, TablesWritten } from './sql-tables/write-tables.js';
export type { Mode } from './sqlite/format.js';
export { traced } from './telemetry/traced-store.js';
export { type ForgetDeps, type ForgetError, type ForgetRequest, forgetText } from './vault/forget-text.js';
export { memoryVault } from './vault/memory-vault.js';
export * from './vault/port.js';
export { lookAtRetention, type Retention, runRetention } from './vault/retention.js';
export { type ShowError, type ShownText, type ShowRequest, showText } from './vault/show-text.js';
export { openSqliteVault } from './vault/sqlite-vault.js';
export { vaultFileOf, vaultKeyFileOf } from './vault/vault-file.js';

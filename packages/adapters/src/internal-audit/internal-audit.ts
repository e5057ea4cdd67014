import type { Instant, Region, Sentence } from '@burgernet/domain';
import type { Recorder } from '@burgernet/projections';
import type { RefusalRecord } from '../refusals/port.js';
import type { Restated } from '../report/text/restate-text.js';
import type { AccessRecord } from '../vault/port.js';
import type { ForgottenText } from './audited-log.js';
import type { CheckpointOfYear, WithoutCheckpoint } from './checkpoints-of-year.js';

/**
 * What the yearly internal audit that the Wpg asks for has to show (domain: "What auditors do"): ids and codes,
 * no name and no text.
 */
export interface InternalAudit {
  readonly year: number;
  /** whose figures are compared; `null` is the country */
  readonly region: Region | null;
  /** what was recorded, made or read later is left out */
  readonly asOf: Instant;
  /** of the last event of the log as it was read */
  readonly position: number;
  readonly recorders: ReadonlyArray<Recorder>;
  /** events of the year that cannot be read */
  readonly unreadable: number;
  readonly refusals: {
    /** `null` where refusals were never recorded */
    readonly since: Instant | null;
    readonly refused: ReadonlyArray<RefusalRecord>;
  };
  readonly checkpoints: ReadonlyArray<CheckpointOfYear>;
  readonly withoutCheckpoint: ReadonlyArray<WithoutCheckpoint>;
  /** what became of the year's figures since its end; `null` where it was not over */
  readonly restated: ReadonlyArray<Restated> | null;
  /** readings of the vault in the year; `null` where there is no vault */
  readonly accesses: ReadonlyArray<AccessRecord> | null;
  readonly forgotten: ReadonlyArray<ForgottenText>;
  /** what a check of the whole log finds, now */
  readonly findings: ReadonlyArray<Sentence>;
}

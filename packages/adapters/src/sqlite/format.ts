import type { Sentence } from '@burgernet/domain';
import type Database from 'libsql';

/** What makes a file one of ours: what its header and its schema must say. */
export interface Form {
  /** what such a file is: in English with its article ("an event store"), in Dutch without */
  readonly what: Sentence;
  /** four bytes in the header (`PRAGMA application_id`) that tell this kind of file from all others */
  readonly applicationId: number;
  /** `PRAGMA user_version`; a later release that changes the schema counts on */
  readonly version: number;
  /**
   * Statements that take away all that earlier versions made, for a file whose content can be made anew;
   * where absent, a file of an earlier version is refused.
   */
  readonly clearing?: ReadonlyArray<string>;
  /** the version before, where its content is taken over; another one is refused, or cleared */
  readonly earlier?: {
    readonly version: number;
    /** what that version had; the names of this one's tables are others */
    readonly schema: ReadonlyArray<string>;
  };
  /**
   * The statements that make the schema, each beginning with `CREATE` in capitals and without an end
   * mark: so SQLite keeps them to the letter on the first page, where they are looked for again.
   */
  readonly schema: readonly [string, ...ReadonlyArray<string>];
  /** whether a new file is for its owner's eyes only */
  readonly secret: boolean;
}

/** A form of file, and what is done to make one. */
export interface Format extends Form {
  /** the first rows of a new file, written in the transaction that makes it */
  readonly fill: (db: Database.Database) => void;
  /** brings the content of the earlier version into the new schema and takes the old one away, in one transaction */
  readonly takeOver?: (db: Database.Database) => void;
}

/** Whether a file may be made and written to, or only be read. */
export type Mode = 'read' | 'write';

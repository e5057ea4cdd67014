import type { Sentence } from '@burgernet/domain';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** What kind of text a reference stands for; figures read none of it. */
export type Subject = 'name' | 'reason' | 'evidence' | 'message' | 'response';

/** The vault cannot be reached or is damaged. */
export interface VaultError {
  readonly tag: 'VaultError';
  readonly text: Sentence;
}

/**
 * Keeps texts about people outside the log, under random references. A later implementation encrypts,
 * forgets and records who read what, behind this same port.
 */
export interface Vault {
  /**
   * Keeps a text and gives the reference for it. A repeat with the same reference and text changes
   * nothing; with another text it is an error.
   *
   * @param reference a random UUID that the caller made; never derived from the text
   */
  readonly keep: (reference: string, subject: Subject, text: string) => TaskEither<VaultError, void>;
  /** The text under a reference, `undefined` where there is none. */
  readonly look: (reference: string) => TaskEither<VaultError, string | undefined>;
  /** The reference under which this name acts in this role, made by `fresh` where there was none. */
  readonly actor: (role: string, name: string, fresh: () => string) => TaskEither<VaultError, string>;
  readonly close: () => Promise<void>;
}

import type { DomainEvent, Registry, Uuid } from '@burgernet/domain';
import type { EventStore } from '../event-store/port.js';
import type { Vault } from '../vault/port.js';
import type { ImportProgress } from './import-outcome.js';

/** What an import works with. */
export interface ImportDeps {
  readonly store: EventStore;
  readonly registry: Registry<DomainEvent>;
  /** keeps the names of those who acted */
  readonly vault: Vault;
  /** a random id for somebody who never acted before */
  readonly newId: () => Uuid;
  /** of our streams, see `defaultPrefix` */
  readonly prefix?: string;
  /** how far clocks may differ, in milliseconds, see `defaultTolerance` */
  readonly tolerance?: number;
  /** is told from time to time how far it is */
  readonly onProgress?: (progress: ImportProgress) => void;
}

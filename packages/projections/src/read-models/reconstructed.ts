import type { Region } from '@burgernet/domain';
import type { Contribution, Measure } from '../ledger/posting.js';

/**
 * What is counted of actions, or of mailings, is one history: a 0 of it is a statement about all of it.
 * Each count of a municipality stands for itself.
 */
const familyOf = (measure: Measure): string => {
  switch (measure) {
    case 'inquiries':
    case 'inquiries.relevant':
    case 'inquiries.to-the-case':
    case 'prevention':
      return 'mailings';
    case 'participants.sms-voice':
    case 'participants.mail':
    case 'inhabitants':
    case 'safety-officers':
    case 'app.downloads':
      return measure;
    default:
      return 'actions';
  }
};

/** Of which regions and years a history was made from totals, and is not one that was recorded. */
export class Reconstructed {
  readonly #keys: Set<string>;

  /** @param kept those that were kept, to go on from there */
  constructor(kept: Iterable<string> = []) {
    this.#keys = new Set(kept);
  }

  /** Takes into account that a contribution comes from such a history. */
  add({ measure, region, year }: Contribution): void {
    const family = familyOf(measure);
    this.#keys.add(`${family} ${region} ${year}`);
    this.#keys.add(`${family}  ${year}`);
  }

  /** Whether what is counted of a region's year, or of the country's, comes from such a history, even in part. */
  has(measure: Measure, region: Region | undefined, year: number): boolean {
    return this.#keys.has(`${familyOf(measure)} ${region ?? ''} ${year}`);
  }

  /** All of them, to be kept. */
  all(): ReadonlyArray<string> {
    return [...this.#keys];
  }
}

import { type Hash, hashBytes } from '../merkle/hash.js';
import type { PlainFile } from './plain-file.js';

/** How many hashes are read at a time. */
const atOnce = 8_192;

/** The hashes of a file of leaves, one after the other. */
export class ListedLeaves {
  readonly #room = Buffer.alloc(atOnce * hashBytes);
  /** how much of the room is filled, and how much of that was given */
  #filled = 0;
  #given = 0;
  /** where reading goes on in the file */
  #from = 0;

  constructor(private readonly file: PlainFile) {}

  /** Whether {@link fill} must come before the next one. */
  get isSpent(): boolean {
    return this.#given === this.#filled;
  }

  /** Reads some more, as long as there is more. */
  async fill(): Promise<void> {
    this.#filled = 0;
    this.#given = 0;
    while (this.#filled < this.#room.length) {
      const left = this.#room.length - this.#filled;
      const { bytesRead } = await this.file.handle.read(this.#room, this.#filled, left, this.#from);
      if (bytesRead === 0) return;
      this.#filled += bytesRead;
      this.#from += bytesRead;
    }
  }

  /** The next hash, empty behind the last one; good until {@link fill}. */
  next(): Hash {
    const hash = this.#room.subarray(this.#given, Math.min(this.#given + hashBytes, this.#filled));
    this.#given += hash.length;
    return hash;
  }
}

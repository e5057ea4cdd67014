import { createHash } from 'node:crypto';
import { both, type Sentence } from '@burgernet/domain';

/** What a sum is made over. */
export type Summed = string | number | Uint8Array | null;

/** Eight bytes that tell whether what was read is what was kept: a figure must not come from a flipped bit. */
export const sumOf = (...parts: ReadonlyArray<Summed>): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part instanceof Uint8Array ? part : `${part}\n`);
  return hash.digest().subarray(0, 8);
};

/**
 * Thrown where kept read models turn out to be damaged while they are being used, which is when their
 * pieces are read. Nothing is lost: they are made anew from the log.
 */
export class KeptDamage extends Error {
  readonly tag = 'KeptModelsDamaged';
  readonly text: Sentence;

  constructor(file: string, detail: string) {
    super(`${file}: ${detail}`);
    this.text = both(
      `${file} is damaged (${detail}); remove it and ask again, and it is made anew from the log.`,
      `${file} is beschadigd (${detail}); verwijder het en vraag opnieuw, dan wordt het uit het log opnieuw gemaakt.`,
    );
  }
}

import type { Steps } from '../commands/first-result.js';

/** How many steps are kept at most. */
const most = 20_000;

/**
 * The steps of the streams that were looked at last, so that many repeated commands on one stream read
 * it once. Memory stays bounded whatever the number of streams.
 */
export class RecentSteps {
  readonly #steps = new Map<string, Steps>();
  #count = 0;

  get(stream: string): Steps | undefined {
    return this.#steps.get(stream);
  }

  keep(stream: string, steps: Steps): void {
    this.#steps.set(stream, steps);
    this.#count += steps.size;
    for (const [oldest, old] of this.#steps) {
      if (this.#count <= most || oldest === stream) return;
      this.#steps.delete(oldest);
      this.#count -= old.size;
    }
  }
}

import type { Readable } from 'node:stream';

/** The server said nothing for as long as it was given. */
export class Silence extends Error {}

/** A call that brings messages. */
export interface Call<M> extends Pick<Readable, 'on' | 'off' | 'resume' | 'readableLength'> {
  read(): M | null;
  cancel(): void;
}

/**
 * Takes the messages of a call as its reader asks for them. Between the two stands only the call's own
 * buffer, of sixteen messages: a slow reader makes the server wait.
 */
export class Pull<M> {
  readonly #call: Call<M>;
  readonly #listener: () => void;
  #failure: Error | undefined;
  #isOver = false;
  #wake: (() => void) | undefined;

  constructor(call: Call<M>) {
    this.#call = call;
    const wake = (): void => this.#wake?.();
    this.#listener = wake;
    call.on('readable', wake);
    call.on('end', () => {
      this.#isOver = true;
      wake();
    });
    // This listener stays: cancelling is told as an error too, and one that nobody hears ends the process.
    call.on('error', (error: Error) => {
      this.#failure ??= error;
      wake();
    });
    call.on('close', () => {
      this.#isOver = true;
      wake();
    });
  }

  /** How many messages are here already. */
  get waiting(): number {
    return this.#call.readableLength;
  }

  /**
   * Gives the messages that are here, `max` at most, and waits where there is none. Nothing means that
   * the call is over.
   *
   * @param limit how long it waits, in milliseconds
   * @throws Silence, or what the call failed with
   */
  async take(max: number, limit = Number.POSITIVE_INFINITY): Promise<ReadonlyArray<M>> {
    for (;;) {
      const taken: M[] = [];
      while (taken.length < max) {
        const message = this.#call.read();
        if (message === null) break;
        taken.push(message);
      }
      if (taken.length > 0) return taken;
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#isOver) return [];
      await this.#woken(limit);
    }
  }

  #woken(limit: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = Number.isFinite(limit)
        ? setTimeout(() => {
            this.#wake = undefined;
            reject(new Silence());
          }, limit)
        : undefined;
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }

  /** Ends the call on the server. */
  cancel(): void {
    // In a turn of its own, see https://github.com/grpc/grpc-node/issues/1652.
    setImmediate(() => {
      this.#call.cancel();
      // What is left in the buffer is let go: the call ends for the client only when its end was read.
      this.#call.off('readable', this.#listener);
      this.#call.resume();
    });
  }
}

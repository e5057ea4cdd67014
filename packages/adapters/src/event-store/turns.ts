/** How whoever reads a log of this process gets its turns; other work gets its own in between. */
export interface Turns {
  /**
   * Does something soon, in a turn of its own.
   *
   * @returns what calls it off
   */
  readonly soon: (what: () => void) => () => void;
  /**
   * Does something time and again.
   *
   * @param milliseconds from one time to the next
   * @returns what ends it
   */
  readonly every: (milliseconds: number, what: () => void) => () => void;
}

/** Turns of Node's event loop. What is done time and again keeps the process alive until it is ended. */
export const eventLoop: Turns = {
  soon: (what) => {
    const turn = setImmediate(what);
    return () => clearImmediate(turn);
  },
  every: (milliseconds, what) => {
    const timer = setInterval(what, milliseconds);
    return () => clearInterval(timer);
  },
};

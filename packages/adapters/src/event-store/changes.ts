/** Tells those who wait that there may be something new. */
export interface Changes {
  readonly announce: () => void;
  /** @returns what ends the listening */
  readonly listen: (listener: () => void) => () => void;
}

/** Makes a place to announce changes and to listen to them; nobody listens yet. */
export const makeChanges = (): Changes => {
  const listeners = new Set<() => void>();
  return {
    announce: () => {
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};

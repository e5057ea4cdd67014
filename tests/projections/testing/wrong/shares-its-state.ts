import type { Subject } from '@burgernet/projections/testing';

const markings = new Map<string, number>();

/** Begins every reading with what the one before it left. */
export const sharesItsState: Subject<Map<string, number>> = {
  name: 'markings by the line that they name',
  initial: () => markings,
  handle: (lines, { event }) =>
    event.type === 'SuccessMarked'
      ? lines.set(event.data.line, (lines.get(event.data.line) ?? 0) + 1)
      : lines,
  answer: (lines) => Object.fromEntries(lines),
};

import { toStringMethod } from 'fast-check';
import type { StoredEvent } from '../envelope.js';
import type { Told } from './tell.js';

const line = ({ position, stream, revision, type, recordedAt, data }: StoredEvent): string =>
  `${position} ${recordedAt} ${stream}@${revision} ${type} ${data}`;

/** Lets a history print as one line per event, for whoever reads a counterexample. */
export const show = <T extends Told>(told: T): T =>
  Object.defineProperty(told, toStringMethod, {
    enumerable: false,
    value: () => {
      const order = told.deliveries.map(({ position }) => position).join(' ');
      return `\n${told.stored.map(line).join('\n')}\ndelivered: ${order}\n`;
    },
  });

import { matching } from '../codec/closed.js';

/** Codec of {@link SenderCode}. */
export const SenderCode = matching<'SenderCode'>('sender code', {
  description: 'The code of a police team, or the CBS code of a municipality.',
  pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,39}$',
});
/** The code of a police team, or the CBS code of a municipality that sends. */
export type SenderCode = typeof SenderCode._A;

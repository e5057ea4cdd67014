import { text } from '../codec/closed.js';

/** Codec of {@link SenderCode}. */
export const SenderCode = text<'SenderCode'>('sender code', (s) => /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(s));
/** The code of a police team, or the CBS code of a municipality that sends. */
export type SenderCode = typeof SenderCode._A;

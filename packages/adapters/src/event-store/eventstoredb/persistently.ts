import type { StoreError } from '../port.js';
import { troubleOf, unreachable } from './failure.js';
import { pauseAfter, type Session } from './session.js';

/** An attempt that came to nothing for good; what it holds is told to whoever asked. */
export class GaveUp extends Error {
  constructor(readonly error: StoreError) {
    super(error.text.en);
  }
}

/**
 * Does something that may be interrupted until it is done.
 *
 * @param attempt is told to go on, and says each time it got further, so that failures in a row are counted
 * @param position where it is, for the status
 * @throws GaveUp
 */
export const persistently = async <A>(
  session: Session,
  what: 'replay' | 'follow',
  position: () => number,
  attempt: (progressed: () => void) => Promise<A>,
  stopped: AbortSignal = session.closed,
): Promise<A> => {
  let failures = 0;
  const progressed = (): void => {
    if (failures > 0) session.report({ tag: 'Resumed', what, position: position() });
    failures = 0;
  };
  for (;;) {
    try {
      return await attempt(progressed);
    } catch (error) {
      if (error instanceof GaveUp || stopped.aborted) throw error;
      const trouble = troubleOf(error);
      if (trouble.tag === 'Lasting') throw new GaveUp(trouble.error);
      failures++;
      const detail = trouble.tag === 'Tombstone' ? 'the stream was deleted' : trouble.detail;
      const isPatient = what === 'follow' && trouble.tag === 'Passing';
      if (failures >= session.limits.attempts && !isPatient)
        throw new GaveUp(unreachable(session.where, detail));
      const pause = pauseAfter(session, failures);
      session.report({ tag: 'Interrupted', what, position: position(), detail, attempt: failures, pause });
      await session.wait(pause, stopped);
      if (stopped.aborted) throw error;
    }
  }
};

import type { Instant } from '../time/instant.js';
import { isBeforeStart } from '../time/run-time.js';
import type { Uuid } from '../vocabulary/identifiers.js';
import type { ActionEvent } from './event.js';
import { type ActionRejection, type AfterTheEnd, refuse } from './rejection.js';
import { type ActionState, hasStandingMarking } from './state.js';

type Verdict = ActionRejection | undefined;

const notAfterRecording = (field: string, occurred: Instant, recordedAt: Instant): Verdict =>
  occurred > recordedAt ? refuse('OccurredAfterRecorded', { field, occurred, recordedAt }) : undefined;

const standingResponse = (state: ActionState, responseId: Uuid): Verdict => {
  const response = state.responses.find((one) => one.responseId === responseId);
  if (response === undefined) return refuse('ResponseUnknown', { responseId });
  return response.withdrawn ? refuse('ResponseIsWithdrawn', { responseId }) : undefined;
};

const standingMarking = (state: ActionState, successId: Uuid): Verdict => {
  const marking = state.markings.find((one) => one.successId === successId);
  if (marking === undefined) return refuse('SuccessUnknown', { successId });
  return marking.withdrawn ? refuse('SuccessIsWithdrawn', { successId }) : undefined;
};

const fieldsFixedAtTheEnd = ['touched', 'area', 'channels', 'messageReference'] as const;

/** After a withdrawal only these follow; everything else is about an action that counts. */
const followsWithdrawal = (event: ActionEvent): boolean =>
  event.type === 'ReachMeasured' ||
  event.type === 'SharesCounted' ||
  event.type === 'ResponseReceived' ||
  event.type === 'ResponseWithdrawn' ||
  event.type === 'ResponseAssessed' ||
  event.type === 'ClosingMessageSent' ||
  event.type === 'SuccessWithdrawn';

const afterTheEnd = (state: ActionState, event: AfterTheEnd): Verdict =>
  state.endedAt === null && !state.withdrawn
    ? refuse('ActionStillRunning', { runsUntil: state.runsUntil, event })
    : undefined;

/**
 * Whether an event contradicts the stream it would follow: the rules of an action's life that hold for
 * whatever is written, by a command or by somebody else (domain: "Life of an action"). Who may do what
 * is not among them: that is for commands.
 *
 * @param state the action so far; `undefined` before its first event
 * @param recordedAt when the event was recorded
 * @returns the broken rule, or `undefined` where there is none
 */
export const conflictOf = (
  state: ActionState | undefined,
  event: ActionEvent,
  recordedAt: Instant,
): ActionRejection | undefined => {
  if (event.type === 'ActionStarted') {
    const { startedAt, runsUntil } = event.data;
    if (state !== undefined) return refuse('ActionExists', { startedAt: state.facts.startedAt });
    if (runsUntil <= startedAt) return refuse('RunTimeEmpty', { startedAt, runsUntil });
    return notAfterRecording('startedAt', startedAt, recordedAt);
  }
  if (state === undefined) return refuse('ActionUnknown', {});
  if (state.withdrawn && !followsWithdrawal(event)) return refuse('ActionIsWithdrawn', { event: event.type });
  switch (event.type) {
    case 'ActionChanged': {
      if (state.endedAt === null) return undefined;
      const fields = fieldsFixedAtTheEnd.filter((field) => event.data[field] !== undefined);
      return fields.length > 0 ? refuse('FixedAfterEnd', { fields }) : undefined;
    }
    case 'RunTimeExtended': {
      const { runsUntil } = state;
      const given = event.data.runsUntil;
      if (state.endedAt !== null) return refuse('ActionHasEnded', { endedAt: state.endedAt });
      if (recordedAt >= runsUntil) return refuse('RunTimeOver', { runsUntil });
      return given <= runsUntil ? refuse('RunTimeNotForward', { runsUntil, given }) : undefined;
    }
    case 'ActionEnded': {
      const { endedAt } = event.data;
      const { startedAt } = state.facts;
      if (state.endedAt !== null) return refuse('ActionHasEnded', { endedAt: state.endedAt });
      if (endedAt < startedAt) return refuse('EndBeforeStart', { startedAt, endedAt });
      return notAfterRecording('endedAt', endedAt, recordedAt);
    }
    case 'ClosingMessageSent':
      return afterTheEnd(state, event.type);
    case 'ResponseReceived': {
      const { responseId, line, entry, receivedAt } = event.data;
      if (state.responses.some((one) => one.responseId === responseId))
        return refuse('ResponseExists', { responseId });
      if (line === 'app' && entry !== 'app') return refuse('EntryContradictsLine', { entry });
      return notAfterRecording('receivedAt', receivedAt, recordedAt);
    }
    case 'ResponseWithdrawn':
    case 'ResponseAssessed':
      return standingResponse(state, event.data.responseId);
    case 'SuccessMarked': {
      const { successId, foundAt } = event.data;
      const { status, startedAt } = state.facts;
      if (status !== 'actual') return refuse('ActionNotActual', { status });
      if (state.markings.some((one) => one.successId === successId))
        return refuse('SuccessExists', { successId });
      return foundAt !== undefined && isBeforeStart(foundAt, startedAt)
        ? refuse('FoundBeforeStart', { startedAt, found: foundAt.moment, precision: foundAt.precision })
        : undefined;
    }
    case 'SuccessCorrected': {
      const { successId, foundAt } = event.data;
      const { startedAt } = state.facts;
      const unknown = standingMarking(state, successId);
      if (unknown !== undefined) return unknown;
      return foundAt !== undefined && foundAt !== null && isBeforeStart(foundAt, startedAt)
        ? refuse('FoundBeforeStart', { startedAt, found: foundAt.moment, precision: foundAt.precision })
        : undefined;
    }
    case 'SuccessWithdrawn':
      return standingMarking(state, event.data.successId);
    case 'SuccessRuledOut': {
      const standing = state.markings.find((marking) => !marking.withdrawn);
      if (standing !== undefined) return refuse('SuccessStands', { successId: standing.successId });
      return afterTheEnd(state, event.type);
    }
    case 'VerdictWithdrawn':
      return state.ruledOut ? undefined : refuse('NoVerdict', {});
    case 'ParticipantsThanked':
      return hasStandingMarking(state) ? afterTheEnd(state, event.type) : refuse('NoSuccessStands', {});
    case 'ThanksWithdrawn': {
      const { municipality } = event.data;
      return state.thanked.includes(municipality) ? undefined : refuse('NotThanked', { municipality });
    }
    default:
      return undefined;
  }
};

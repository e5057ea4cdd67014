import * as E from 'fp-ts/lib/Either.js';
import { same } from '../codec/same.js';
import type { FoundAt } from '../time/found-at.js';
import type { Instant } from '../time/instant.js';
import { foundInterval } from '../time/run-time.js';
import type { Role } from '../vocabulary/codes.js';
import type { ActionCommand } from './command.js';
import { conflictOf } from './conflict.js';
import type { ActionEvent } from './event.js';
import type { ActionChanged } from './life-events.js';
import { type ActionRejection, refuse } from './rejection.js';
import { type ActionState, evolveAction } from './state.js';
import type { Marking } from './success.js';
import type { SuccessCorrected } from './success-events.js';

interface Allowed {
  readonly running: ReadonlyArray<Role>;
  /** after the end, or after the withdrawal */
  readonly ended: ReadonlyArray<Role>;
}

const always = (...roles: ReadonlyArray<Role>): Allowed => ({ running: roles, ended: roles });

/** Who may do what (domain: "Life of an action", the column "who"). */
const allowed: Readonly<Record<ActionCommand['type'], Allowed>> = {
  StartAction: always('dispatcher'),
  ChangeAction: { running: ['dispatcher'], ended: ['dispatcher', 'coordinator'] },
  ExtendRunTime: always('dispatcher'),
  EndAction: { running: ['dispatcher'], ended: ['dispatcher', 'system'] },
  WithdrawAction: { running: ['dispatcher'], ended: ['dispatcher', 'coordinator'] },
  SendClosingMessage: always('system'),
  MeasureReach: always('system'),
  CountShares: always('system'),
  ReceiveResponse: always('system', 'dispatcher'),
  WithdrawResponse: always('dispatcher', 'coordinator'),
  AssessResponse: always('dispatcher', 'police-team'),
  MarkSuccess: { running: ['dispatcher'], ended: ['dispatcher', 'coordinator'] },
  CorrectSuccess: always('coordinator'),
  WithdrawSuccess: always('coordinator'),
  RuleOutSuccess: always('dispatcher', 'coordinator'),
  WithdrawVerdict: always('coordinator'),
  ThankParticipants: always('municipality'),
  WithdrawThanks: always('municipality', 'coordinator'),
};

const mayNot = (command: ActionCommand, ended: boolean): ActionRejection | undefined => {
  const may = allowed[command.type];
  const roles = ended ? may.ended : may.running;
  const { role, municipality } = command.by;
  if (!roles.includes(role)) {
    const later = ended || may.ended === may.running ? [] : may.ended;
    return refuse('RoleNotAllowed', { command: command.type, role, allowed: roles, ended, later });
  }
  if (command.type !== 'ThankParticipants' && command.type !== 'WithdrawThanks') return undefined;
  return role === 'municipality' && municipality !== command.data.municipality
    ? refuse('NotItsMunicipality', { own: municipality ?? null, given: command.data.municipality })
    : undefined;
};

/** The event that a command asks for; `EndAction` without a moment ends the action now. */
const eventOf = (command: ActionCommand): ActionEvent => {
  switch (command.type) {
    case 'StartAction':
      return { type: 'ActionStarted', data: command.data };
    case 'ChangeAction':
      return { type: 'ActionChanged', data: command.data };
    case 'ExtendRunTime':
      return { type: 'RunTimeExtended', data: command.data };
    case 'EndAction':
      return {
        type: 'ActionEnded',
        data: {
          endedAt: command.data.endedAt ?? command.recordedAt,
          reason: command.data.reason ?? { code: 'other' },
        },
      };
    case 'WithdrawAction':
      return { type: 'ActionWithdrawn', data: command.data };
    case 'SendClosingMessage':
      return { type: 'ClosingMessageSent', data: command.data };
    case 'MeasureReach':
      return { type: 'ReachMeasured', data: command.data };
    case 'CountShares':
      return { type: 'SharesCounted', data: command.data };
    case 'ReceiveResponse':
      return { type: 'ResponseReceived', data: command.data };
    case 'WithdrawResponse':
      return { type: 'ResponseWithdrawn', data: command.data };
    case 'AssessResponse':
      return { type: 'ResponseAssessed', data: command.data };
    case 'MarkSuccess':
      return { type: 'SuccessMarked', data: command.data };
    case 'CorrectSuccess':
      return { type: 'SuccessCorrected', data: command.data };
    case 'WithdrawSuccess':
      return { type: 'SuccessWithdrawn', data: command.data };
    case 'RuleOutSuccess':
      return { type: 'SuccessRuledOut', data: command.data };
    case 'WithdrawVerdict':
      return { type: 'VerdictWithdrawn', data: command.data };
    case 'ThankParticipants':
      return { type: 'ParticipantsThanked', data: command.data };
    case 'WithdrawThanks':
      return { type: 'ThanksWithdrawn', data: command.data };
  }
};

/** The end that the run time itself brings: `runsUntil` has passed and nobody recorded an end. */
const endByRule = (state: ActionState): ActionEvent => ({
  type: 'ActionEnded',
  data: { endedAt: state.runsUntil, reason: { code: 'run-time-over' } },
});

/** Whether an event of a command is the system's own doing, whoever gave the command. */
export const isByRule = (event: ActionEvent): boolean =>
  event.type === 'ActionEnded' && event.data.reason.code === 'run-time-over';

const changesFacts = (state: ActionState, { reason: _, ...changes }: ActionChanged): boolean => {
  const facts: Readonly<Record<string, unknown>> = { ...state.facts };
  return Object.entries(changes).some(([field, value]) => !same(facts[field], value));
};

const changesMarking = (
  marking: Marking | undefined,
  { reason: _, successId, ...changes }: SuccessCorrected,
): boolean => {
  const facts: Readonly<Record<string, unknown>> = { ...marking };
  return Object.entries(changes).some(([field, value]) => !same(facts[field], value));
};

/** Whether a find is wholly later than its registration, which nobody can know of. */
const isStillToCome = (found: FoundAt | null | undefined, recordedAt: Instant): found is FoundAt =>
  found !== undefined && found !== null && foundInterval(found).start > recordedAt;

/** What a command may not ask although the stream would bear it. */
const pointless = (
  state: ActionState,
  event: ActionEvent,
  recordedAt: Instant,
): ActionRejection | undefined => {
  switch (event.type) {
    case 'ActionChanged':
      return changesFacts(state, event.data) ? undefined : refuse('NothingChanges', {});
    case 'ResponseReceived': {
      const { startedAt } = state.facts;
      const { receivedAt } = event.data;
      return receivedAt < startedAt ? refuse('ResponseBeforeStart', { startedAt, receivedAt }) : undefined;
    }
    case 'SuccessMarked':
    case 'SuccessCorrected': {
      const { responseId, successId, foundAt } = event.data;
      if (isStillToCome(foundAt, recordedAt))
        return refuse('FoundInTheFuture', {
          found: foundAt.moment,
          precision: foundAt.precision,
          recordedAt,
        });
      if (
        responseId !== undefined &&
        responseId !== null &&
        !state.responses.some((one) => one.responseId === responseId)
      )
        return refuse('ResponseUnknown', { responseId });
      if (event.type === 'SuccessMarked') return undefined;
      const marking = state.markings.find((one) => one.successId === successId);
      return changesMarking(marking, event.data) ? undefined : refuse('NothingChanges', {});
    }
    case 'SuccessRuledOut':
      return state.ruledOut ? refuse('VerdictStands', {}) : undefined;
    case 'ParticipantsThanked': {
      const { municipality } = event.data;
      if (state.facts.municipality !== municipality && !state.facts.touched.includes(municipality))
        return refuse('MunicipalityNotConcerned', { municipality });
      return state.thanked.includes(municipality) ? refuse('AlreadyThanked', { municipality }) : undefined;
    }
    default:
      return undefined;
  }
};

/**
 * Decides a command on an action (domain: "Life of an action").
 *
 * For commands an action has ended also when `runsUntil` has passed: the command then first records
 * that `ActionEnded`, in the same batch.
 *
 * @param command the command, with who gives it and when it is recorded
 * @param state the action so far; `undefined` where there is none
 * @returns the events to append, one or two, or the rule that refuses them. A refusal leaves no event.
 */
export const decide = (
  command: ActionCommand,
  state: ActionState | undefined,
): E.Either<ActionRejection, ReadonlyArray<ActionEvent>> => {
  const { recordedAt } = command;
  const event = eventOf(command);
  if (state === undefined && command.type !== 'StartAction') return E.left(refuse('ActionUnknown', {}));
  if (state === undefined || command.type === 'StartAction') {
    const refusal = mayNot(command, false) ?? conflictOf(state, event, recordedAt);
    return refusal === undefined ? E.right([event]) : E.left(refusal);
  }
  const isDue = state.endedAt === null && !state.withdrawn && recordedAt >= state.runsUntil;
  const forbidden = mayNot(command, isDue || state.endedAt !== null || state.withdrawn);
  if (forbidden !== undefined) return E.left(forbidden);
  const { runsUntil } = state;
  if (isDue && command.type === 'ExtendRunTime') return E.left(refuse('RunTimeOver', { runsUntil }));
  if (isDue && command.type === 'EndAction') {
    const { endedAt } = command.data;
    return endedAt === undefined || endedAt === runsUntil
      ? E.right([endByRule(state)])
      : E.left(refuse('RunTimeOver', { runsUntil }));
  }
  const before = isDue ? [endByRule(state)] : [];
  const now =
    before.reduce<ActionState | undefined>((s, e) => evolveAction(s, e, recordedAt), state) ?? state;
  const refusal = conflictOf(now, event, recordedAt) ?? pointless(now, event, recordedAt);
  return refusal === undefined ? E.right([...before, event]) : E.left(refusal);
};

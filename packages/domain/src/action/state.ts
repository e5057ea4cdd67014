import type { Instant } from '../time/instant.js';
import { isInTime, type RunTime, runTime } from '../time/run-time.js';
import type {
  ActionStatus,
  ActionType,
  Channel,
  Entry,
  Line,
  Region,
  Relevance,
} from '../vocabulary/codes.js';
import type { MunicipalityCode, Reference, Slug, Uuid } from '../vocabulary/identifiers.js';
import type { ActionEvent } from './event.js';
import type { ActionChanged, ActionStarted, Area } from './life-events.js';
import type { Marking } from './success.js';
import type { SuccessCorrected } from './success-events.js';

/** What is known of an action beside what happened in it. `null` is not recorded. */
export type ActionFacts = {
  readonly region: Region;
  readonly status: ActionStatus;
  readonly type: ActionType | null;
  /** `null`: not attributed to a municipality */
  readonly municipality: MunicipalityCode | null;
  readonly touched: ReadonlyArray<MunicipalityCode>;
  readonly area: Area | null;
  readonly channels: ReadonlyArray<Channel>;
  readonly startedAt: Instant;
  readonly messageReference: Reference | null;
  readonly supportsNlAlert: boolean;
  readonly followsUp: Uuid | null;
};

/** A response of a citizen. */
export type Response = {
  readonly responseId: Uuid;
  readonly line: Line;
  readonly entry: Entry;
  readonly receivedAt: Instant;
  readonly relevance: Relevance | null;
  readonly withdrawn: boolean;
};

/** A count taken of one thing in one way; a later one of the same thing and way replaced the earlier. */
export type Measured = {
  /** the channel or platform */
  readonly of: Channel | Slug;
  readonly method: Slug;
  readonly count: number;
};

/** An action as its stream says it is. */
export type ActionState = {
  readonly facts: ActionFacts;
  readonly runsUntil: Instant;
  /** `null` until an `ActionEnded` says so */
  readonly endedAt: Instant | null;
  readonly withdrawn: boolean;
  readonly responses: ReadonlyArray<Response>;
  readonly markings: ReadonlyArray<Marking>;
  /** whether the verdict "no success" stands */
  readonly ruledOut: boolean;
  readonly thanked: ReadonlyArray<MunicipalityCode>;
  readonly reach: ReadonlyArray<Measured>;
  readonly shares: ReadonlyArray<Measured>;
};

const nothing: ReadonlyArray<never> = [];

const start = (data: ActionStarted): ActionState => ({
  facts: {
    region: data.region,
    status: data.status,
    type: data.type ?? null,
    municipality: data.municipality ?? null,
    touched: data.touched,
    area: data.area ?? null,
    channels: data.channels,
    startedAt: data.startedAt,
    messageReference: data.messageReference ?? null,
    supportsNlAlert: data.supportsNlAlert,
    followsUp: data.followsUp ?? null,
  },
  runsUntil: data.runsUntil,
  endedAt: null,
  withdrawn: false,
  responses: nothing,
  markings: nothing,
  ruledOut: false,
  thanked: nothing,
  reach: nothing,
  shares: nothing,
});

const change = (facts: ActionFacts, data: ActionChanged): ActionFacts => ({
  ...facts,
  type: data.type === undefined ? facts.type : data.type,
  municipality: data.municipality === undefined ? facts.municipality : data.municipality,
  touched: data.touched ?? facts.touched,
  area: data.area === undefined ? facts.area : data.area,
  channels: data.channels ?? facts.channels,
  messageReference: data.messageReference === undefined ? facts.messageReference : data.messageReference,
});

const correct = (marking: Marking, data: SuccessCorrected): Marking => ({
  ...marking,
  line: data.line ?? marking.line,
  attribution: data.attribution ?? marking.attribution,
  foundAt: data.foundAt === undefined ? marking.foundAt : data.foundAt,
  responseId: data.responseId === undefined ? marking.responseId : data.responseId,
  evidenceReference:
    data.evidenceReference === undefined ? marking.evidenceReference : data.evidenceReference,
});

const replace = <A>(
  items: ReadonlyArray<A>,
  is: (item: A) => boolean,
  by: (item: A) => A,
): ReadonlyArray<A> => items.map((item) => (is(item) ? by(item) : item));

const measure = (items: ReadonlyArray<Measured>, measured: Measured): ReadonlyArray<Measured> => {
  const at = items.findIndex((item) => item.of === measured.of && item.method === measured.method);
  return at === -1 ? [...items, measured] : items.with(at, measured);
};

/** The run time of an action as its stream says so far. */
export const runTimeOf = (state: ActionState): RunTime =>
  runTime(state.facts.startedAt, state.runsUntil, state.endedAt ?? undefined);

/** Whether a marking stands. */
export const hasStandingMarking = (state: ActionState): boolean =>
  state.markings.some((marking) => !marking.withdrawn);

/**
 * The action after one more event. Total and pure; assumes that `conflictOf` found none.
 *
 * @param state the action so far; `undefined` before its first event
 * @param recordedAt when the event was recorded: the latest moment seen in the stream up to it
 */
export const evolveAction = (
  state: ActionState | undefined,
  event: ActionEvent,
  recordedAt: Instant,
): ActionState | undefined => {
  if (event.type === 'ActionStarted') return start(event.data);
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'ActionChanged':
      return { ...state, facts: change(state.facts, event.data) };
    case 'RunTimeExtended':
      return { ...state, runsUntil: event.data.runsUntil };
    case 'ActionEnded':
      return { ...state, endedAt: event.data.endedAt };
    case 'ActionWithdrawn':
      return { ...state, withdrawn: true };
    case 'ClosingMessageSent':
      return state;
    case 'ReachMeasured': {
      const { channel, method, count } = event.data;
      return { ...state, reach: measure(state.reach, { of: channel, method, count }) };
    }
    case 'SharesCounted': {
      const { platform, method, count } = event.data;
      return { ...state, shares: measure(state.shares, { of: platform, method, count }) };
    }
    case 'ResponseReceived': {
      const { responseId, line, entry, receivedAt } = event.data;
      const response = { responseId, line, entry, receivedAt, relevance: null, withdrawn: false };
      return { ...state, responses: [...state.responses, response] };
    }
    case 'ResponseWithdrawn': {
      const { responseId } = event.data;
      const responses = replace(
        state.responses,
        (response) => response.responseId === responseId,
        (response) => ({ ...response, withdrawn: true }),
      );
      return { ...state, responses };
    }
    case 'ResponseAssessed': {
      const { responseId, relevance } = event.data;
      const responses = replace(
        state.responses,
        (response) => response.responseId === responseId,
        (response) => ({ ...response, relevance }),
      );
      return { ...state, responses };
    }
    case 'SuccessMarked': {
      const { data } = event;
      const time = runTimeOf(state);
      const marking: Marking = {
        successId: data.successId,
        recordedAt,
        runTime: time,
        timely: isInTime(recordedAt, time),
        tickedLine: data.line,
        line: data.line,
        attribution: data.attribution,
        foundAt: data.foundAt ?? null,
        responseId: data.responseId ?? null,
        evidenceReference: data.evidenceReference ?? null,
        withdrawn: false,
      };
      return { ...state, markings: [...state.markings, marking], ruledOut: false };
    }
    case 'SuccessCorrected': {
      const { data } = event;
      const markings = replace(
        state.markings,
        (marking) => marking.successId === data.successId,
        (marking) => correct(marking, data),
      );
      return { ...state, markings };
    }
    case 'SuccessWithdrawn': {
      const { successId } = event.data;
      const markings = replace(
        state.markings,
        (marking) => marking.successId === successId,
        (marking) => ({ ...marking, withdrawn: true }),
      );
      return { ...state, markings };
    }
    case 'SuccessRuledOut':
      return { ...state, ruledOut: true };
    case 'VerdictWithdrawn':
      return { ...state, ruledOut: false };
    case 'ParticipantsThanked':
      return { ...state, thanked: [...state.thanked, event.data.municipality] };
    case 'ThanksWithdrawn':
      return { ...state, thanked: state.thanked.filter((code) => code !== event.data.municipality) };
  }
};

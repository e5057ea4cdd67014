import {
  type ActionEvent,
  type ActionState,
  classOf,
  type Entry,
  hasStanding,
  hasStandingMarking,
  type Line,
  type Measured,
  periodOf,
  type Response,
} from '@burgernet/domain';
import type { Cause, Contribution, Measure } from '../ledger/posting.js';
import { contributionsOf, type Part } from './part.js';

const nothing: ReadonlyArray<Contribution> = [];

/** The detail of a response: its line and its entry, which are two facts. */
export const responseDetail = (line: Line, entry: Entry): string => `${line}|${entry}`;
/** The detail of reach or shares: the channel or platform, and how it was measured. */
export const measuredDetail = ({ of, method }: Pick<Measured, 'of' | 'method'>): string => `${of}|${method}`;

type Add = (measure: Measure, amount: number, detail?: string) => void;

/**
 * Contributions under the key of an action: the period in which it started, its place and its type.
 * Only actual actions that were not withdrawn contribute, with all that hangs on them.
 */
const under = (state: ActionState, fill: (add: Add) => void): ReadonlyArray<Contribution> => {
  if (state.withdrawn || state.facts.status !== 'actual') return nothing;
  const { region, municipality, type, startedAt } = state.facts;
  const { year, month } = periodOf(startedAt);
  const contributions: Contribution[] = [];
  fill((measure, amount, detail = '') => {
    contributions.push({ measure, region, year, month, municipality, type, detail, amount });
  });
  return contributions;
};

/** Whether both contribute under the same key, or neither does. */
const isAlike = (state: ActionState, beside: ActionState): boolean =>
  state.facts === beside.facts && state.withdrawn === beside.withdrawn;

const hasSameOutcome = (state: ActionState, beside: ActionState): boolean =>
  isAlike(state, beside) &&
  state.markings === beside.markings &&
  state.endedAt === beside.endedAt &&
  state.ruledOut === beside.ruledOut &&
  state.thanked === beside.thanked;

/** The action itself, what came of it, and who still has to say or to thank. */
const outcome: Part<ActionState> = (state, beside) => {
  if (beside !== undefined && hasSameOutcome(state, beside)) return nothing;
  return under(state, (add) => {
    const { markings } = state;
    const { municipality } = state.facts;
    add('actions', 1);
    const best = classOf(markings);
    add(`success.${best}`, 1);
    if (best !== 'none') {
      add('success.full', 1);
      if (best !== 'portal' && best !== 'other-line') add('success.late', 1);
      if (municipality !== null && !state.thanked.includes(municipality)) add('thanks.due', 1);
    } else if (markings.length > 0) {
      if (hasStanding(markings, 'indirect')) add('success.indirect', 1);
      if (hasStanding(markings, 'without-burgernet')) add('find.without-burgernet', 1);
    }
    if (state.endedAt !== null && !state.ruledOut && !hasStandingMarking(state))
      add('actions.awaiting-verdict', 1);
  });
};

/** What is not the same in the same place of both. */
const touched = <A>(items: ReadonlyArray<A>, beside: ReadonlyArray<A>): ReadonlyArray<A> => {
  if (items === beside) return [];
  const found: A[] = [];
  for (let at = 0; at < Math.max(items.length, beside.length); at++) {
    const [item, other] = [items[at], beside[at]];
    if (item === other) continue;
    if (item !== undefined) found.push(item);
    if (other !== undefined) found.push(other);
  }
  return found;
};

const isAppOrBurgernetLine = ({ line, entry }: Response): boolean => line === '0800-0011' || entry === 'app';

/** The standing responses by line and entry, and whether Burgernet was the way of one of them. */
const responses: Part<ActionState> = (state, beside) => {
  const all = state.responses;
  const asked = beside !== undefined && isAlike(state, beside) ? touched(all, beside.responses) : all;
  if (asked.length === 0) return nothing;
  return under(state, (add) => {
    const isOfOneKind = (a: Response, b: Response): boolean => a.line === b.line && a.entry === b.entry;
    asked.forEach((one, at) => {
      if (asked.findIndex((other) => isOfOneKind(one, other)) < at) return;
      let count = 0;
      for (const other of all) if (!other.withdrawn && isOfOneKind(one, other)) count += 1;
      if (count > 0) add('responses', count, responseDetail(one.line, one.entry));
    });
    if (all.some((one) => !one.withdrawn && isAppOrBurgernetLine(one))) add('actions.with-response', 1);
  });
};

/** Counts that somebody took of something, each by the way in which it was taken. */
const measured =
  (measure: Measure, of: (state: ActionState) => ReadonlyArray<Measured>): Part<ActionState> =>
  (state, beside) => {
    const all = of(state);
    const alike = beside !== undefined && isAlike(state, beside) ? of(beside) : [];
    if (all === alike) return nothing;
    return under(state, (add) => {
      all.forEach((one, at) => {
        if (one !== alike[at]) add(measure, one.count, measuredDetail(one));
      });
    });
  };

/** What an action contributes to the statistics, part by part (figures: the table). */
export const actionParts: ReadonlyArray<Part<ActionState>> = [
  outcome,
  responses,
  measured('reach', ({ reach }) => reach),
  measured('shares', ({ shares }) => shares),
];

/** All that an action contributes to the statistics. */
export const actionContributions = (state: ActionState | undefined): ReadonlyArray<Contribution> =>
  contributionsOf(actionParts, state);

const stood = (items: ReadonlyArray<Measured>, of: string, method: string): boolean =>
  items.some((item) => item.of === of && item.method === method);

/**
 * Why an event of an action changes figures (figures: "What a posting carries").
 *
 * @param before the action before the event
 * @param after the action after it
 */
export const actionCause = (
  before: ActionState | undefined,
  event: ActionEvent,
  after: ActionState | undefined,
): Cause => {
  switch (event.type) {
    case 'ActionStarted':
    case 'ResponseReceived':
      return 'new';
    case 'ActionChanged':
    case 'RunTimeExtended':
    case 'ClosingMessageSent':
      return 'reclassified';
    case 'ActionEnded':
      return 'ended';
    case 'ActionWithdrawn':
      return 'action-withdrawn';
    case 'ReachMeasured': {
      const { channel, method } = event.data;
      return stood(before?.reach ?? [], channel, method) ? 'recount' : 'new';
    }
    case 'SharesCounted': {
      const { platform, method } = event.data;
      return stood(before?.shares ?? [], platform, method) ? 'recount' : 'new';
    }
    case 'ResponseWithdrawn':
      return 'response-withdrawn';
    case 'ResponseAssessed':
      return 'assessed';
    case 'SuccessMarked': {
      const marking = after?.markings.find(({ successId }) => successId === event.data.successId);
      return marking?.timely === true ? 'timely-success' : 'late-success';
    }
    case 'SuccessCorrected':
      return 'correction';
    case 'SuccessWithdrawn':
      return 'success-withdrawn';
    case 'SuccessRuledOut':
      return 'verdict';
    case 'VerdictWithdrawn':
      return 'verdict-withdrawn';
    case 'ParticipantsThanked':
      return 'thanked';
    case 'ThanksWithdrawn':
      return 'thanks-withdrawn';
  }
};

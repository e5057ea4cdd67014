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
} from '@burgernet/domain';
import type { Cause, Contribution, Measure } from '../ledger/posting.js';

const nothing: ReadonlyArray<Contribution> = [];

/** The detail of a response: its line and its entry, which are two facts. */
export const responseDetail = (line: Line, entry: Entry): string => `${line}|${entry}`;
/** The detail of reach or shares: the channel or platform, and how it was measured. */
export const measuredDetail = ({ of, method }: Pick<Measured, 'of' | 'method'>): string => `${of}|${method}`;

const isAppOrBurgernetLine = (line: Line, entry: Entry): boolean => line === '0800-0011' || entry === 'app';

/**
 * What an action contributes to the statistics (figures: the table). Only actual actions that were not
 * withdrawn contribute, with all that hangs on them, under the period in which they started.
 */
export const actionContributions = (state: ActionState | undefined): ReadonlyArray<Contribution> => {
  if (state === undefined || state.withdrawn || state.facts.status !== 'actual') return nothing;
  const { facts, markings, responses } = state;
  const { year, month } = periodOf(facts.startedAt);
  const { region, municipality, type } = facts;
  const contributions: Contribution[] = [];
  const add = (measure: Measure, amount: number, detail = ''): void => {
    contributions.push({ measure, region, year, month, municipality, type, detail, amount });
  };

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

  if (responses.length > 0) {
    const counts = new Map<string, number>();
    let isRespondedTo = false;
    for (const { line, entry, withdrawn } of responses) {
      if (withdrawn) continue;
      const detail = responseDetail(line, entry);
      counts.set(detail, (counts.get(detail) ?? 0) + 1);
      isRespondedTo ||= isAppOrBurgernetLine(line, entry);
    }
    for (const [detail, count] of counts) add('responses', count, detail);
    if (isRespondedTo) add('actions.with-response', 1);
  }
  for (const measured of state.reach) add('reach', measured.count, measuredDetail(measured));
  for (const measured of state.shares) add('shares', measured.count, measuredDetail(measured));
  return contributions;
};

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

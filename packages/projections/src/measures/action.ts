import {
  type ActionEvent,
  type ActionFacts,
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
import { type Changed, difference } from '../ledger/difference.js';
import type { Cause, Contribution, Measure } from '../ledger/posting.js';

const nothing: ReadonlyArray<Contribution> = [];

/** The detail of a response: its line and its entry, which are two facts. */
export const responseDetail = (line: Line, entry: Entry): string => `${line}|${entry}`;
/** The detail of reach or shares: the channel or platform, and how it was measured. */
export const measuredDetail = ({ of, method }: Pick<Measured, 'of' | 'method'>): string => `${of}|${method}`;

/** Only actual actions that were not withdrawn contribute, with all that hangs on them. */
const counts = (state: ActionState): boolean => !state.withdrawn && state.facts.status === 'actual';

/** Whether an ended action has neither a standing marking nor a verdict: nobody has closed it. */
const isUnsettled = (state: ActionState): boolean =>
  state.endedAt !== null && !state.ruledOut && !hasStandingMarking(state);

/** Whether its own municipality still has to thank the participants of an action that was a success. */
const isUnthanked = ({ facts: { municipality }, thanked }: ActionState): boolean =>
  municipality !== null && !thanked.includes(municipality);

/** Whether an action counts and waits for a verdict: the figure `actions.awaiting-verdict` counts those. */
export const awaitsVerdict = (state: ActionState): boolean => counts(state) && isUnsettled(state);

/** Whether thanks for an action are due: the figure `thanks.due` counts those. */
export const isThankDue = (state: ActionState): boolean =>
  counts(state) && isUnthanked(state) && classOf(state.markings) !== 'none';

/** Makes contributions under the key of an action: when it started, its place and its type. */
const under = ({ region, municipality, type, startedAt }: ActionFacts) => {
  const { year, month } = periodOf(startedAt);
  return (measure: Measure, amount: number, detail = ''): Contribution => ({
    measure,
    region,
    year,
    month,
    municipality,
    type,
    detail,
    amount,
  });
};
type Make = ReturnType<typeof under>;

/** The action itself, what came of it, and who still has to say or to thank. */
const outcome = (state: ActionState, make: Make): ReadonlyArray<Contribution> => {
  const { markings } = state;
  const best = classOf(markings);
  const found = [make('actions', 1), make(`success.${best}`, 1)];
  if (best !== 'none') {
    found.push(make('success.full', 1));
    if (best !== 'portal' && best !== 'other-line') found.push(make('success.late', 1));
    if (isUnthanked(state)) found.push(make('thanks.due', 1));
  } else {
    if (hasStanding(markings, 'indirect')) found.push(make('success.indirect', 1));
    if (hasStanding(markings, 'without-burgernet')) found.push(make('find.without-burgernet', 1));
  }
  if (isUnsettled(state)) found.push(make('actions.awaiting-verdict', 1));
  return found;
};

const isOfOneKind = (a: Response, b: Response): boolean => a.line === b.line && a.entry === b.entry;
/** Whether one of that kind is among the first so many. */
const isAmong = (items: ReadonlyArray<Response>, first: number, like: Response): boolean => {
  for (let at = 0; at < first; at++) {
    const item = items[at];
    if (item !== undefined && isOfOneKind(item, like)) return true;
  }
  return false;
};
const isAppOrBurgernetLine = ({ line, entry }: Response): boolean => line === '0800-0011' || entry === 'app';

/**
 * The standing responses by line and entry, of the lines and entries of those that are asked about, and
 * whether Burgernet was the way of any.
 */
const responses = (
  all: ReadonlyArray<Response>,
  asked: ReadonlyArray<Response>,
  make: Make,
): ReadonlyArray<Contribution> => {
  const found: Contribution[] = [];
  for (let at = 0; at < asked.length; at++) {
    const one = asked[at];
    if (one === undefined || isAmong(asked, at, one)) continue;
    let count = 0;
    for (const other of all) if (!other.withdrawn && isOfOneKind(one, other)) count += 1;
    if (count > 0) found.push(make('responses', count, responseDetail(one.line, one.entry)));
  }
  for (const one of all)
    if (!one.withdrawn && isAppOrBurgernetLine(one)) {
      found.push(make('actions.with-response', 1));
      break;
    }
  return found;
};

/** The responses that came or were withdrawn; an assessment counts nowhere. */
const cameOrWent = (
  before: ReadonlyArray<Response>,
  after: ReadonlyArray<Response>,
): ReadonlyArray<Response> => after.filter(({ withdrawn }, at) => withdrawn !== before[at]?.withdrawn);

const measured = (measure: Measure, all: ReadonlyArray<Measured>, make: Make): ReadonlyArray<Contribution> =>
  all.map((one) => make(measure, one.count, measuredDetail(one)));

/** All that an action contributes to the statistics (figures: the table). */
export const actionContributions = (state: ActionState | undefined): ReadonlyArray<Contribution> => {
  if (state === undefined || !counts(state)) return nothing;
  const make = under(state.facts);
  return [
    ...outcome(state, make),
    ...responses(state.responses, state.responses, make),
    ...measured('reach', state.reach, make),
    ...measured('shares', state.shares, make),
  ];
};

/**
 * What an action contributes after an event, less what it contributed before it: the difference between
 * {@link actionContributions}. Most events leave most of a state alone, as the very same object; what is
 * made of that alone is not worked out.
 */
export const actionChanges = (
  before: ActionState | undefined,
  after: ActionState | undefined,
  changed: Changed,
): void => {
  if (before === after) return;
  if (
    before === undefined ||
    after === undefined ||
    before.facts !== after.facts ||
    before.withdrawn !== after.withdrawn
  ) {
    difference(actionContributions(before), actionContributions(after), changed);
    return;
  }
  if (!counts(after)) return;
  if (
    before.markings !== after.markings ||
    before.endedAt !== after.endedAt ||
    before.ruledOut !== after.ruledOut ||
    before.thanked !== after.thanked
  ) {
    const make = under(after.facts);
    difference(outcome(before, make), outcome(after, make), changed);
  }
  if (before.responses !== after.responses) {
    const asked = cameOrWent(before.responses, after.responses);
    if (asked.length > 0) {
      const make = under(after.facts);
      difference(responses(before.responses, asked, make), responses(after.responses, asked, make), changed);
    }
  }
  if (before.reach !== after.reach) {
    const make = under(after.facts);
    difference(measured('reach', before.reach, make), measured('reach', after.reach, make), changed);
  }
  if (before.shares !== after.shares) {
    const make = under(after.facts);
    difference(measured('shares', before.shares, make), measured('shares', after.shares, make), changed);
  }
};

const isMeasuredAs =
  (of: string, method: string) =>
  (item: Measured): boolean =>
    item.of === of && item.method === method;

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
      return before?.reach.some(isMeasuredAs(channel, method)) === true ? 'recount' : 'new';
    }
    case 'SharesCounted': {
      const { platform, method } = event.data;
      return before?.shares.some(isMeasuredAs(platform, method)) === true ? 'recount' : 'new';
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

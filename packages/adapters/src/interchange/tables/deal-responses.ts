import type { MunicipalityCode } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Naming } from './identity.js';
import { type ActionsRow, fileOf, type PublishedYear, type Table } from './published-year.js';
import { mistake, type TablesError } from './tables-error.js';
import { amount, type Total, type Totals } from './totals.js';

/** An action with the names of the responses to it. */
export interface DealtAction {
  readonly table: Table;
  readonly name: string;
  /** `null`: not attributed */
  readonly municipality: MunicipalityCode | null;
  readonly calls: ReadonlyArray<string>;
  readonly appResponses: ReadonlyArray<string>;
}

interface Hand {
  readonly table: Table;
  readonly line?: number;
  readonly municipality: MunicipalityCode | null;
  readonly actions: number;
  readonly withResponse: number;
  readonly calls: number;
  readonly appResponses: number;
}

const handOf = (row: ActionsRow): Hand => ({
  table: 'actions-responses',
  line: row.line,
  municipality: row.municipality,
  actions: amount(row.actions),
  withResponse: amount(row.withResponse),
  calls: amount(row.calls),
  appResponses: amount(row.appResponses),
});

/** What the rows leave over of the totals. Where they exceed one, they stand and nothing is left. */
const restOf = (totals: Totals, hands: ReadonlyArray<Hand>): Hand => {
  const left = (total: Total, of: (hand: Hand) => number): number =>
    Math.max(0, (total ?? 0) - hands.reduce((sum, hand) => sum + of(hand), 0));
  return {
    table: 'headline',
    municipality: null,
    actions: left(totals.actions, (hand) => hand.actions),
    withResponse: left(totals.withResponse, (hand) => hand.withResponse),
    calls: left(totals.calls, (hand) => hand.calls),
    appResponses: left(totals.appResponses, (hand) => hand.appResponses),
  };
};

const check = (hand: Hand): TablesError | undefined => {
  const { actions, withResponse, calls, appResponses } = hand;
  const file = fileOf(hand.table);
  const place = hand.line === undefined ? { file } : { file, line: hand.line };
  const responses = calls + appResponses;
  if (withResponse > actions) return mistake('MoreRespondedThanActions', { ...place, actions, withResponse });
  if (withResponse === 0 && responses > 0) return mistake('ResponsesWithoutAction', { ...place, responses });
  return responses < withResponse
    ? mistake('TooFewResponses', { ...place, withResponse, responses })
    : undefined;
};

const numbered = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, i) => i + 1);

/**
 * The responded actions are the first ones. Calls go round from the first of them forwards, responses
 * from the app from the last backwards, so that each gets one and a further response moves no other.
 */
const deal =
  (naming: Naming) =>
  (hand: Hand): ReadonlyArray<DealtAction> => {
    const { table, municipality, withResponse } = hand;
    const row = municipality ?? 'not-attributed';
    const nameOf = (what: string) => (ordinal: number) => naming(table, row, what, ordinal);
    const at = (count: number, what: string, seat: number): ReadonlyArray<string> =>
      numbered(count)
        .filter((ordinal) => (ordinal - 1) % withResponse === seat)
        .map(nameOf(what));
    return numbered(hand.actions).map((ordinal) => ({
      table,
      name: nameOf('actions')(ordinal),
      municipality,
      calls: at(hand.calls, 'calls', ordinal - 1),
      appResponses: at(hand.appResponses, 'app-responses', withResponse - ordinal),
    }));
  };

/**
 * Makes single actions of the rows, and of what they leave over of the totals, and deals the responses.
 * An action counts as responded to exactly as often as published.
 */
export const dealResponses = (
  tables: PublishedYear,
  totals: Totals,
  naming: Naming,
): E.Either<TablesError, ReadonlyArray<DealtAction>> => {
  const rows = tables.actionsResponses.map(handOf);
  const hands = [...rows, restOf(totals, rows)];
  for (const hand of hands) {
    const wrong = check(hand);
    if (wrong !== undefined) return E.left(wrong);
  }
  return E.right(hands.flatMap(deal(naming)));
};

import {
  type ActionState,
  type ActionType,
  classOf,
  type Instant,
  type MunicipalityCode,
  type Region,
  type SuccessClass,
} from '@burgernet/domain';
import type { ReadModels } from './read-models.js';
import { type StandingResponses, standingResponses } from './standing-responses.js';

/** What is known of an action on a worklist. */
interface ListedAction {
  readonly actionId: string;
  readonly region: Region;
  readonly type: ActionType | null;
  readonly startedAt: Instant;
}

/** An ended action of which nobody has said whether it led to a find. */
export interface AwaitingAction extends ListedAction, StandingResponses {
  readonly municipality: MunicipalityCode | null;
  readonly endedAt: Instant;
}

/** A success for which the municipality has not thanked its participants. */
export interface UnthankedAction extends ListedAction {
  readonly municipality: MunicipalityCode;
  readonly success: Exclude<SuccessClass, 'none'>;
}

const isOf = (region: Region | undefined, { facts }: ActionState): boolean =>
  region === undefined || facts.region === region;

/** Orders by a moment, then by id. */
const by =
  <A extends ListedAction>(moment: (action: A) => Instant) =>
  (a: A, b: A): number => {
    const [one, other] = [moment(a), moment(b)];
    return one < other || (one === other && a.actionId < b.actionId) ? -1 : 1;
  };

/**
 * The ended actions that wait for a verdict, those first that ended first: as many as the figure
 * `actions.awaiting-verdict` counts (domain: "Life of an action").
 *
 * @param region only this one; absent: all
 */
export const awaitingVerdict = (models: ReadModels, region?: Region): ReadonlyArray<AwaitingAction> =>
  models
    .actionsOn('awaiting-verdict')
    .flatMap(({ id, state }) => {
      if (state === undefined || state.endedAt === null || !isOf(region, state)) return [];
      const { facts, endedAt, responses } = state;
      const { type, municipality, startedAt } = facts;
      return [
        {
          actionId: id,
          region: facts.region,
          type,
          municipality,
          startedAt,
          endedAt,
          ...standingResponses(responses),
        },
      ];
    })
    .sort(by(({ endedAt }) => endedAt));

/**
 * The successes for which participants have not been thanked, those first whose action started first: as
 * many as the figure `thanks.due` counts.
 *
 * @param region only this one; absent: all
 */
export const thanksDue = (models: ReadModels, region?: Region): ReadonlyArray<UnthankedAction> =>
  models
    .actionsOn('thanks-due')
    .flatMap(({ id, state }) => {
      if (state === undefined || !isOf(region, state)) return [];
      const { facts, markings } = state;
      const { type, municipality, startedAt } = facts;
      const success = classOf(markings);
      return municipality === null || success === 'none'
        ? []
        : [{ actionId: id, region: facts.region, type, municipality, startedAt, success }];
    })
    .sort(by(({ startedAt }) => startedAt));

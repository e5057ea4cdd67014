import {
  type ActionStatus,
  type ActionType,
  classOfMarking,
  type FoundWhen,
  foundWhen,
  type Instant,
  type Marking,
  type MunicipalityCode,
  type Region,
  type SuccessClass,
} from '@burgernet/domain';
import type { ReadModels } from './read-models.js';

/** A marking with its action, as the register shows it. */
export interface RegisteredSuccess extends Omit<Marking, 'runTime'> {
  readonly actionId: string;
  readonly region: Region;
  readonly status: ActionStatus;
  readonly type: ActionType | null;
  readonly municipality: MunicipalityCode | null;
  readonly startedAt: Instant;
  /** the end that it is measured against: of the run time as it stood just before it */
  readonly ranUntil: Instant;
  /** where its find lies against that run time */
  readonly found: FoundWhen;
  /** the class that it gives its action unless another marking gives one before it; `none` where it was withdrawn */
  readonly class: SuccessClass;
  /** whether the action was withdrawn; then none of this counts */
  readonly actionWithdrawn: boolean;
}

const placeOf = ({ recordedAt, successId, actionId }: RegisteredSuccess): string =>
  `${recordedAt} ${successId} ${actionId}`;

/**
 * Every marking that was ever made, as it stands now, with its class and its lateness (domain: "Success,
 * said exactly"); withdrawn ones too. Those first that were recorded first.
 *
 * @param region only of actions of this one; absent: of all
 */
export const successRegister = (models: ReadModels, region?: Region): ReadonlyArray<RegisteredSuccess> =>
  models
    .actionsOn('marked')
    .flatMap(({ id, state }) => {
      if (state === undefined || (region !== undefined && state.facts.region !== region)) return [];
      const { region: of, status, type, municipality, startedAt } = state.facts;
      return state.markings.map((marking): RegisteredSuccess => {
        const { runTime, ...said } = marking;
        return {
          actionId: id,
          region: of,
          status,
          type,
          municipality,
          startedAt,
          ...said,
          ranUntil: runTime.end,
          found: foundWhen(said.foundAt ?? undefined, runTime),
          class: classOfMarking(marking),
          actionWithdrawn: state.withdrawn,
        };
      });
    })
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

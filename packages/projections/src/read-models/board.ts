import type {
  ActionState,
  ActionStatus,
  ActionType,
  Instant,
  MunicipalityCode,
  Region,
} from '@burgernet/domain';
import { classOf, type SuccessClass } from '@burgernet/domain';
import type { ReadModels } from './read-models.js';
import { type StandingResponses, standingResponses } from './standing-responses.js';

/** An open action, as a control room looks at it. */
export interface BoardAction extends StandingResponses {
  readonly actionId: string;
  readonly region: Region;
  readonly status: ActionStatus;
  readonly type: ActionType | null;
  readonly municipality: MunicipalityCode | null;
  readonly startedAt: Instant;
  readonly runsUntil: Instant;
  readonly success: SuccessClass;
}

const entry = (actionId: string, { facts, runsUntil, responses, markings }: ActionState): BoardAction => ({
  actionId,
  region: facts.region,
  status: facts.status,
  type: facts.type,
  municipality: facts.municipality,
  startedAt: facts.startedAt,
  runsUntil,
  ...standingResponses(responses),
  success: classOf(markings),
});

/** The actions that have neither ended nor been withdrawn, the oldest first. */
export const board = (models: ReadModels): ReadonlyArray<BoardAction> =>
  [...models.openActions]
    .flatMap(({ id, state }) => (state === undefined ? [] : [entry(id, state)]))
    .sort((a, b) =>
      a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.actionId < b.actionId) ? -1 : 1,
    );

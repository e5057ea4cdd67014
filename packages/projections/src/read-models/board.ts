import type {
  ActionState,
  ActionStatus,
  ActionType,
  Instant,
  Line,
  MunicipalityCode,
  Region,
} from '@burgernet/domain';
import { classOf, type SuccessClass } from '@burgernet/domain';
import type { ReadModels } from './read-models.js';

/** An open action, as a control room looks at it. */
export interface BoardAction {
  readonly actionId: string;
  readonly region: Region;
  readonly status: ActionStatus;
  readonly type: ActionType | null;
  readonly municipality: MunicipalityCode | null;
  readonly startedAt: Instant;
  readonly runsUntil: Instant;
  /** standing responses by line, in the order in which the lines first came */
  readonly responses: ReadonlyArray<{ readonly line: Line; readonly count: number }>;
  readonly lastResponseAt: Instant | null;
  readonly success: SuccessClass;
}

const entry = (actionId: string, { facts, runsUntil, responses, markings }: ActionState): BoardAction => {
  const lines = new Map<Line, number>();
  let last: Instant | null = null;
  for (const { line, receivedAt, withdrawn } of responses) {
    if (withdrawn) continue;
    lines.set(line, (lines.get(line) ?? 0) + 1);
    if (last === null || receivedAt > last) last = receivedAt;
  }
  return {
    actionId,
    region: facts.region,
    status: facts.status,
    type: facts.type,
    municipality: facts.municipality,
    startedAt: facts.startedAt,
    runsUntil,
    responses: [...lines].map(([line, count]) => ({ line, count })),
    lastResponseAt: last,
    success: classOf(markings),
  };
};

/** The actions that have neither ended nor been withdrawn, the oldest first. */
export const board = (models: ReadModels): ReadonlyArray<BoardAction> =>
  [...models.openActions]
    .flatMap(({ id, state }) => (state === undefined ? [] : [entry(id, state)]))
    .sort((a, b) =>
      a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.actionId < b.actionId) ? -1 : 1,
    );

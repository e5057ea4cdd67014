import type { ActionState } from '../action/state.js';
import { runTimeOf } from '../action/state.js';
import type { Marking } from '../action/success.js';
import type { FoundAt } from '../time/found-at.js';
import { earlier, type Instant, plus } from '../time/instant.js';
import { Attribution, Line } from '../vocabulary/codes.js';
import { Reference, type Uuid } from '../vocabulary/identifiers.js';
import { actor, official } from './cast.js';
import { idOf } from './ids.js';
import type { Picks } from './picks.js';
import type { ActionScene, ActionStep } from './scene.js';
import { valid } from './valid.js';

const minute = 60_000;
const evidence = valid(Reference, 'vault:evidence');
const attributions: ReadonlyArray<Attribution> = ['direct', 'direct', ...Attribution.values];
const lines: ReadonlyArray<Line> = ['0800-0011', '112', '0800-0011', ...Line.values];

const standing = ({ state, picks }: ActionScene): Marking | undefined => {
  const markings = state.markings.filter((marking) => !marking.withdrawn);
  return markings.length === 0 ? undefined : picks.one(markings);
};

/** When finds come: so long after the start or the end of the run time, in milliseconds. */
const finds: ReadonlyArray<{ readonly after: 'start' | 'end'; readonly by: number } | null> = [
  null,
  ...[-1, 0, 1, -30 * minute, 30 * minute, 720 * minute, 2_880 * minute].map((by) => ({
    after: 'end' as const,
    by,
  })),
  ...[0, -1].map((by) => ({ after: 'start' as const, by })),
];

/** The moment of a find, around the start and the end of the run time and never after it is told. */
const findOf = (state: ActionState, recordedAt: Instant, picks: Picks): FoundAt | null => {
  const find = picks.one(finds);
  const precision = picks.one(['instant', 'hour', 'day'] as const);
  if (find === null) return null;
  return { moment: earlier(plus(runTimeOf(state)[find.after], find.by), recordedAt), precision };
};

const responseOf = (state: ActionState, picks: Picks): Uuid | null =>
  picks.one<Uuid | null>([null, ...state.responses.map(({ responseId }) => responseId)]);

/** Marks a success; whether it is timely or late follows from when the step is taken. */
export const markSuccess: ActionStep = ({ id, step, recordedAt, picks, state }) => {
  const foundAt = findOf(state, recordedAt, picks);
  const responseId = responseOf(state, picks);
  const isOver = state.endedAt !== null || recordedAt >= state.runsUntil;
  return {
    type: 'MarkSuccess',
    id,
    by: actor(isOver ? picks.one(['coordinator', 'dispatcher']) : 'dispatcher'),
    recordedAt,
    data: {
      successId: idOf('success', step),
      line: picks.one(lines),
      attribution: picks.one(attributions),
      ...(foundAt === null ? {} : { foundAt }),
      ...(responseId === null ? {} : { responseId }),
      ...(picks.below(3) === 1 ? { evidenceReference: evidence } : {}),
    },
  };
};

export const correctSuccess: ActionStep = (scene) => {
  const { id, recordedAt, picks, state } = scene;
  const marking = standing(scene);
  if (marking === undefined) return undefined;
  const fact = picks.below(7);
  return {
    type: 'CorrectSuccess',
    id,
    by: actor('coordinator'),
    recordedAt,
    data: {
      successId: marking.successId,
      reason: { code: picks.one(['error', 'new-information', 'other']) },
      ...(fact <= 2 ? { line: fact === 1 ? marking.tickedLine : picks.one(Line.values) } : {}),
      ...(fact === 2 || fact === 3 ? { attribution: picks.one(Attribution.values) } : {}),
      ...(fact === 4 ? { foundAt: findOf(state, recordedAt, picks) } : {}),
      ...(fact === 5 ? { responseId: responseOf(state, picks) } : {}),
      ...(fact === 6 ? { evidenceReference: picks.one<Reference | null>([null, evidence]) } : {}),
    },
  };
};

export const withdrawSuccess: ActionStep = (scene) => {
  const marking = standing(scene);
  return marking === undefined
    ? undefined
    : {
        type: 'WithdrawSuccess',
        id: scene.id,
        by: actor('coordinator'),
        recordedAt: scene.recordedAt,
        data: {
          successId: marking.successId,
          reason: { code: scene.picks.one(['error', 'new-information', 'other']) },
        },
      };
};

export const ruleOutSuccess: ActionStep = ({ id, recordedAt, picks }) => ({
  type: 'RuleOutSuccess',
  id,
  by: actor(picks.one(['coordinator', 'dispatcher'])),
  recordedAt,
  data: { reason: { code: picks.one(['not-found', 'found-otherwise', 'unknown', 'other']) } },
});

export const withdrawVerdict: ActionStep = ({ id, recordedAt, picks, state }) =>
  state.ruledOut
    ? {
        type: 'WithdrawVerdict',
        id,
        by: actor('coordinator'),
        recordedAt,
        data: { reason: { code: picks.one(['error', 'new-information', 'other']) } },
      }
    : undefined;

/** The municipality of the action, or one that it touched, thanks its participants. */
export const thankParticipants: ActionStep = ({ id, recordedAt, picks, state }) => {
  const own = state.facts.municipality;
  const concerned = own === null ? state.facts.touched : [own, ...state.facts.touched];
  if (concerned.length === 0) return undefined;
  const municipality = picks.one(concerned);
  return {
    type: 'ThankParticipants',
    id,
    by: official(municipality),
    recordedAt,
    data: { municipality, how: { code: picks.one(['app', 'letter', 'social-media']) }, at: recordedAt },
  };
};

export const withdrawThanks: ActionStep = ({ id, recordedAt, picks, state }) => {
  if (state.thanked.length === 0) return undefined;
  const municipality = picks.one(state.thanked);
  return {
    type: 'WithdrawThanks',
    id,
    by: picks.below(2) === 0 ? official(municipality) : actor('coordinator'),
    recordedAt,
    data: { municipality, reason: { code: picks.one(['error', 'other']) } },
  };
};

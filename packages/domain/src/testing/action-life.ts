import type { ActionCommand } from '../action/command.js';
import type { Area } from '../action/life-events.js';
import type { ActionState } from '../action/state.js';
import { plus } from '../time/instant.js';
import { type ActionStatus, ActionType, Channel } from '../vocabulary/codes.js';
import { type MunicipalityCode, Postcode, Reference, Uuid } from '../vocabulary/identifiers.js';
import { actor, municipalitiesOf } from './cast.js';
import { momentAfter } from './passing-time.js';
import type { Picks } from './picks.js';
import type { ActionStep, Scene } from './scene.js';
import { valid } from './valid.js';

const minute = 60_000;
const statuses: ReadonlyArray<ActionStatus> = [
  ...Array.from({ length: 6 }, () => 'actual' as const),
  'exercise',
  'test',
];
const reference = valid(Reference, 'vault:message');
const postcodes = ['3511', '3512AB'].map((postcode) => valid(Postcode, postcode));

const someOf = (codes: ReadonlyArray<MunicipalityCode>, picks: Picks): ReadonlyArray<MunicipalityCode> =>
  codes.filter(() => picks.below(4) === 1);

const areaOf = (codes: ReadonlyArray<MunicipalityCode>, picks: Picks): Area | null =>
  picks.one<Area | null>([null, { postcodes }, { municipalities: codes.slice(0, 2) }]);

/** Starts an action. An imported one may have started long before it was recorded, even longer than it ran. */
export const startAction = ({
  id,
  from,
  time,
  picks,
  imported,
  others,
}: Scene<ActionState>): ActionCommand => {
  const recordedAt = momentAfter(from, undefined, time);
  const startedAt = plus(recordedAt, -picks.one([0, 0, 1, 5 * minute, imported ? 4_000 * minute : 0]));
  const runsUntil = plus(
    startedAt,
    minute * picks.one([60, 60, 90, 30, 240, 240, 1_440, 10_000, 1 / minute]),
  );
  const { region, codes } = picks.one(municipalitiesOf.flatMap((one, i) => (i === 0 ? [one, one] : [one])));
  const type = picks.one<ActionType | null>([ActionType.values[0] ?? null, null, ...ActionType.values]);
  const municipality = picks.one<MunicipalityCode | null>([...codes, null]);
  const area = areaOf(codes, picks);
  const followed = others.length > 0 && picks.below(6) === 1 ? picks.one(others) : null;
  return {
    type: 'StartAction',
    id,
    by: actor('dispatcher'),
    recordedAt,
    data: {
      region,
      status: picks.one(statuses),
      touched: someOf(codes, picks),
      channels: Channel.values.slice(0, 1 + picks.below(Channel.values.length)),
      startedAt,
      runsUntil,
      supportsNlAlert: picks.below(8) === 1,
      ...(type === null ? {} : { type }),
      ...(municipality === null ? {} : { municipality }),
      ...(area === null ? {} : { area }),
      ...(picks.below(4) === 1 ? { messageReference: reference } : {}),
      ...(followed === null ? {} : { followsUp: valid(Uuid, followed) }),
    },
  };
};

/** Changes one fact, after the end type or municipality only: a reclassification. */
export const changeAction: ActionStep = ({ id, recordedAt, picks, state }) => {
  const codes = municipalitiesOf.find(({ region }) => region === state.facts.region)?.codes ?? [];
  const fact = picks.below(state.endedAt === null ? 6 : 2);
  return {
    type: 'ChangeAction',
    id,
    by: actor('dispatcher'),
    recordedAt,
    data: {
      reason: { code: picks.one(['new-information', 'error', 'other']) },
      ...(fact === 0 ? { type: picks.one<ActionType | null>([null, ...ActionType.values]) } : {}),
      ...(fact === 1 ? { municipality: picks.one<MunicipalityCode | null>([null, ...codes]) } : {}),
      ...(fact === 2 ? { touched: someOf(codes, picks) } : {}),
      ...(fact === 3 ? { area: areaOf(codes, picks) } : {}),
      ...(fact === 4 ? { channels: Channel.values.slice(picks.below(Channel.values.length)) } : {}),
      ...(fact === 5 ? { messageReference: picks.one<Reference | null>([null, reference]) } : {}),
    },
  };
};

export const extendRunTime: ActionStep = ({ id, recordedAt, picks, state }) => ({
  type: 'ExtendRunTime',
  id,
  by: actor('dispatcher'),
  recordedAt,
  data: {
    runsUntil: plus(state.runsUntil, picks.one([60 * minute, 1, 10 * minute, 1_440 * minute])),
    reason: { code: picks.one(['still-searching', 'new-information', 'other']) },
  },
});

/** Ends an action by hand, at once or with an earlier moment; after the run time it ends by rule. */
export const endAction: ActionStep = ({ id, recordedAt, picks, state }) => {
  const isOver = recordedAt >= state.runsUntil;
  const { startedAt } = state.facts;
  const endedAt = isOver
    ? null
    : picks.one([null, null, recordedAt, startedAt, plus(startedAt, 10 * minute)]);
  return {
    type: 'EndAction',
    id,
    by: actor(isOver ? picks.one(['system', 'dispatcher']) : 'dispatcher'),
    recordedAt,
    data: {
      ...(endedAt === null ? {} : { endedAt }),
      ...(isOver ? {} : { reason: { code: picks.one(['found', 'called-off', 'other']) } }),
    },
  };
};

export const withdrawAction: ActionStep = ({ id, recordedAt, picks, state }) => ({
  type: 'WithdrawAction',
  id,
  by: actor(state.endedAt === null ? 'dispatcher' : picks.one(['coordinator', 'dispatcher'])),
  recordedAt,
  data: { reason: { code: picks.one(['error', 'hoax', 'unfounded']) } },
});

export const sendClosingMessage: ActionStep = ({ id, recordedAt, picks }) => ({
  type: 'SendClosingMessage',
  id,
  by: actor('system'),
  recordedAt,
  data: {
    outcome: picks.one(['found', 'not-found', 'arrested', 'found-deceased', 'called-off', 'other']),
    channels: Channel.values.slice(0, 1 + picks.below(3)),
  },
});

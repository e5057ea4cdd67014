import {
  type ActionCommand,
  type ActionEvent,
  type ActionRejection,
  type ActionStarted,
  type ActionState,
  ActionType,
  type Area,
  actionDecider,
  Channel,
  fromEpoch,
  Postcode,
  Reference,
  toEpoch,
  type Uuid,
} from '@burgernet/domain';
import { recordFinds } from './action-finds.js';
import { recordResponses } from './action-responses.js';
import { certain } from './certain.js';
import { type Import, Life, type Planned } from './life.js';
import { Wishes } from './wishes.js';
import { hour, minute, second, type World } from './world.js';

/** An action that is being made up. */
export interface Acting {
  readonly world: World;
  readonly life: Life<ActionCommand, ActionEvent, ActionState, ActionRejection>;
  readonly wishes: Wishes;
  readonly startedAt: number;
  /** as planned at the start */
  readonly runsUntil: number;
}

const areaOf = ({ random, municipalities }: World): Area =>
  random.chance(0.8)
    ? {
        postcodes: Array.from({ length: random.between(8, 60) }, () =>
          certain(Postcode, `${random.between(1200, 4199)}${random.chance(0.4) ? 'AB' : ''}`),
        ),
      }
    : { municipalities: random.some(municipalities, random.between(1, 4)) };

const typeOf = ({ random }: World): ActionType | undefined =>
  random.chance(0.08) ? undefined : random.one(ActionType.values);

const startOf = (world: World, startedAt: number, runsUntil: number, earlier: Uuid | undefined) => {
  const { random, municipalities } = world;
  const type = typeOf(world);
  const data: ActionStarted = {
    region: 'midden-nederland',
    status: random.weighted([
      [96, 'actual'],
      [2, 'exercise'],
      [2, 'test'],
    ]),
    touched: random.some(municipalities, random.between(0, 2)),
    channels: random.some(Channel.values, random.between(2, 6)),
    startedAt: fromEpoch(startedAt),
    runsUntil: fromEpoch(runsUntil),
    supportsNlAlert: random.chance(0.01),
    ...(type === undefined ? {} : { type }),
    ...(random.chance(0.06) ? {} : { municipality: random.one(municipalities) }),
    ...(random.chance(0.3) ? {} : { area: areaOf(world) }),
    ...(random.chance(0.2) ? {} : { messageReference: certain(Reference, random.uuid()) }),
    ...(earlier === undefined ? {} : { followsUp: earlier }),
  };
  return data;
};

/** Extensions while it runs; an end by somebody, or none, so that the run time ends it by rule. */
const recordCourse = ({ world, life, wishes, startedAt, runsUntil }: Acting): void => {
  const { random, cast } = world;
  const length = runsUntil - startedAt;
  if (random.chance(0.2))
    wishes.add(startedAt + length * (0.6 + 0.39 * random.fraction()), (at) => {
      if (life.state === undefined) return;
      const longer = fromEpoch(toEpoch(life.state.runsUntil) + random.between(1, 6) * 15 * minute);
      const data = { runsUntil: longer, reason: { code: 'still-searching' as const } };
      life.ask(at, cast.as('dispatcher'), (given) => ({ ...given, type: 'ExtendRunTime', data }));
    });
  if (random.chance(0.45))
    wishes.add(startedAt + length * (0.3 + 0.8 * random.fraction()), (at) =>
      life.ask(at, cast.as('dispatcher'), (given) => ({
        ...given,
        type: 'EndAction',
        data: { endedAt: fromEpoch(at), reason: { code: random.one(['found', 'called-off', 'other']) } },
      })),
    );
  if (random.chance(0.04))
    wishes.add(startedAt + 20 * hour * random.fraction() ** 4, (at) =>
      life.ask(at, cast.as('dispatcher'), (given) => ({
        ...given,
        type: 'WithdrawAction',
        data: { reason: { code: random.one(['error', 'hoax', 'unfounded']) } },
      })),
    );
  if (random.chance(0.7))
    wishes.add(runsUntil + random.between(1, 240) * minute, (at) =>
      life.ask(at, cast.as('system'), (given) => ({
        ...given,
        type: 'SendClosingMessage',
        data: {
          outcome: random.one(['found', 'not-found', 'arrested', 'called-off', 'other']),
          channels: random.some(Channel.values, 2),
        },
      })),
    );
};

/** Facts that were put right, while it runs or weeks later. */
const recordChanges = ({ world, life, wishes, startedAt }: Acting): void => {
  const { random, cast, municipalities } = world;
  const running = random.chance(0.12);
  if (running)
    wishes.add(startedAt + random.between(2, 25) * minute, (at) =>
      life.ask(at, cast.as('dispatcher'), (given) => ({
        ...given,
        type: 'ChangeAction',
        data: {
          reason: { code: 'new-information' },
          area: areaOf(world),
          channels: random.some(Channel.values, 4),
        },
      })),
    );
  if (random.chance(0.12))
    wishes.add(startedAt + random.between(3, 60 * 24) * hour, (at) =>
      life.ask(at, cast.as('coordinator'), (given) => ({
        ...given,
        type: 'ChangeAction',
        data: {
          reason: {
            code: random.one(['error', 'new-information']),
            note: certain(Reference, random.uuid()),
          },
          ...(random.chance(0.7)
            ? { type: typeOf(world) ?? null }
            : { municipality: random.chance(0.1) ? null : random.one(municipalities) }),
        },
      })),
    );
};

/**
 * The whole life of an action: its start, what came in, how far it reached, how it ended, what was
 * found, and what was put right long after.
 *
 * @param startedAt milliseconds since 1970
 * @param id of the action
 * @param earlier the action that it follows up
 */
export const actionLife = (
  world: World,
  startedAt: number,
  id: Uuid,
  earlier: Uuid | undefined,
  imported: Import | undefined,
): ReadonlyArray<Planned> => {
  const { random, cast } = world;
  // Most are over within hours; a search for somebody who is missing may go on for days.
  const runsUntil =
    startedAt + (random.chance(0.9) ? random.between(2, 20) * 15 * minute : random.between(12, 240) * hour);
  const life = new Life(actionDecider, random, id, imported);
  const wishes = new Wishes();
  const acting: Acting = { world, life, wishes, startedAt, runsUntil };
  wishes.add(startedAt + random.between(1, 40) * second, (at) =>
    life.ask(at, cast.as('dispatcher'), (given) => ({
      ...given,
      type: 'StartAction',
      data: startOf(world, startedAt, runsUntil, earlier),
    })),
  );
  recordResponses(acting);
  recordCourse(acting);
  recordChanges(acting);
  recordFinds(acting);
  wishes.fulfil();
  return life.planned;
};

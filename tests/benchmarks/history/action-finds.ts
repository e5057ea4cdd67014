import { fromEpoch, type Line, Reference, type SuccessMarked } from '@burgernet/domain';
import type { Acting } from './action-life.js';
import { certain } from './certain.js';
import { day, hour, minute } from './world.js';

const lines: ReadonlyArray<Line> = ['0800-0011', '0800-0011', '112', '0900-8844', 'app', 'unknown'];

/** A find, marked in time or long after, perhaps put right, taken back or thanked for. */
const recordFind = ({ world, life, wishes, startedAt, runsUntil }: Acting): void => {
  const { random, cast } = world;
  const successId = random.uuid();
  const length = runsUntil - startedAt;
  const isLate = random.chance(0.5);
  const foundAt = startedAt + length * (0.1 + (isLate ? 3 : 0.5) * random.fraction());
  const markedAt = isLate
    ? runsUntil + random.between(1, 60 * 24) * hour
    : foundAt + length * 0.3 * random.fraction();

  wishes.add(markedAt, (at) => {
    const response = life.state?.responses.at(-1)?.responseId;
    const data: SuccessMarked = {
      successId,
      line: random.one(lines),
      attribution: random.weighted([
        [8, 'direct'],
        [1, 'indirect'],
        [1, 'without-burgernet'],
      ]),
      ...(random.chance(0.15)
        ? {}
        : {
            foundAt: {
              moment: fromEpoch(foundAt),
              precision: random.one(['instant', 'instant', 'hour', 'day']),
            },
          }),
      ...(response === undefined || random.chance(0.6) ? {} : { responseId: response }),
      ...(random.chance(0.5) ? {} : { evidenceReference: certain(Reference, random.uuid()) }),
    };
    life.ask(at, cast.as(isLate ? 'coordinator' : 'dispatcher'), (given) => ({
      ...given,
      type: 'MarkSuccess',
      data,
    }));
  });
  if (random.chance(0.15))
    wishes.add(markedAt + random.between(1, 40) * day, (at) =>
      life.ask(at, cast.as('coordinator'), (given) => ({
        ...given,
        type: 'CorrectSuccess',
        data: {
          successId,
          reason: { code: random.one(['error', 'new-information', 'other']) },
          ...(random.chance(0.6) ? { line: random.one(lines) } : {}),
          ...(random.chance(0.3) ? { attribution: random.one(['direct', 'indirect']) } : {}),
          ...(random.chance(0.3) ? { foundAt: null } : {}),
        },
      })),
    );
  if (random.chance(0.06))
    wishes.add(markedAt + random.between(1, 90) * day, (at) =>
      life.ask(at, cast.as('coordinator'), (given) => ({
        ...given,
        type: 'WithdrawSuccess',
        data: { successId, reason: { code: random.one(['error', 'other']) } },
      })),
    );
  if (random.chance(0.5)) recordThanks({ world, life, wishes, startedAt, runsUntil }, markedAt);
};

const recordThanks = ({ world, life, wishes }: Acting, markedAt: number): void => {
  const { random, cast } = world;
  wishes.add(markedAt + random.between(1, 14) * day, (at) => {
    const municipality = life.state?.facts.municipality;
    if (municipality === undefined || municipality === null) return;
    const how = { code: random.one(['app', 'mail', 'letter', 'social-media'] as const) };
    const data = { municipality, how, at: fromEpoch(at - random.between(5, 500) * minute) };
    life.ask(at, cast.as('municipality', municipality), (given) => ({
      ...given,
      type: 'ThankParticipants',
      data,
    }));
  });
  if (random.chance(0.05))
    wishes.add(markedAt + random.between(15, 30) * day, (at) => {
      const municipality = life.state?.thanked[0];
      if (municipality === undefined) return;
      const data = { municipality, reason: { code: 'error' as const } };
      life.ask(at, cast.as('coordinator'), (given) => ({ ...given, type: 'WithdrawThanks', data }));
    });
};

/** The verdict that there was no find, which a late success may still follow. */
const recordVerdict = ({ world, life, wishes, runsUntil }: Acting): void => {
  const { random, cast } = world;
  const ruledOutAt = runsUntil + random.between(1, 20 * 24) * hour;
  wishes.add(ruledOutAt, (at) =>
    life.ask(at, cast.as(random.one(['dispatcher', 'coordinator'])), (given) => ({
      ...given,
      type: 'RuleOutSuccess',
      data: { reason: { code: random.one(['not-found', 'found-otherwise', 'unknown']) } },
    })),
  );
  if (random.chance(0.05))
    wishes.add(ruledOutAt + random.between(1, 30) * day, (at) =>
      life.ask(at, cast.as('coordinator'), (given) => ({
        ...given,
        type: 'WithdrawVerdict',
        data: { reason: { code: 'new-information' } },
      })),
    );
};

/** What was found, or that nothing was; one action in ten waits for somebody to say. */
export const recordFinds = (acting: Acting): void => {
  const { random } = acting.world;
  if (random.chance(0.18)) recordFind(acting);
  if (random.chance(0.02)) recordFind(acting);
  if (random.chance(0.8)) recordVerdict(acting);
};

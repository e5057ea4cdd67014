import {
  type Channel,
  type Entry,
  fromEpoch,
  type Line,
  Reference,
  Slug,
  type Slug as SlugType,
  type Uuid,
} from '@burgernet/domain';
import type { Acting } from './action-life.js';
import { certain } from './certain.js';
import type { Weighted } from './random.js';
import { day, hour, minute, second } from './world.js';

const lines: ReadonlyArray<Weighted<Line>> = [
  [30, '0800-0011'],
  [30, '112'],
  [12, '0900-8844'],
  [14, 'app'],
  [6, 'mail'],
  [5, 'other'],
  [3, 'unknown'],
];

const entries: Readonly<Record<Line, ReadonlyArray<Weighted<Entry>>>> = {
  '0800-0011': [
    [7, 'phone'],
    [3, 'app'],
  ],
  '112': [
    [7, 'phone'],
    [3, 'app'],
  ],
  '0900-8844': [[1, 'phone']],
  app: [[1, 'app']],
  mail: [[1, 'mail']],
  other: [[1, 'other']],
  unknown: [[1, 'unknown']],
};

const recordOne = ({ world, life, wishes }: Acting, receivedAt: number): void => {
  const { random, cast } = world;
  const responseId: Uuid = random.uuid();
  const line = random.weighted(lines);
  const recorded = receivedAt + random.between(1, 90) * second;
  wishes.add(recorded, (at) =>
    life.ask(at, cast.as(random.chance(0.7) ? 'system' : 'dispatcher'), (given) => ({
      ...given,
      type: 'ReceiveResponse',
      data: {
        responseId,
        line,
        entry: random.weighted(entries[line]),
        receivedAt: fromEpoch(receivedAt),
        ...(random.chance(0.15) ? {} : { contentReference: certain(Reference, random.uuid()) }),
      },
    })),
  );
  if (random.chance(0.45))
    wishes.add(recorded + random.between(1, 30) * minute, (at) =>
      life.ask(at, cast.as(random.chance(0.7) ? 'dispatcher' : 'police-team'), (given) => ({
        ...given,
        type: 'AssessResponse',
        data: {
          responseId,
          relevance: random.weighted([
            [6, 'none'],
            [3, 'relevant'],
            [1, 'decisive'],
          ]),
        },
      })),
    );
  if (random.chance(0.04))
    wishes.add(recorded + random.between(1, 72) * hour, (at) =>
      life.ask(at, cast.as(random.one(['dispatcher', 'coordinator'])), (given) => ({
        ...given,
        type: 'WithdrawResponse',
        data: { responseId, reason: { code: random.one(['error', 'hoax', 'duplicate', 'other']) } },
      })),
    );
};

const method = (name: string): SlugType => certain(Slug, name);
const measured: ReadonlyArray<readonly [Channel, SlugType]> = [
  ['app', method('delivered')],
  ['sms', method('sent')],
  ['voice', method('answered')],
  ['mail', method('sent')],
  ['twitter', method('impressions')],
];
const platforms: ReadonlyArray<SlugType> = [method('facebook'), method('twitter'), method('whatsapp')];
const counted = method('platform-count');

const recordReach = ({ world, life, wishes, startedAt }: Acting): void => {
  const { random, cast } = world;
  const measure = (channel: Channel, how: SlugType, count: number, when: number): void =>
    wishes.add(when, (at) =>
      life.ask(at, cast.as('system'), (given) => ({
        ...given,
        type: 'MeasureReach',
        data: { channel, method: how, count },
      })),
    );
  for (const [channel, how] of random.some(measured, random.between(1, 4))) {
    const count = random.between(50, 60_000);
    const when = startedAt + random.between(3, 50) * minute;
    measure(channel, how, count, when);
    if (random.chance(0.15))
      measure(channel, how, count + random.between(1, 500), when + random.between(1, 5) * day);
  }
  for (const platform of random.some(platforms, random.between(0, 2))) {
    let count = 0;
    for (let take = random.between(1, 2), when = startedAt; take > 0; take--) {
      when += random.between(1, 30) * hour;
      count += random.between(0, 40);
      const data = { platform, method: counted, count };
      wishes.add(when, (at) =>
        life.ask(at, cast.as('system'), (given) => ({ ...given, type: 'CountShares', data })),
      );
    }
  }
};

/** What came in over all lines, what it was worth, and how far the action reached. */
export const recordResponses = (acting: Acting): void => {
  const { world, startedAt, runsUntil } = acting;
  const { random } = world;
  const length = runsUntil - startedAt;
  if (random.chance(0.75))
    for (let left = random.times(11); left > 0; left--)
      recordOne(
        acting,
        startedAt + second + length * (random.chance(0.85) ? random.fraction() : 1 + 6 * random.fraction()),
      );
  recordReach(acting);
};

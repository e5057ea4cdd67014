import {
  fromEpoch,
  type MailingSent,
  mailingDecider,
  Reference,
  SenderCode,
  type Uuid,
} from '@burgernet/domain';
import { certain } from './certain.js';
import { type Import, Life, type Planned } from './life.js';
import { Wishes } from './wishes.js';
import { day, hour, minute, second, type World } from './world.js';

/** The whole life of a mailing: sent, answered, assessed (twice now and then), seldom withdrawn. */
export const mailingLife = (
  { random, cast, municipalities }: World,
  sentAt: number,
  id: Uuid,
  imported: Import | undefined,
): ReadonlyArray<Planned> => {
  const life = new Life(mailingDecider, random, id, imported);
  const wishes = new Wishes();
  const municipality = random.one(municipalities);
  const isPrevention = random.chance(0.05);
  const owner = isPrevention ? cast.as('municipality', municipality) : cast.as('police-team');
  const team = random.weighted([
    [8, 'BT' as const],
    [3, 'DR' as const],
  ]);
  const sent: MailingSent = {
    region: 'midden-nederland',
    kind: isPrevention ? 'prevention-message' : 'neighbourhood-inquiry',
    sender: isPrevention
      ? { code: certain(SenderCode, municipality), kind: 'municipality' }
      : { code: certain(SenderCode, `${team}-${random.between(1, team === 'BT' ? 8 : 3)}`), kind: team },
    sentAt: fromEpoch(sentAt),
    ...(random.chance(0.1) ? {} : { municipality }),
    ...(random.chance(0.2) ? {} : { addressees: random.between(20, 4_000) }),
    ...(random.chance(0.2) ? {} : { messageReference: certain(Reference, random.uuid()) }),
  };
  wishes.add(sentAt + random.between(1, 60) * second, (at) =>
    life.ask(at, owner, (given) => ({ ...given, type: 'SendMailing', data: sent })),
  );
  for (let left = random.times(3); left > 0; left--) {
    const receivedAt = sentAt + random.between(5, 9 * 24 * 60) * minute;
    const data = {
      responseId: random.uuid(),
      receivedAt: fromEpoch(receivedAt),
      ...(random.chance(0.2) ? {} : { contentReference: certain(Reference, random.uuid()) }),
    };
    wishes.add(receivedAt + random.between(1, 50) * second, (at) =>
      life.ask(at, cast.as('system'), (given) => ({ ...given, type: 'ReceiveMailingResponse', data })),
    );
  }
  for (
    let left = random.weighted([
      [3, 0],
      [6, 1],
      [1, 2],
    ]);
    left > 0;
    left--
  ) {
    const relevant = random.chance(0.25);
    const data = { relevant, toTheCase: relevant && random.chance(0.35) };
    wishes.add(sentAt + random.between(24, 30 * 24) * hour, (at) =>
      life.ask(at, owner, (given) => ({ ...given, type: 'AssessMailing', data })),
    );
  }
  if (random.chance(0.03))
    wishes.add(sentAt + random.between(1, 20) * day, (at) =>
      life.ask(at, owner, (given) => ({
        ...given,
        type: 'WithdrawMailing',
        data: { reason: { code: 'error' } },
      })),
    );
  wishes.fulfil();
  return life.planned;
};

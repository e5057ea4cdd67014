import type { MailingCommand } from '../mailing/command.js';
import { mailingDecider } from '../mailing/decider.js';
import type { MailingEvent } from '../mailing/event.js';
import type { MailingRejection } from '../mailing/rejection.js';
import type { MailingState } from '../mailing/state.js';
import { plus } from '../time/instant.js';
import { SenderCode } from '../vocabulary/sender.js';
import { actor, municipalitiesOf, official } from './cast.js';
import { idOf } from './ids.js';
import { momentAfter } from './passing-time.js';
import type { Part, Scene } from './scene.js';
import { valid } from './valid.js';

const teams = [
  { code: valid(SenderCode, 'BT-Utrecht-Noord'), kind: 'BT' as const },
  { code: valid(SenderCode, 'BT-Almere'), kind: 'BT' as const },
  { code: valid(SenderCode, 'DR-Flevoland'), kind: 'DR' as const },
];

const sendMailing = ({ id, from, time, picks }: Scene<MailingState>): MailingCommand => {
  const recordedAt = momentAfter(from, undefined, time);
  const { region, codes } = picks.one(municipalitiesOf);
  const municipality = picks.one(codes);
  const attributed = picks.below(3) < 2 ? { municipality } : {};
  const sentAt = plus(recordedAt, -picks.one([0, 0, 1, 600_000]));
  const addressed = picks.below(2) === 0 ? {} : { addressees: picks.one([250, 0, 1]) };
  return picks.below(3) < 2
    ? {
        type: 'SendMailing',
        id,
        by: actor('police-team'),
        recordedAt,
        data: {
          region,
          kind: 'neighbourhood-inquiry',
          sender: picks.one(teams),
          sentAt,
          ...attributed,
          ...addressed,
        },
      }
    : {
        type: 'SendMailing',
        id,
        by: official(municipality),
        recordedAt,
        data: {
          region,
          kind: 'prevention-message',
          sender: { code: valid(SenderCode, municipality), kind: 'municipality' },
          sentAt,
          ...attributed,
          ...addressed,
        },
      };
};

/** Sends a mailing where there is none, else records what came of it. */
const write = (scene: Scene<MailingState>): MailingCommand => {
  const { id, step, from, time, picks, state } = scene;
  if (state === undefined) return sendMailing(scene);
  const recordedAt = momentAfter(from, undefined, time);
  const codes = municipalitiesOf.flatMap((one) => one.codes);
  const sender = codes.find((code) => code === String(state.sender.code));
  const by = sender === undefined ? actor('police-team') : official(sender);
  switch (picks.below(8)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return {
        type: 'AssessMailing',
        id,
        by,
        recordedAt,
        data: picks.one([
          { relevant: true, toTheCase: false },
          { relevant: true, toTheCase: true },
          { relevant: false, toTheCase: false },
        ]),
      };
    case 4:
      return {
        type: 'WithdrawMailing',
        id,
        by: actor('coordinator'),
        recordedAt,
        data: { reason: { code: picks.one(['error', 'hoax', 'duplicate', 'other']) } },
      };
    default:
      return {
        type: 'ReceiveMailingResponse',
        id,
        by: actor('system'),
        recordedAt,
        data: { responseId: idOf('response', step), receivedAt: recordedAt },
      };
  }
};

/** The part of the mailings. */
export const mailingPart: Part<MailingCommand, MailingEvent, MailingState, MailingRejection> = {
  decider: mailingDecider,
  id: (n) => idOf('mailing', n),
  write,
};

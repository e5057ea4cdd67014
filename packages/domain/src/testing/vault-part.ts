import { yearsLater } from '../time/amsterdam.js';
import { plus } from '../time/instant.js';
import type { VaultCommand } from '../vault/command.js';
import { vaultDecider } from '../vault/decider.js';
import type { VaultEvent } from '../vault/event.js';
import type { VaultRejection } from '../vault/rejection.js';
import type { VaultState } from '../vault/state.js';
import { PersonalDataKind } from '../vocabulary/codes.js';
import { actor } from './cast.js';
import { idOf } from './ids.js';
import { momentAfter } from './passing-time.js';
import type { Part, Scene } from './scene.js';

/** Forgets what was kept for some days because somebody asks it, or for ten years because its time is over. */
const write = ({ id, from, time, picks }: Scene<VaultState>): VaultCommand => {
  const recordedAt = momentAfter(from, undefined, time);
  const what = picks.one(PersonalDataKind.values);
  const isOver = picks.below(2) === 0;
  return {
    type: 'ForgetPersonalData',
    id,
    by: actor(isOver ? 'system' : 'coordinator'),
    recordedAt,
    data: isOver
      ? { what, keptSince: yearsLater(recordedAt, -11), reason: { code: 'retention' } }
      : {
          what,
          keptSince: plus(recordedAt, -86_400_000 * picks.below(100)),
          reason: { code: picks.one(['request', 'unlawful', 'error']) },
        },
  };
};

/** The part of what the vault forgets. */
export const vaultPart: Part<VaultCommand, VaultEvent, VaultState, VaultRejection> = {
  decider: vaultDecider,
  id: (n) => idOf('text', n),
  write,
};

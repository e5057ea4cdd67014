import { ConsultationReason, local } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { actorOf } from '../../commands/named-actor.js';
import { printable } from '../../report/printable.js';
import { showText } from '../../vault/show-text.js';
import { nobodySaid } from '../asking/run-asking.js';
import type { Done, Run } from '../context.js';
import { text } from '../given.js';
import { newId } from '../new-id.js';
import { recordingRefusal } from '../recorded-refusals.js';
import { withKeptVault } from '../with-vault.js';
import { readReason } from './reason.js';
import { referenceOf } from './reference.js';
import { failureOfVault } from './vault-failure.js';

/** `burgernet vault show REFERENCE`: what the vault keeps there, after it was recorded who reads it and why. */
export const vaultShow: Run = (context, given, [named = '']) => {
  const { options, terminal } = context;
  const by = options.as ?? nobodySaid;
  const now = context.now();
  return pipe(
    TE.fromEither(readReason(ConsultationReason)(text(given, 'reason'))),
    TE.chain((reason) =>
      withKeptVault(context, 'write', (vault) =>
        pipe(
          referenceOf(vault, named),
          TE.chain((reference) =>
            pipe(
              showText(vault)({
                reference,
                role: by.role,
                actor: actorOf(vault, newId)(by, now),
                reason,
                now,
              }),
              TE.mapLeft(failureOfVault(options.store)),
              recordingRefusal(context, {
                by,
                command: 'ConsultPersonalData',
                kind: 'vault',
                id: reference,
              }),
            ),
          ),
        ),
      ),
    ),
    TE.chainTaskK((shown) => async (): Promise<Done> => {
      terminal.note({
        en: `Kept since ${local(shown.keptSince)} (${shown.kind}). This reading was recorded.`,
        nl: `Bewaard sinds ${local(shown.keptSince)} (${shown.kind}). Dit lezen is vastgelegd.`,
      });
      await terminal.print(
        options.json ? `${JSON.stringify(shown)}\n` : `${shown.text.split('\n').map(printable).join('\n')}\n`,
      );
      return 0;
    }),
  );
};

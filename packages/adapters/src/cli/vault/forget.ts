import { both, domainRegistry, ForgettingReason } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { actorOf } from '../../commands/named-actor.js';
import { forgetText } from '../../vault/forget-text.js';
import { nobodySaid } from '../asking/run-asking.js';
import type { Done, Run } from '../context.js';
import { text } from '../given.js';
import { newId } from '../new-id.js';
import { withStore } from '../reading.js';
import { recordingRefusal } from '../recorded-refusals.js';
import { withKeptVault } from '../with-vault.js';
import { readReason } from './reason.js';
import { referenceOf } from './reference.js';
import { failureOfVault } from './vault-failure.js';

const done = (reference: string, repeated: boolean) =>
  repeated
    ? both(
        `Forgotten before by this command: what stood under ${reference}.`,
        `Al eerder vergeten door deze opdracht: wat onder ${reference} stond.`,
      )
    : both(
        `Forgotten: what stood under ${reference}. Nothing of it is left in the vault, and the log says so.`,
        `Vergeten: wat onder ${reference} stond. In de kluis is er niets meer van over, en het log zegt dat.`,
      );

/** `burgernet vault forget REFERENCE`: destroys what the vault keeps there, and has the log tell of it. */
export const vaultForget: Run = (context, given, [named = '']) => {
  const { options, terminal } = context;
  const by = options.as ?? nobodySaid;
  const recordedAt = context.now();
  const commandId = options.id ?? newId();
  return pipe(
    TE.fromEither(readReason(ForgettingReason)(text(given, 'reason'))),
    TE.chain((reason) =>
      withKeptVault(context, 'write', (vault) =>
        pipe(
          referenceOf(vault, named),
          TE.chain((reference) => {
            if (options.id === undefined)
              terminal.note(
                both(
                  `The id of this command is ${commandId}; repeated with --id it finishes what was begun.`,
                  `Het id van deze opdracht is ${commandId}; herhaald met --id maakt zij af wat begonnen was.`,
                ),
              );
            const actor = actorOf(vault, newId)(by, recordedAt);
            const request = { reference, reason, role: by.role, actor, recordedAt, commandId };
            return withStore(context, 'write', (store) =>
              pipe(
                forgetText({ store, vault, registry: domainRegistry(), newId })(request),
                TE.bimap(failureOfVault(options.store), (outcome) => ({ reference, outcome })),
                recordingRefusal(context, {
                  by,
                  command: 'ForgetPersonalData',
                  kind: 'vault',
                  id: reference,
                }),
              ),
            );
          }),
        ),
      ),
    ),
    TE.chainTaskK(({ reference, outcome: { stream, repeated, events } }) => async (): Promise<Done> => {
      const eventIds = events.map(({ eventId }) => eventId);
      await terminal.print(
        options.json
          ? `${JSON.stringify({ reference, commandId, stream, repeated, events: eventIds })}\n`
          : `${done(reference, repeated)[options.language]}\n`,
      );
      return 0;
    }),
  );
};

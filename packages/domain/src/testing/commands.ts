import * as fc from 'fast-check';
import type * as t from 'io-ts';
import { type ActionCommand, actionCommands } from '../action/command.js';
import type { Given } from '../command.js';
import { type MailingCommand, mailingCommands } from '../mailing/command.js';
import { type MunicipalityCommand, municipalityCommands } from '../municipality/command.js';
import { type PublicationCommand, publicationCommands } from '../publication/command.js';
import { type VaultCommand, vaultCommands } from '../vault/command.js';
import { Actor } from '../vocabulary/actor.js';
import { MunicipalityCode, Uuid } from '../vocabulary/identifiers.js';
import { dataOf } from './data.js';
import { moments } from './moments.js';

const on = (id: fc.Arbitrary<string>): fc.Arbitrary<Given> =>
  fc.record({ id, by: dataOf(Actor), recordedAt: moments() });

const of = <K extends string, A>(
  given: fc.Arbitrary<Given>,
  type: K,
  codec: t.Type<A>,
): fc.Arbitrary<Given & { readonly type: K; readonly data: A }> =>
  fc.tuple(given, dataOf(codec)).map(([who, data]) => ({ ...who, type, data }));

const anyId: fc.Arbitrary<string> = dataOf(Uuid);
const anyYear: fc.Arbitrary<string> = fc
  .tuple(dataOf(MunicipalityCode), fc.integer({ min: 2019, max: 2023 }))
  .map(([code, year]) => `${code}-${year}`);

/** Any command on an action, by anybody, whether it makes sense or not. */
export const anyActionCommand = (): fc.Arbitrary<ActionCommand> => {
  const given = on(anyId);
  const c = actionCommands;
  return fc.oneof(
    of(given, 'StartAction', c.StartAction),
    of(given, 'ChangeAction', c.ChangeAction),
    of(given, 'ExtendRunTime', c.ExtendRunTime),
    of(given, 'EndAction', c.EndAction),
    of(given, 'WithdrawAction', c.WithdrawAction),
    of(given, 'SendClosingMessage', c.SendClosingMessage),
    of(given, 'MeasureReach', c.MeasureReach),
    of(given, 'CountShares', c.CountShares),
    of(given, 'ReceiveResponse', c.ReceiveResponse),
    of(given, 'WithdrawResponse', c.WithdrawResponse),
    of(given, 'AssessResponse', c.AssessResponse),
    of(given, 'MarkSuccess', c.MarkSuccess),
    of(given, 'CorrectSuccess', c.CorrectSuccess),
    of(given, 'WithdrawSuccess', c.WithdrawSuccess),
    of(given, 'RuleOutSuccess', c.RuleOutSuccess),
    of(given, 'WithdrawVerdict', c.WithdrawVerdict),
    of(given, 'ThankParticipants', c.ThankParticipants),
    of(given, 'WithdrawThanks', c.WithdrawThanks),
  );
};

/** Any command on a mailing, by anybody, whether it makes sense or not. */
export const anyMailingCommand = (): fc.Arbitrary<MailingCommand> => {
  const given = on(anyId);
  const c = mailingCommands;
  return fc.oneof(
    of(given, 'SendMailing', c.SendMailing),
    of(given, 'ReceiveMailingResponse', c.ReceiveMailingResponse),
    of(given, 'AssessMailing', c.AssessMailing),
    of(given, 'WithdrawMailing', c.WithdrawMailing),
  );
};

/** Any command on a municipality's counts, by anybody, whether it makes sense or not. */
export const anyMunicipalityCommand = (): fc.Arbitrary<MunicipalityCommand> => {
  const given = on(anyYear);
  const c = municipalityCommands;
  return fc.oneof(
    of(given, 'CountParticipants', c.CountParticipants),
    of(given, 'CountInhabitants', c.CountInhabitants),
    of(given, 'CountSafetyOfficers', c.CountSafetyOfficers),
    of(given, 'CountAppDownloads', c.CountAppDownloads),
  );
};

/** Any command on a publication, by anybody, whether it makes sense or not. */
export const anyPublicationCommand = (): fc.Arbitrary<PublicationCommand> =>
  of(on(anyId), 'PublishFigures', publicationCommands.PublishFigures);

/** Any command on what the vault keeps, by anybody, whether it makes sense or not. */
export const anyVaultCommand = (): fc.Arbitrary<VaultCommand> =>
  of(on(anyId), 'ForgetPersonalData', vaultCommands.ForgetPersonalData);

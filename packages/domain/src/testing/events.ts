import * as fc from 'fast-check';
import type * as t from 'io-ts';
import * as action from '../action/index.js';
import type { DomainEvent } from '../events.js';
import * as mailing from '../mailing/index.js';
import * as municipality from '../municipality/index.js';
import * as publication from '../publication/index.js';
import * as vault from '../vault/index.js';
import { dataOf } from './data.js';

const of = <K extends DomainEvent['type'], A>(
  type: K,
  codec: t.Type<A>,
): fc.Arbitrary<{ readonly type: K; readonly data: A }> => dataOf(codec).map((data) => ({ type, data }));

/** Any event of an action by itself; it need not fit any stream. */
export const anyActionEvent = (): fc.Arbitrary<action.ActionEvent> =>
  fc.oneof(
    of('ActionStarted', action.ActionStarted),
    of('ActionChanged', action.ActionChanged),
    of('RunTimeExtended', action.RunTimeExtended),
    of('ActionEnded', action.ActionEnded),
    of('ActionWithdrawn', action.ActionWithdrawn),
    of('ClosingMessageSent', action.ClosingMessageSent),
    of('ReachMeasured', action.ReachMeasured),
    of('SharesCounted', action.SharesCounted),
    of('ResponseReceived', action.ResponseReceived),
    of('ResponseWithdrawn', action.ResponseWithdrawn),
    of('ResponseAssessed', action.ResponseAssessed),
    of('SuccessMarked', action.SuccessMarked),
    of('SuccessCorrected', action.SuccessCorrected),
    of('SuccessWithdrawn', action.SuccessWithdrawn),
    of('SuccessRuledOut', action.SuccessRuledOut),
    of('VerdictWithdrawn', action.VerdictWithdrawn),
    of('ParticipantsThanked', action.ParticipantsThanked),
    of('ThanksWithdrawn', action.ThanksWithdrawn),
  );

/** Any event of the domain by itself; it need not fit any stream. For streams that hold, see `histories`. */
export const anyEvent = (): fc.Arbitrary<DomainEvent> =>
  fc.oneof(
    { weight: 18, arbitrary: anyActionEvent() },
    of('MailingSent', mailing.MailingSent),
    of('MailingResponseReceived', mailing.MailingResponseReceived),
    of('MailingAssessed', mailing.MailingAssessed),
    of('MailingWithdrawn', mailing.MailingWithdrawn),
    of('ParticipantsCounted', municipality.ParticipantsCounted),
    of('InhabitantsCounted', municipality.InhabitantsCounted),
    of('SafetyOfficersCounted', municipality.SafetyOfficersCounted),
    of('AppDownloadsCounted', municipality.AppDownloadsCounted),
    of('FiguresPublished', publication.FiguresPublished),
    of('PersonalDataForgotten', vault.PersonalDataForgotten),
  );

import type { Instant } from '../time/instant.js';
import { MunicipalityCode } from '../vocabulary/identifiers.js';
import type { MailingEvent } from './event.js';
import { type MailingRejection, refuse } from './rejection.js';
import type { MailingState } from './state.js';

/**
 * Whether an event contradicts the stream it would follow (domain: "Mailing").
 *
 * @param state the mailing so far; `undefined` before its first event
 * @param recordedAt when the event was recorded
 * @returns the broken rule, or `undefined` where there is none
 */
export const conflictOf = (
  state: MailingState | undefined,
  event: MailingEvent,
  recordedAt: Instant,
): MailingRejection | undefined => {
  if (event.type === 'MailingSent') {
    const { kind, sender } = event.data;
    if (state !== undefined) return refuse('MailingExists', { sentAt: state.sentAt });
    if ((kind === 'prevention-message') !== (sender.kind === 'municipality'))
      return refuse('SenderOfOtherKind', { kind, senderKind: sender.kind });
    return sender.kind === 'municipality' && !MunicipalityCode.is(sender.code)
      ? refuse('SenderCodeMalformed', { code: sender.code })
      : undefined;
  }
  if (state === undefined) return refuse('MailingUnknown', {});
  if (state.withdrawn) return refuse('MailingIsWithdrawn', {});
  switch (event.type) {
    case 'MailingResponseReceived': {
      const { responseId, receivedAt } = event.data;
      if (state.responses.includes(responseId)) return refuse('MailingResponseExists', { responseId });
      return receivedAt > recordedAt
        ? refuse('OccurredAfterRecorded', { field: 'receivedAt', occurred: receivedAt, recordedAt })
        : undefined;
    }
    case 'MailingAssessed':
      return event.data.toTheCase && !event.data.relevant
        ? refuse('ToTheCaseImpliesRelevant', {})
        : undefined;
    case 'MailingWithdrawn':
      return undefined;
  }
};

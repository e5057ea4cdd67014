import type { Instant } from '../time/instant.js';
import type { MailingKind, Region } from '../vocabulary/codes.js';
import type { MunicipalityCode, Uuid } from '../vocabulary/identifiers.js';
import type { MailingEvent, Sender } from './event.js';

/** A mailing as its stream says it is. `null` is not recorded. */
export type MailingState = {
  readonly region: Region;
  readonly kind: MailingKind;
  readonly sender: Sender;
  readonly municipality: MunicipalityCode | null;
  readonly addressees: number | null;
  readonly sentAt: Instant;
  readonly responses: ReadonlyArray<Uuid>;
  /** whether it gave relevant information; the last assessment stands */
  readonly relevant: boolean;
  /** whether that was for the case in question */
  readonly toTheCase: boolean;
  readonly withdrawn: boolean;
};

/** The mailing after one more event. Total and pure; assumes that `conflictOf` found none. */
export const evolveMailing = (
  state: MailingState | undefined,
  event: MailingEvent,
): MailingState | undefined => {
  if (event.type === 'MailingSent') {
    const { region, kind, sender, municipality, addressees, sentAt } = event.data;
    return {
      region,
      kind,
      sender,
      municipality: municipality ?? null,
      addressees: addressees ?? null,
      sentAt,
      responses: [],
      relevant: false,
      toTheCase: false,
      withdrawn: false,
    };
  }
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'MailingResponseReceived':
      return { ...state, responses: [...state.responses, event.data.responseId] };
    case 'MailingAssessed':
      return { ...state, relevant: event.data.relevant, toTheCase: event.data.toTheCase };
    case 'MailingWithdrawn':
      return { ...state, withdrawn: true };
  }
};

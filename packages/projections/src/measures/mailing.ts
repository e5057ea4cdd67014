import {
  type MailingEvent,
  type MailingState,
  MunicipalityCode,
  periodOf,
  type Sender,
} from '@burgernet/domain';
import { type Changed, difference } from '../ledger/difference.js';
import type { Cause, Contribution, Measure } from '../ledger/posting.js';

const nothing: ReadonlyArray<Contribution> = [];

/** The detail of a mailing: the kind of its sender and the sender's code. */
export const senderDetail = ({ kind, code }: Sender): string => `${kind}|${code}`;

const municipalityOf = ({ municipality, sender }: MailingState): MunicipalityCode | null =>
  municipality ?? (sender.kind === 'municipality' && MunicipalityCode.is(sender.code) ? sender.code : null);

/**
 * What a mailing contributes to the statistics: one mailing, under the period in which it was sent.
 * A prevention message without a municipality counts under the one that sent it. Responses to it
 * contribute nothing.
 */
export const mailingContributions = (state: MailingState | undefined): ReadonlyArray<Contribution> => {
  if (state === undefined || state.withdrawn) return nothing;
  const { year, month } = periodOf(state.sentAt);
  const { region } = state;
  const municipality = municipalityOf(state);
  const detail = senderDetail(state.sender);
  const one = (measure: Measure): Contribution => ({
    measure,
    region,
    year,
    month,
    municipality,
    type: null,
    detail,
    amount: 1,
  });
  if (state.kind === 'prevention-message') return [one('prevention')];
  return [
    one('inquiries'),
    ...(state.relevant ? [one('inquiries.relevant')] : []),
    ...(state.toTheCase ? [one('inquiries.to-the-case')] : []),
  ];
};

/** The difference that an event makes; all but this of a mailing is settled when it is sent. */
export const mailingChanges = (
  before: MailingState | undefined,
  after: MailingState | undefined,
  changed: Changed,
): void => {
  const isSame =
    before !== undefined &&
    after !== undefined &&
    before.relevant === after.relevant &&
    before.toTheCase === after.toTheCase &&
    before.withdrawn === after.withdrawn;
  if (!isSame) difference(mailingContributions(before), mailingContributions(after), changed);
};

/** Why an event of a mailing changes figures. */
export const mailingCause = (event: MailingEvent): Cause => {
  switch (event.type) {
    case 'MailingSent':
    case 'MailingResponseReceived':
      return 'new';
    case 'MailingAssessed':
      return 'assessed';
    case 'MailingWithdrawn':
      return 'mailing-withdrawn';
  }
};

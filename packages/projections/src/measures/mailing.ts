import {
  type MailingEvent,
  type MailingState,
  MunicipalityCode,
  periodOf,
  type Sender,
} from '@burgernet/domain';
import type { Cause, Contribution, Measure } from '../ledger/posting.js';
import { contributionsOf, type Part } from './part.js';

const nothing: ReadonlyArray<Contribution> = [];

/** The detail of a mailing: the kind of its sender and the sender's code. */
export const senderDetail = ({ kind, code }: Sender): string => `${kind}|${code}`;

const municipalityOf = ({ municipality, sender }: MailingState): MunicipalityCode | null =>
  municipality ?? (sender.kind === 'municipality' && MunicipalityCode.is(sender.code) ? sender.code : null);

/** All else that a mailing contributes by is fixed when it is sent. */
const isSameMailing = (state: MailingState, beside: MailingState): boolean =>
  state.relevant === beside.relevant &&
  state.toTheCase === beside.toTheCase &&
  state.withdrawn === beside.withdrawn;

/**
 * What a mailing contributes to the statistics: one mailing, under the period in which it was sent.
 * A prevention message without a municipality counts under the one that sent it. Responses to it
 * contribute nothing.
 */
const mailing: Part<MailingState> = (state, beside) => {
  if (state.withdrawn || (beside !== undefined && isSameMailing(state, beside))) return nothing;
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

/** What a mailing contributes to the statistics. */
export const mailingParts: ReadonlyArray<Part<MailingState>> = [mailing];

/** All that a mailing contributes to the statistics. */
export const mailingContributions = (state: MailingState | undefined): ReadonlyArray<Contribution> =>
  contributionsOf(mailingParts, state);

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

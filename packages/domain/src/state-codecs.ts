import * as t from 'io-ts';
import { Area } from './action/life-events.js';
import type { ActionState } from './action/state.js';
import { Count, closed, list, nullable, oneOf } from './codec/closed.js';
import { Sender } from './mailing/event.js';
import type { MailingState } from './mailing/state.js';
import type { MunicipalityState } from './municipality/state.js';
import { FiguresPublished } from './publication/event.js';
import type { PublicationState } from './publication/state.js';
import { FoundAt } from './time/found-at.js';
import { Instant } from './time/instant.js';
import type { VaultState } from './vault/state.js';
import {
  ActionStatus,
  ActionType,
  Attribution,
  Channel,
  Entry,
  Line,
  MailingKind,
  Region,
  Relevance,
} from './vocabulary/codes.js';
import { Label, MunicipalityCode, Reference, Slug, Uuid } from './vocabulary/identifiers.js';

/** No list in a state has a bound of its own: it is as long as its stream made it. */
const unbounded = <C extends t.Mixed>(codec: C) => list(codec, Number.POSITIVE_INFINITY);

const measured = unbounded(
  closed('measured', { of: t.union([Channel, Slug], 'channel or platform'), method: Slug, count: Count }),
);

/** Codec of an action as it is kept between runs. */
export const SavedAction: t.Type<ActionState, ActionState, unknown> = closed('action', {
  facts: closed('facts', {
    region: Region,
    status: ActionStatus,
    type: nullable(ActionType),
    municipality: nullable(MunicipalityCode),
    touched: unbounded(MunicipalityCode),
    area: nullable(Area),
    channels: unbounded(Channel),
    startedAt: Instant,
    messageReference: nullable(Reference),
    supportsNlAlert: t.boolean,
    followsUp: nullable(Uuid),
  }),
  runsUntil: Instant,
  endedAt: nullable(Instant),
  withdrawn: t.boolean,
  responses: unbounded(
    closed('response', {
      responseId: Uuid,
      line: Line,
      entry: Entry,
      receivedAt: Instant,
      relevance: nullable(Relevance),
      withdrawn: t.boolean,
    }),
  ),
  markings: unbounded(
    closed('marking', {
      successId: Uuid,
      recordedAt: Instant,
      runTime: closed('run time', { start: Instant, end: Instant }),
      timely: t.boolean,
      tickedLine: Line,
      line: Line,
      attribution: Attribution,
      foundAt: nullable(FoundAt),
      responseId: nullable(Uuid),
      evidenceReference: nullable(Reference),
      withdrawn: t.boolean,
    }),
  ),
  ruledOut: t.boolean,
  thanked: unbounded(MunicipalityCode),
  reach: measured,
  shares: measured,
});

/** Codec of a mailing as it is kept between runs. */
export const SavedMailing: t.Type<MailingState, MailingState, unknown> = closed('mailing', {
  region: Region,
  kind: MailingKind,
  sender: Sender,
  municipality: nullable(MunicipalityCode),
  addressees: nullable(Count),
  sentAt: Instant,
  responses: unbounded(Uuid),
  relevant: t.boolean,
  toTheCase: t.boolean,
  withdrawn: t.boolean,
});

/** Codec of a municipality's year as it is kept between runs. */
export const SavedMunicipality: t.Type<MunicipalityState, MunicipalityState, unknown> = closed(
  'municipality',
  {
    region: Region,
    municipality: MunicipalityCode,
    year: Count,
    counts: unbounded(
      closed('count', {
        thing: oneOf(
          'thing counted',
          'participants.sms-voice',
          'participants.mail',
          'inhabitants',
          'safety-officers',
          'app-downloads',
        ),
        at: t.string,
        count: Count,
        source: Label,
      }),
    ),
  },
);

/** Codec of a publication as it is kept between runs. */
export const SavedPublication: t.Type<PublicationState, PublicationState, unknown> = closed('publication', {
  region: Region,
  title: Label,
  tables: unbounded(FiguresPublished),
});

/** Codec of what was forgotten, as it is kept between runs. */
export const SavedVault: t.Type<VaultState, VaultState, unknown> = closed('vault', { forgottenAt: Instant });

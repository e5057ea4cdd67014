import { Channel, successClasses } from '@burgernet/domain';
import type { Measure } from '../ledger/posting.js';
import type { Definition, Rounding, Selection } from './definition.js';

const oneDecimal: Rounding = { mode: 'half-up', decimals: 1 };
const ofActions: Selection = { measure: 'actions' };
const ofInquiries: Selection = { measure: 'inquiries' };
const ofInhabitants: Selection = { measure: 'inhabitants' };

const perAction = { version: 1, about: 'action', dimensions: ['month', 'municipality', 'type'] } as const;
const perMailing = { version: 1, about: 'mailing', dimensions: ['month', 'municipality'] } as const;
const perMunicipality = { version: 1, about: 'municipality', dimensions: ['month', 'municipality'] } as const;

const shareOfActions = (name: string, measure: Measure): Definition => ({
  ...perAction,
  name,
  kind: 'summed',
  counts: { measure },
  of: ofActions,
  rounding: oneDecimal,
});
const responses = (name: string, where: Omit<Selection, 'measure'>): Definition => ({
  ...perAction,
  name,
  kind: 'summed',
  counts: { measure: 'responses', ...where },
});

/**
 * Every figure by name (figures: the table), in the order in which people read them. A new version of
 * one is a new entry with the same name behind the old one; both stay computable.
 */
export const definitions: ReadonlyArray<Definition> = [
  { ...perAction, name: 'actions', kind: 'summed', counts: { measure: 'actions' } },
  shareOfActions('actions.with-response', 'actions.with-response'),
  responses('responses.0800-0011', { lines: ['0800-0011'] }),
  responses('responses.app', { entries: ['app'] }),
  responses('responses.112', { lines: ['112'] }),
  responses('responses.0900-8844', { lines: ['0900-8844'] }),
  responses('responses.other', { lines: ['mail', 'other', 'unknown'] }),
  shareOfActions('success.portal', 'success.portal'),
  shareOfActions('success.full', 'success.full'),
  shareOfActions('success.late', 'success.late'),
  ...successClasses.map((name) => shareOfActions(`success.class.${name}`, `success.${name}`)),
  shareOfActions('success.indirect', 'success.indirect'),
  shareOfActions('find.without-burgernet', 'find.without-burgernet'),
  shareOfActions('actions.awaiting-verdict', 'actions.awaiting-verdict'),
  { ...perAction, name: 'thanks.due', kind: 'summed', counts: { measure: 'thanks.due' } },
  ...Channel.values.map(
    (channel): Definition => ({
      ...perAction,
      name: `reach.${channel}`,
      kind: 'counted',
      counts: { measure: 'reach', channel },
      apartByMethod: true,
    }),
  ),
  { ...perAction, name: 'shares', kind: 'counted', counts: { measure: 'shares' }, apartByMethod: false },
  { ...perMailing, name: 'inquiries', kind: 'summed', counts: { measure: 'inquiries' } },
  {
    ...perMailing,
    name: 'inquiries.relevant',
    kind: 'summed',
    counts: { measure: 'inquiries.relevant' },
    of: ofInquiries,
    rounding: oneDecimal,
  },
  {
    ...perMailing,
    name: 'inquiries.to-the-case',
    kind: 'summed',
    counts: { measure: 'inquiries.to-the-case' },
    of: ofInquiries,
    rounding: oneDecimal,
  },
  {
    ...perMailing,
    name: 'inquiries.teams',
    kind: 'groups',
    counts: { measure: 'inquiries' },
    group: 'sender',
  },
  { ...perMailing, name: 'prevention', kind: 'summed', counts: { measure: 'prevention' } },
  {
    ...perMailing,
    name: 'prevention.municipalities',
    kind: 'groups',
    counts: { measure: 'prevention' },
    group: 'sender',
  },
  {
    ...perMunicipality,
    name: 'safety-officers.municipalities',
    kind: 'groups',
    counts: { measure: 'safety-officers' },
    group: 'municipality',
  },
  {
    ...perMunicipality,
    name: 'participants.sms-voice',
    kind: 'stock',
    counts: { measure: 'participants.sms-voice' },
    of: ofInhabitants,
    rounding: oneDecimal,
  },
  {
    ...perMunicipality,
    name: 'participants.mail',
    kind: 'stock',
    counts: { measure: 'participants.mail' },
    of: ofInhabitants,
    rounding: oneDecimal,
  },
  {
    ...perMunicipality,
    name: 'app.downloads',
    kind: 'counted',
    counts: { measure: 'app.downloads' },
    apartByMethod: false,
  },
];

/**
 * The definition of that name: its latest version, which stands last, or the one asked for; `undefined` where
 * there is none.
 */
export const definitionOf = (name: string, version?: number): Definition | undefined =>
  definitions.findLast((one) => one.name === name && (version === undefined || one.version === version));

/** The latest version of every definition, in the order in which people read them. */
export const currentDefinitions: ReadonlyArray<Definition> = definitions.filter(
  (one) => definitionOf(one.name) === one,
);

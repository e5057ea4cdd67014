import { both } from '@burgernet/domain';
import { always, newIdOf, onlySuccess } from './defaults.js';
import { asExactAsWritten, field, kept, needed, reason } from './field.js';
import type { Form } from './form.js';

const onAction = { kind: 'action', target: 'named', args: [], options: [], defaults: [] } as const;

const success = field(
  '[success]',
  'successId',
  'the success (default: the only one that stands)',
  'het succes (standaard: het enige dat staat)',
  { names: 'success' },
);
const chosen = { args: [success], defaults: [['successId', onlySuccess]] } as const;

const marking = [
  field(
    '--found-at <moment>',
    'foundAt',
    'when, as exact as it is known: 2021-05-15T07:40, 2021-05-15T07 (that hour) or 2021-05-15 (that day)',
    'wanneer, zo precies als bekend: 2021-05-15T07:40, 2021-05-15T07 (dat uur) of 2021-05-15 (die dag)',
    asExactAsWritten,
  ),
  field(
    '--attribution <attribution>',
    'attribution',
    'how the find came about',
    'hoe de vondst tot stand kwam',
  ),
  field(
    '--response <response>',
    'responseId',
    'the response that it came from',
    'de reactie waaruit het succes voortkwam',
    { names: 'response' },
  ),
  field(
    '--evidence <text>',
    'evidenceReference',
    'what shows it, kept in the vault',
    'waar het uit blijkt, bewaard in de kluis',
    kept('evidence'),
  ),
  field(
    '--evidence-reference <reference>',
    'evidenceReference',
    'where it stands in another archive instead',
    'waar het in een ander archief staat, in plaats daarvan',
  ),
] as const;

/** The commands on the successes of an action, and on the verdict that there was none. */
export const successForms: ReadonlyArray<Form> = [
  {
    ...onAction,
    line: 'success mark',
    says: both('mark a success, also long after the action', 'markeer een succes, ook lang na de actie'),
    type: 'MarkSuccess',
    options: [
      needed('--line <line>', 'line', 'over which line the tip came', 'over welke lijn de tip kwam'),
      ...marking,
    ],
    defaults: [
      ['successId', newIdOf('success')],
      ['attribution', always('direct')],
    ],
  },
  {
    ...onAction,
    ...chosen,
    line: 'success correct',
    says: both('correct a marking', 'corrigeer een markering'),
    type: 'CorrectSuccess',
    options: [
      field('--line <line>', 'line', 'over which line the tip came', 'over welke lijn de tip kwam'),
      ...marking,
      ...reason(),
    ],
  },
  {
    ...onAction,
    ...chosen,
    line: 'success withdraw',
    says: both('withdraw a marking', 'trek een markering in'),
    type: 'WithdrawSuccess',
    options: reason(),
  },
  {
    ...onAction,
    line: 'success rule-out',
    says: both(
      'say that an ended action led to no find',
      'zeg dat een afgelopen actie tot geen vondst leidde',
    ),
    type: 'RuleOutSuccess',
    options: reason(),
  },
  {
    ...onAction,
    line: 'success withdraw-verdict',
    says: both('take back that there was no find', 'trek het oordeel in dat er geen vondst was'),
    type: 'WithdrawVerdict',
    options: reason(),
  },
];

import { both } from '@burgernet/domain';
import { always, endAfterMinutes, entryOfLine, newIdOf, now, onlyRegion } from './defaults.js';
import { field, kept, list, needed, reason, whole } from './field.js';
import type { Form } from './form.js';

const onAction = {
  kind: 'action',
  target: 'named',
  args: [],
  options: [],
  defaults: [],
} as const;

const place = [
  field(
    '--touched <codes>',
    'touched',
    'other municipalities that it touches',
    'andere gemeenten die zij raakt',
    list,
  ),
  field('--postcodes <codes>', 'area.postcodes', 'the area, by postcodes', 'het gebied, in postcodes', list),
  field(
    '--area <codes>',
    'area.municipalities',
    'the area, by municipalities',
    'het gebied, in gemeenten',
    list,
  ),
  field('--channels <channels>', 'channels', 'over which it goes out', 'waarover zij uitgaat', list),
  field(
    '--message <text>',
    'messageReference',
    'the text that goes out, kept in the vault',
    'de tekst die uitgaat, bewaard in de kluis',
    kept('message'),
  ),
] as const;

const response = needed('<response>', 'responseId', 'the response', 'de reactie', { names: 'response' });
const method = needed('--method <code>', 'method', 'how it was counted', 'hoe het is geteld');
const count = needed('--count <n>', 'count', 'how many', 'hoeveel', whole);

const start: Form = {
  ...onAction,
  line: 'action start',
  says: both('start an action', 'start een actie'),
  type: 'StartAction',
  target: 'new',
  options: [
    field('--region <region>', 'region', 'the police region', 'de politieregio'),
    field('--status <status>', 'status', 'what it is for', 'waarvoor de actie is'),
    field('--type <type>', 'type', 'of what', 'van wat'),
    field('--municipality <code>', 'municipality', 'where', 'waar'),
    ...place,
    field(
      '--started-at <moment>',
      'startedAt',
      'when it started (default: now)',
      'wanneer zij begon (standaard: nu)',
    ),
    field('--until <moment>', 'runsUntil', 'until when it runs', 'tot wanneer zij loopt'),
    field(
      '--minutes <n>',
      'runsUntil',
      'for how long it runs instead',
      'hoe lang zij loopt, in plaats daarvan',
      {
        isAside: true,
      },
    ),
    field('--nl-alert', 'supportsNlAlert', 'it supports an NL-Alert', 'zij ondersteunt een NL-Alert'),
    field('--follows-up <action>', 'followsUp', 'the action before it', 'de actie waarop zij volgt', {
      names: 'action',
    }),
  ],
  defaults: [
    ['region', onlyRegion],
    ['status', always('actual')],
    ['touched', always([])],
    ['channels', always([])],
    ['startedAt', now],
    ['runsUntil', endAfterMinutes],
    ['supportsNlAlert', always(false)],
  ],
};

/** The commands on what happens in an action, but for its successes and thanks. */
export const actionForms: ReadonlyArray<Form> = [
  start,
  {
    ...onAction,
    line: 'action change',
    says: both(
      'change what an action is, after its end only type and municipality',
      'wijzig wat een actie is, na het einde alleen soort en gemeente',
    ),
    type: 'ChangeAction',
    options: [
      field('--type <type>', 'type', 'of what', 'van wat'),
      field('--municipality <code>', 'municipality', 'where', 'waar'),
      ...place,
      ...reason(),
    ],
  },
  {
    ...onAction,
    line: 'action extend',
    says: both('extend the run time', 'verleng de looptijd'),
    type: 'ExtendRunTime',
    options: [
      needed('--until <moment>', 'runsUntil', 'until when it runs', 'tot wanneer zij loopt'),
      ...reason(),
    ],
  },
  {
    ...onAction,
    line: 'action end',
    says: both('end an action', 'beëindig een actie'),
    type: 'EndAction',
    options: [
      field(
        '--at <moment>',
        'endedAt',
        'when it ended (default: now)',
        'wanneer zij eindigde (standaard: nu)',
      ),
      ...reason(false),
    ],
  },
  {
    ...onAction,
    line: 'action withdraw',
    says: both(
      'withdraw an action, so that it counts no more',
      'trek een actie in, zodat zij niet meer telt',
    ),
    type: 'WithdrawAction',
    options: reason(),
  },
  {
    ...onAction,
    line: 'action respond',
    says: both('record a response', 'leg een reactie vast'),
    type: 'ReceiveResponse',
    options: [
      needed('--line <line>', 'line', 'over which line it came', 'over welke lijn zij kwam'),
      field(
        '--entry <entry>',
        'entry',
        'by what way in (default: as far as the line says)',
        'via welke ingang (standaard: voor zover de lijn het zegt)',
      ),
      field('--at <moment>', 'receivedAt', 'when it came (default: now)', 'wanneer zij kwam (standaard: nu)'),
      field(
        '--content <text>',
        'contentReference',
        'what it says, kept in the vault',
        'wat zij zegt, bewaard in de kluis',
        kept('response'),
      ),
    ],
    defaults: [
      ['responseId', newIdOf('response')],
      ['entry', entryOfLine],
      ['receivedAt', now],
    ],
  },
  {
    ...onAction,
    line: 'action withdraw-response',
    says: both('withdraw a response', 'trek een reactie in'),
    type: 'WithdrawResponse',
    args: [response],
    options: reason(),
  },
  {
    ...onAction,
    line: 'action assess',
    says: both('say what a response was worth', 'zeg wat een reactie waard was'),
    type: 'AssessResponse',
    args: [response],
    options: [needed('--relevance <relevance>', 'relevance', 'what it was worth', 'wat zij waard was')],
  },
  {
    ...onAction,
    line: 'action reach',
    says: both('record how many were reached', 'leg vast hoeveel er zijn bereikt'),
    type: 'MeasureReach',
    options: [
      needed('--channel <channel>', 'channel', 'over which channel', 'over welk kanaal'),
      count,
      method,
    ],
  },
  {
    ...onAction,
    line: 'action shares',
    says: both('record how often it was shared', 'leg vast hoe vaak zij is gedeeld'),
    type: 'CountShares',
    options: [
      needed('--platform <code>', 'platform', 'where it was shared', 'waar zij is gedeeld'),
      count,
      method,
    ],
  },
  {
    ...onAction,
    line: 'action close-message',
    says: both('record that a closing message was sent', 'leg vast dat een afloopbericht is verstuurd'),
    type: 'SendClosingMessage',
    options: [
      needed('--outcome <outcome>', 'outcome', 'how the action ended', 'hoe de actie afliep'),
      field('--channels <channels>', 'channels', 'over which it goes out', 'waarover het uitgaat', list),
    ],
    defaults: [['channels', always([])]],
  },
];

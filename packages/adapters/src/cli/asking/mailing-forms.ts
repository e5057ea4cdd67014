import { both } from '@burgernet/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { usage } from '../failure.js';
import { always, newIdOf, now, onlyRegion, ownMunicipality } from './defaults.js';
import { field, kept, needed, reason, whole, yesOrNo } from './field.js';
import type { About, Default, Form } from './form.js';

/** A prevention message is sent by the municipality that acts. */
const isPrevention = ({ said }: About): boolean => said.get('kind') === 'prevention-message';

const senderCode: Default = (about) =>
  isPrevention(about)
    ? ownMunicipality(about)
    : TE.left(
        usage(
          'SenderMissing',
          'Say with --sender CODE which police team sends it.',
          'Zeg met --sender CODE welk politieteam haar verstuurt.',
        ),
      );
const senderKind: Default = (about) =>
  isPrevention(about)
    ? TE.right('municipality')
    : TE.left(
        usage(
          'SenderKindMissing',
          'Say with --sender-kind BT or --sender-kind DR what kind of police team sends it.',
          'Zeg met --sender-kind BT of --sender-kind DR wat voor politieteam haar verstuurt.',
        ),
      );

/** The commands on mailings. */
export const mailingForms: ReadonlyArray<Form> = [
  {
    line: 'mailing send',
    says: both('record a mailing', 'leg een mailing vast'),
    kind: 'mailing',
    type: 'SendMailing',
    target: 'new',
    args: [],
    options: [
      needed('--kind <kind>', 'kind', 'what is sent', 'wat wordt verstuurd'),
      field('--region <region>', 'region', 'the police region', 'de politieregio'),
      field(
        '--sender <code>',
        'sender.code',
        'the police team, or the municipality',
        'het politieteam, of de gemeente',
      ),
      field('--sender-kind <kind>', 'sender.kind', 'what the sender is', 'wat de afzender is'),
      field('--municipality <code>', 'municipality', 'where', 'waar'),
      field('--addressees <n>', 'addressees', 'how many are addressed', 'hoeveel geadresseerden', whole),
      field('--at <moment>', 'sentAt', 'when (default: now)', 'wanneer (standaard: nu)'),
      field(
        '--message <text>',
        'messageReference',
        'the text that goes out, kept in the vault',
        'de tekst die uitgaat, bewaard in de kluis',
        kept('message'),
      ),
    ],
    defaults: [
      ['region', onlyRegion],
      ['sender.code', senderCode],
      ['sender.kind', senderKind],
      ['sentAt', now],
    ],
  },
  {
    line: 'mailing respond',
    says: both('record a response to a mailing', 'leg een reactie op een mailing vast'),
    kind: 'mailing',
    type: 'ReceiveMailingResponse',
    target: 'named',
    args: [],
    options: [
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
      ['receivedAt', now],
    ],
  },
  {
    line: 'mailing assess',
    says: both('say what a mailing gave', 'zeg wat een mailing opleverde'),
    kind: 'mailing',
    type: 'AssessMailing',
    target: 'named',
    args: [],
    options: [
      needed(
        '--relevant <yes>',
        'relevant',
        'whether it gave relevant information, yes or no',
        'of zij relevante informatie opleverde, ja of nee',
        yesOrNo,
      ),
      field(
        '--to-the-case <yes>',
        'toTheCase',
        'whether that was for the case in question (default: no)',
        'of dat voor de zaak zelf was (standaard: nee)',
        yesOrNo,
      ),
    ],
    defaults: [['toTheCase', always(false)]],
  },
  {
    line: 'mailing withdraw',
    says: both('withdraw a mailing, as if never sent', 'trek een mailing in, alsof zij nooit verstuurd is'),
    kind: 'mailing',
    type: 'WithdrawMailing',
    target: 'named',
    args: [],
    options: reason(),
    defaults: [],
  },
];

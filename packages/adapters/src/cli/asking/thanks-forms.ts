import { both } from '@burgernet/domain';
import { now, ownMunicipality } from './defaults.js';
import { field, kept, needed, reason } from './field.js';
import type { Form } from './form.js';

const municipality = field(
  '--municipality <code>',
  'municipality',
  'whose participants (default: of the municipality that acts)',
  'van welke gemeente de deelnemers zijn (standaard: de gemeente die handelt)',
);
const ofItself = ['municipality', ownMunicipality] as const;

/** A municipality thanks its participants, or takes that back. */
export const thank: Form = {
  line: 'thank',
  says: both(
    'thank the participants of an action that was a success, or take that back',
    'bedank de deelnemers van een actie die een succes was, of trek dat bedankje in',
  ),
  kind: 'action',
  type: 'ThankParticipants',
  target: 'named',
  args: [],
  options: [
    municipality,
    needed('--how <code>', 'how.code', 'in what way', 'op welke manier'),
    field(
      '--note <text>',
      'how.note',
      'more about it, kept in the vault',
      'meer daarover, bewaard in de kluis',
      kept('message'),
    ),
    field('--at <moment>', 'at', 'when (default: now)', 'wanneer (standaard: nu)'),
  ],
  defaults: [ofItself, ['at', now]],
};

/** The same line with `--withdraw`. */
export const withdrawThanks: Form = {
  line: 'thank',
  says: both(
    'thank the participants of an action that was a success, or take that back',
    'bedank de deelnemers van een actie die een succes was, of trek dat bedankje in',
  ),
  kind: 'action',
  type: 'WithdrawThanks',
  target: 'named',
  args: [],
  options: [municipality, ...reason()],
  defaults: [ofItself],
};

import { type Act, both } from '@burgernet/domain';
import { always, onlyRegion } from './defaults.js';
import { field, needed, whole } from './field.js';
import type { Default, Form } from './form.js';

const streamOfYear =
  (at: string) =>
  (data: Readonly<Record<string, unknown>>): string =>
    `${data['municipality']}-${String(data[at]).slice(0, 4)}`;

const counting = (
  type: Act,
  at: 'referenceDate' | 'month',
  ...defaults: ReadonlyArray<readonly [string, Default]>
): Form => ({
  line: 'municipality count',
  says: both('record a count taken elsewhere', 'leg een telling vast die elders is gedaan'),
  kind: 'municipality',
  type,
  target: streamOfYear(at),
  args: [
    needed('<municipality>', 'municipality', 'the municipality, by its code', 'de gemeente, met haar code'),
    needed('<thing>', 'thing', 'what was counted', 'wat is geteld', { isAside: true }),
    needed('<count>', 'count', 'how many', 'hoeveel', whole),
  ],
  options: [
    needed(
      '--at <date>',
      at,
      'the reference date; of downloads the month, such as 2021-12',
      'de peildatum; van downloads de maand, zoals 2021-12',
    ),
    needed('--source <text>', 'source', 'who counted', 'wie heeft geteld'),
    field('--region <region>', 'region', 'the police region', 'de politieregio'),
  ],
  defaults: [['region', onlyRegion], ...defaults],
});

/** What can be counted of a municipality, by the word for it on the command line. */
export const countForms: ReadonlyMap<string, Form> = new Map([
  [
    'participants-sms-voice',
    counting('CountParticipants', 'referenceDate', ['channel', always('sms-voice')]),
  ],
  ['participants-mail', counting('CountParticipants', 'referenceDate', ['channel', always('mail')])],
  ['inhabitants', counting('CountInhabitants', 'referenceDate')],
  ['safety-officers', counting('CountSafetyOfficers', 'referenceDate')],
  ['app-downloads', counting('CountAppDownloads', 'month')],
]);

import type { Region } from '@burgernet/domain';
import { type Level, participation, type ReadModels, type Share } from '@burgernet/projections';
import { type Names, placeCells } from '../names.js';
import { column, nullable, type Row, tableOf } from '../table.js';

const notStated = 'null: not stated in the year';

const { table, row } = tableOf(
  'participation',
  'Who takes part in a municipality, as counted at the latest reference date of a year',
  ['year', 'region', 'municipality_code'],
  {
    year: column('integer', 'Year of the reference dates'),
    region: column('text', 'Police region'),
    region_name: column('text', 'Its name'),
    municipality_code: column('text', 'CBS code of the municipality'),
    municipality_name: column('text', 'Its name'),
    sms_voice: nullable('integer', `Participants by SMS and voice; ${notStated}`),
    sms_voice_reference_date: nullable('date', 'Reference date of that count; null as the count'),
    sms_voice_percentage: nullable(
      'decimal',
      'What part of the inhabitants that is, in per cent, to one decimal; null: either is not stated',
    ),
    sms_voice_inhabitants: nullable(
      'integer',
      'The inhabitants that it is divided by: the latest that were stated up to then, of whatever year; null: not stated',
    ),
    sms_voice_inhabitants_reference_date: nullable('date', 'Reference date of those; null: not stated'),
    mail: nullable('integer', `Participants by e-mail; ${notStated}`),
    mail_reference_date: nullable('date', 'Reference date of that count; null as the count'),
    mail_percentage: nullable(
      'decimal',
      'What part of the inhabitants that is, in per cent, to one decimal; null: either is not stated',
    ),
    mail_inhabitants: nullable(
      'integer',
      'The inhabitants that it is divided by: the latest that were stated up to then, of whatever year; null: not stated',
    ),
    mail_inhabitants_reference_date: nullable('date', 'Reference date of those; null: not stated'),
    inhabitants: nullable('integer', `Inhabitants; ${notStated}`),
    inhabitants_reference_date: nullable('date', 'Reference date of that count; null as the count'),
    safety_officers: nullable('integer', `Trained safety officers; ${notStated}`),
    safety_officers_reference_date: nullable('date', 'Reference date of that count; null as the count'),
    downloads: nullable('integer', `New downloads of the app in the year; ${notStated}`),
  },
);

/** Municipalities by year, one a row. */
export const participationTable = table;

const dateOf = (level: Level | null) => level?.referenceDate ?? null;
const percentageOf = (share: Share | null) => share?.percentage ?? null;

/** Every municipality of a region of which anything was counted in a year. */
export const participationRows = (
  models: ReadModels,
  names: Names,
  year: number,
  region: Region,
): ReadonlyArray<Row> =>
  participation(models, year, 'latest', region).map((one) =>
    row({
      year,
      ...placeCells(one.region, one.municipality, names),
      sms_voice: one.smsVoice?.count ?? null,
      sms_voice_reference_date: dateOf(one.smsVoice),
      sms_voice_percentage: percentageOf(one.smsVoiceShare),
      sms_voice_inhabitants: one.smsVoiceShare?.inhabitants.count ?? null,
      sms_voice_inhabitants_reference_date: dateOf(one.smsVoiceShare?.inhabitants ?? null),
      mail: one.mail?.count ?? null,
      mail_reference_date: dateOf(one.mail),
      mail_percentage: percentageOf(one.mailShare),
      mail_inhabitants: one.mailShare?.inhabitants.count ?? null,
      mail_inhabitants_reference_date: dateOf(one.mailShare?.inhabitants ?? null),
      inhabitants: one.inhabitants?.count ?? null,
      inhabitants_reference_date: dateOf(one.inhabitants),
      safety_officers: one.safetyOfficers?.count ?? null,
      safety_officers_reference_date: dateOf(one.safetyOfficers),
      downloads: one.downloads,
    }),
  );

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tablesOf2021 } from '@burgernet/adapters';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../../../shared/midden-nederland-2021', import.meta.url));
const present = existsSync(source);
if (!present)
  console.log('Not run: the published tables are not beside the repository, so nothing to compare with.');

type Rows = ReadonlyArray<ReadonlyArray<string>>;
const rowsOf = (folder: string, file: string): Rows => parse(readFileSync(join(folder, file), 'utf8'));
const body = (folder: string, file: string): Rows => rowsOf(folder, file).slice(1);

describe.skipIf(!present)('the tables of the project beside those that were published', () => {
  it.each(['actions-responses.csv', 'participants.csv', 'app-downloads.csv', 'municipalities.csv'])(
    'have in %s every row and cell, empty ones too',
    (file) => {
      expect(body(tablesOf2021, file)).toEqual(body(source, file));
      expect(body(source, file).length).toBeGreaterThan(37);
    },
  );

  it('have every type with its actions and percentage', () => {
    expect(body(tablesOf2021, 'action-types.csv').map(([, ...rest]) => rest)).toEqual(
      body(source, 'action-types.csv'),
    );
  });

  it('have every number of the front page under the name of its figure', () => {
    const ours = new Map(
      body(tablesOf2021, 'headline.csv').map(([figure, sender, part, , value]) => [
        [figure, sender, part].filter((one) => one !== '').join(' '),
        value,
      ]),
    );
    const names: Readonly<Record<string, string>> = {
      'time-critical actions': 'actions value',
      'time-critical app_reach': 'reach.app value',
      'time-critical social_shares': 'shares value',
      'time-critical actions_with_response': 'actions.with-response numerator',
      'time-critical calls_0800_0011': 'responses.0800-0011 value',
      'time-critical app_responses': 'responses.app value',
      'time-critical successes_at_least': 'success.full numerator',
      'time-critical success_percentage': 'success.full percentage',
      'time-critical portal_success_percentage': 'success.portal percentage',
      'neighbourhood-inquiry mailings': 'inquiries value',
      'neighbourhood-inquiry relevant_information_percentage': 'inquiries.relevant percentage',
      'neighbourhood-inquiry relevant_to_the_case_percentage': 'inquiries.to-the-case percentage',
      'prevention mailings': 'prevention value',
      'prevention municipalities_with_trained_officer': 'safety-officers.municipalities value',
      'participation sms_voice_participants': 'participants.sms-voice numerator',
      'participation mail_participants': 'participants.mail numerator',
      'participation new_app_downloads': 'app.downloads value',
    };
    const theirs = body(source, 'headline.csv');
    expect(theirs).toHaveLength(Object.keys(names).length);
    for (const [group, figure, value] of theirs)
      expect(ours.get(names[`${group} ${figure}`] ?? '')).toBe(value);
    const notes = theirs.map(([, , , note]) => note ?? '').join('\n');
    expect(notes).toContain(`${ours.get('inquiries.teams BT value')} basic teams (BT)`);
    expect(notes).toContain(`${ours.get('inquiries.teams DR value')} district`);
    expect(notes).toContain(`by ${ours.get('prevention.municipalities value')} different municipalities`);
    expect(ours.size).toBe(theirs.length + 3);
  });
});

import type { PublishedYear, ReconstructedEvent } from '@burgernet/adapters';
import type { FiguresPublished, PublishedRow } from '@burgernet/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled, eventsOf, historyOf, registeredAt } from './history.js';

describe('the publication in the reconstruction of 2021', () => {
  let tables: PublishedYear;
  let history: ReadonlyArray<ReconstructedEvent>;
  let published: ReadonlyArray<FiguresPublished>;
  beforeAll(async () => {
    tables = await bundled();
    history = historyOf(tables);
    published = eventsOf(history, 'FiguresPublished').map(({ data }) => data);
  });
  const rowsOf = (table: string): ReadonlyArray<PublishedRow> =>
    published.find((one) => one.table === table)?.rows ?? [];
  const printed = (table: string, figure: string, part: string, key: object): PublishedRow | undefined =>
    rowsOf(table).find(
      (row) => row.figure === figure && row.part === part && JSON.stringify(row.key) === JSON.stringify(key),
    );

  it('is one stream of five tables, registered at the moment that was given', () => {
    const events = eventsOf(history, 'FiguresPublished');
    expect(new Set(events.map(({ stream }) => stream)).size).toBe(1);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(() => registeredAt));
    expect(published.map(({ table, period }) => `${table} ${period}`)).toEqual([
      'headline 2021',
      'action-types 2021',
      'actions-responses 2021',
      'participants 2021',
      'app-downloads 2021',
    ]);
  });

  it('says each number of the front page as it is meant', () => {
    const headline = rowsOf('headline').map(({ figure, key, part, kind, value }) =>
      [figure, key.senderKind, part, kind, value].filter((one) => one !== undefined).join(' '),
    );
    expect(headline).toEqual([
      'actions value exact 793',
      'actions.with-response numerator exact 605',
      'app.downloads value rounded 25000',
      'inquiries value exact 889',
      'inquiries.relevant percentage exact 17.1',
      'inquiries.teams BT value exact 8',
      'inquiries.teams DR value exact 3',
      'inquiries.to-the-case percentage exact 5.5',
      'participants.mail numerator rounded 180000',
      'participants.sms-voice numerator rounded 190000',
      'prevention value exact 19',
      'prevention.municipalities value exact 10',
      'reach.app value exact 1437611',
      'responses.0800-0011 value exact 389',
      'responses.app value exact 1121',
      'safety-officers.municipalities value exact 25',
      'shares value exact 7226',
      'success.full numerator at-least 100',
      'success.full percentage at-least 12.6',
      'success.portal percentage exact 7.7',
    ]);
  });

  it('says of the six empty cells that they are not stated', () => {
    const empty = rowsOf('actions-responses').filter(({ kind }) => kind === 'not-stated');
    expect(empty.map(({ figure, key }) => `${key.municipality} ${figure}`)).toEqual([
      'GM0317 responses.0800-0011',
      'GM0335 actions.with-response',
      'GM0335 responses.0800-0011',
      'GM0335 responses.app',
      'GM0376 responses.0800-0011',
      'GM1696 responses.app',
    ]);
    expect(empty.every((row) => row.value === undefined)).toBe(true);
    expect(published.flatMap(({ rows }) => rows).filter(({ kind }) => kind === 'not-stated')).toHaveLength(6);
  });

  it('holds every cell of every table as printed', () => {
    for (const row of tables.actionTypes) {
      expect(printed('action-types', 'actions', 'value', { type: row.type })?.value).toBe(row.actions);
      expect(printed('action-types', 'actions', 'percentage', { type: row.type })?.value).toBe(
        row.percentage,
      );
    }
    for (const row of tables.actionsResponses) {
      const cell = (figure: string, part: string): string | null =>
        printed('actions-responses', figure, part, { municipality: row.municipality })?.value ?? null;
      expect(cell('actions', 'value')).toBe(row.actions);
      expect(cell('actions.with-response', 'numerator')).toBe(row.withResponse);
      expect(cell('responses.0800-0011', 'value')).toBe(row.calls);
      expect(cell('responses.app', 'value')).toBe(row.appResponses);
    }
    for (const row of tables.participantRows) {
      const cell = (figure: string, part: string): string | undefined =>
        printed('participants', figure, part, { municipality: row.municipality })?.value;
      expect(cell('participants.sms-voice', 'numerator')).toBe(row.smsVoice);
      expect(cell('participants.sms-voice', 'denominator')).toBe(row.inhabitants);
      expect(cell('participants.sms-voice', 'percentage')).toBe(row.smsVoicePercentage);
      expect(cell('participants.mail', 'numerator')).toBe(row.mail);
      expect(cell('participants.mail', 'denominator')).toBe(row.inhabitants);
      expect(cell('participants.mail', 'percentage')).toBe(row.mailPercentage);
    }
    for (const { municipality, months, total } of tables.appDownloads) {
      for (const { month, count } of months)
        expect(printed('app-downloads', 'app.downloads', 'value', { municipality, month })?.value).toBe(
          count,
        );
      expect(printed('app-downloads', 'app.downloads', 'value', { municipality })?.value).toBe(total);
    }
    expect(published.map(({ rows }) => rows.length)).toEqual([20, 2 * 12, 4 * 38, 6 * 38, 13 * 39]);
  });
});

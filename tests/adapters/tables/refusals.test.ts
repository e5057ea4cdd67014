import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type PublishedYear,
  readMunicipalities,
  readTables,
  reconstruct,
  tablesOf2021,
} from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, bundled, registeredAt } from './history.js';

describe('a folder of tables', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'burgernet-tables-'));
    await cp(tablesOf2021, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const edit = async (file: string, from: string | RegExp, to: string): Promise<void> => {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toMatch(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };
  const refusal = async () => {
    const read = await readTables(folder)();
    const made = E.isRight(read) ? reconstruct(read.right, { year: 2021, registeredAt }) : read;
    if (E.isRight(made)) throw new Error('The tables were not refused.');
    const { tag, facts, text } = made.left;
    expect(text.en).not.toBe(text.nl);
    return { tag, facts, text: text.en };
  };

  it('is read as it comes, with a byte order mark, CRLF and empty last lines too', async () => {
    const text = await readFile(join(folder, 'participants.csv'), 'utf8');
    await writeFile(join(folder, 'participants.csv'), `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`);
    const read = await readTables(folder)();
    const expected = await bundled();
    expect(E.isRight(read) && read.right.participantRows).toEqual(expected.participantRows);
  });

  it('gives the codes and official names of its municipalities alone', async () => {
    const read = await readMunicipalities(folder)();
    const names = E.isRight(read) ? read.right.map(({ code, name }) => `${code} ${name}`) : [];
    expect(names).toHaveLength(39);
    expect(names).toContain('GM0352 Wijk bij Duurstede');
  });

  it('is refused where a file is missing', async () => {
    await rm(join(folder, 'participants.csv'));
    expect(await refusal()).toMatchObject({ tag: 'FileMissing', facts: { file: 'participants.csv' } });
  });

  it('is refused where there is no such folder', async () => {
    for (const name of ['nowhere', 'headline.csv']) {
      const read = await readTables(join(folder, name))();
      expect(read).toMatchObject({ _tag: 'Left', left: { tag: 'FolderMissing' } });
    }
  });

  it('is refused where a file is a folder', async () => {
    await rm(join(folder, 'headline.csv'));
    await cp(tablesOf2021, join(folder, 'headline.csv'), { recursive: true });
    expect(await refusal()).toMatchObject({ tag: 'FileUnreadable', facts: { file: 'headline.csv' } });
  });

  it('is refused where a file is not UTF-8', async () => {
    await writeFile(join(folder, 'headline.csv'), Buffer.from([0x66, 0xe9, 0x0a]));
    expect(await refusal()).toMatchObject({ tag: 'NotUtf8', facts: { file: 'headline.csv' } });
  });

  it('is refused where the publication is no JSON, or describes none', async () => {
    await edit('publication.json', '{', '');
    expect(await refusal()).toMatchObject({ tag: 'NotJson' });
    await writeFile(join(folder, 'publication.json'), '{"region":"atlantis"}');
    expect(await refusal()).toMatchObject({
      tag: 'PublicationMalformed',
      facts: { file: 'publication.json' },
    });
  });

  it.each([
    [
      'NotANumber',
      'actions-responses.csv',
      'BAARN,6,4',
      'BAARN,six,4',
      { line: 4, column: 'actions', given: 'six' },
    ],
    ['NotANumber', 'actions-responses.csv', 'BAARN,6,4', 'BAARN,-6,4', { line: 4, given: '-6' }],
    ['NotANumber', 'app-downloads.csv', 'BAARN,12,', 'BAARN,1.2,', { line: 4, column: '2021-01' }],
    ['OtherWidth', 'participants.csv', '8.6', '8,6', { line: 2, expected: 6, given: 7 }],
    ['NotANumber', 'action-types.csv', '75.6', '75.61', { line: 2, column: 'percentage' }],
    ['NotANumber', 'headline.csv', '1437611', '1.437.611', { line: 3, column: 'value' }],
    ['NotANumber', 'headline.csv', 'exact,793', 'exact,79.3', { line: 2, column: 'value' }],
    ['UnknownMunicipality', 'participants.csv', 'BAARN', 'BARN', { line: 4, given: 'BARN' }],
    ['RowTwice', 'participants.csv', 'UTRECHTSE HEUVELRUG', 'UTRECHT', { line: 31, first: 30 }],
    ['RowTwice', 'municipalities.csv', 'Zeewolde,ZEEWOLDE', 'Zeewolde,ALMERE', { line: 3, first: 2 }],
    ['RowTwice', 'action-types.csv', 'shoplifting', 'robbery', { line: 11, first: 9 }],
    ['RowTwice', 'headline.csv', 'shares,', 'reach.app,', { line: 4, first: 3 }],
    ['NotACode', 'action-types.csv', 'shoplifting', 'shop-lifting', { line: 11, column: 'type' }],
    ['NotACode', 'municipalities.csv', 'GM0034', 'GM34', { line: 2, column: 'code' }],
    ['NotACode', 'headline.csv', 'value,exact,793', 'value,about,793', { line: 2, column: 'kind' }],
    ['UnknownFigure', 'headline.csv', 'actions,,value', 'acts,,value', { line: 2, figure: 'acts' }],
    ['ValueContradictsKind', 'headline.csv', 'value,exact,793', 'value,exact,', { line: 2 }],
    ['ValueContradictsKind', 'headline.csv', 'exact,793', 'not-stated,793', { line: 2 }],
    ['OtherColumns', 'participants.csv', 'inhabitants', 'inwoners', { line: 1 }],
    [
      'OtherWidth',
      'actions-responses.csv',
      'BAARN,6,4,3,2',
      'BAARN,6,4,3',
      { line: 4, expected: 5, given: 4 },
    ],
    ['NotCsv', 'headline.csv', 'actions,', '"actions,', undefined],
  ])('is refused as %s in %s, naming the line', async (tag, file, from, to, facts) => {
    await edit(file, from, to);
    const refused = await refusal();
    expect(refused).toMatchObject({ tag, facts: { file, ...facts } });
    expect(refused.text).toContain(file);
    if (facts !== undefined) expect(refused.text).toContain(`line ${facts.line}`);
  });

  it.each([
    ['MoreRespondedThanActions', 'actions-responses.csv', 'BAARN,6,4,3,2', 'BAARN,6,7,5,2', { line: 4 }],
    ['TooFewResponses', 'actions-responses.csv', 'BAARN,6,4,3,2', 'BAARN,6,6,3,2', { line: 4, responses: 5 }],
    ['ResponsesWithoutAction', 'actions-responses.csv', 'BAARN,6,4,3,2', 'BAARN,6,,3,2', { line: 4 }],
    ['MoreTypedThanActions', 'action-types.csv', ',570,', ',610,', { typed: 794, actions: 793 }],
    ['PartExceedsWhole', 'headline.csv', 'numerator,at-least,100', 'numerator,at-least,60', { ofPart: 61 }],
    [
      'PartExceedsWhole',
      'headline.csv',
      'numerator,at-least,100',
      'numerator,at-least,794',
      { ofWhole: 793 },
    ],
    ['PartExceedsWhole', 'headline.csv', 'exact,25\n', 'exact,40\n', { ofPart: 40, ofWhole: 39 }],
    [
      'PartExceedsWhole',
      'headline.csv',
      'prevention,,value,exact,19',
      'prevention,,value,exact,9',
      { ofPart: 10 },
    ],
    [
      'PartExceedsWhole',
      'headline.csv',
      'BT,value,exact,8',
      'BT,value,exact,888',
      { ofPart: 891, ofWhole: 889 },
    ],
    ['PartExceedsWhole', 'headline.csv', 'exact,5.5', 'exact,17.3', { whole: 'inquiries.relevant' }],
    ['TooFewActionsWithCall', 'headline.csv', 'percentage,exact,7.7', 'percentage,exact,60', undefined],
    ['SendersUnknown', 'headline.csv', /inquiries.teams.*\ninquiries.teams.*\n/, '', undefined],
    ['SendersUnknown', 'headline.csv', /prevention.municipalities.*\n/, '', undefined],
    [
      'NotOneNumber',
      'headline.csv',
      'actions,,value,exact,793',
      'actions,,value,exact,7930',
      { candidates: 8 },
    ],
    ['NotOneNumber', 'headline.csv', 'exact,17.1', 'exact,170.1', { candidates: 0 }],
  ])('makes no history and is refused as %s in %s', async (tag, file, from, to, facts) => {
    await edit(file, from, to);
    expect(await refusal()).toMatchObject({ tag, facts: { file, ...facts } });
  });
});

describe('a reconstruction', () => {
  let tables: PublishedYear;
  beforeEach(async () => {
    tables = await bundled();
  });

  it('is refused for another year than that of the tables', () => {
    expect(reconstruct(tables, { year: 2020, registeredAt })).toMatchObject({
      left: { tag: 'OtherYear', facts: { published: 2021, asked: 2020 } },
    });
  });

  it('is refused where it is registered within the year, up to its last millisecond in Amsterdam', () => {
    expect(reconstruct(tables, { year: 2021, registeredAt: at('2021-12-31T22:59:59.999Z') })).toMatchObject({
      left: { tag: 'RegisteredTooEarly', facts: { from: '2021-12-31T23:00:00.000Z' } },
    });
    expect(E.isRight(reconstruct(tables, { year: 2021, registeredAt: at('2021-12-31T23:00:00.000Z') }))).toBe(
      true,
    );
  });
});

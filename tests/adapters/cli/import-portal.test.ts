import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';

const dutch = `\uFEFFActienummer;Begintijd;Eindtijd;Soort;Gemeente;Succesvinkje;Telefoontjes 0800-0011;App-reacties;Opmerking
101;14-05-2021 20:03;14-5-2021 21:03:00;Vermist persoon;Almere;ja;2,0;1;iets
102;2021-05-14T20:10;2021-05-14T20:40;;GM0344;15-05-2021 9:12;;3;
103;2021-06-01T10:00;2021-06-01T11:00;missing-person;;nee;1.000,0;0;
`;

const inFolder = async (files: Readonly<Record<string, string>>) => {
  const cwd = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  return (...args: ReadonlyArray<string>) => burgernet({ cwd }, '--lang', 'en', ...args);
};
const portal = ['import', '--portal', '--region', 'midden-nederland'];

describe('burgernet import --portal', () => {
  it('takes a table as a Dutch spreadsheet saves it, and the same file twice changes nothing', async () => {
    const ask = await inFolder({ 'portaal.csv': dutch });
    const first = JSON.parse((await ask(...portal, 'portaal.csv', '--json')).stdout);
    expect(first).toEqual({ rows: 3, taken: 3, events: 1_014, repeated: 0, refused: [] });
    const full = JSON.parse((await ask('figure', 'success.full', '--year', '2021', '--json')).stdout);
    expect(full).toMatchObject({ numerator: 2, denominator: 3 });
    expect(full.assumed).toBeUndefined();
    const ticked = JSON.parse((await ask('figure', 'success.portal', '--year', '2021', '--json')).stdout);
    expect(ticked.numerator).toBe(1);
    const explained = await ask('explain', 'success.full', '--year', '2021');
    const told = explained.stdout.replaceAll(/\s+/g, ' ');
    expect(told).toMatch(/ 14 May 2021 21:02 by the system: [^()]*\(from the portal, moment assumed\)/);
    expect(told).toMatch(/ 15 May 2021 09:12 by the system: [^()]*\(from the portal\)/);
    const again = await ask(...portal, 'portaal.csv');
    expect(again).toMatchObject({ status: 0 });
    expect(again.stdout).toContain('taken: 0 (events: 0); there already: 3; refused: 0.');
  });

  it('lists what is wrong by row and column, and takes the other rows', async () => {
    const ask = await inFolder({
      'p.csv': `action,start,end,type,tick,calls
1,2021-05-14T20:03,2021-05-14T21:03,missing-person,yes,1
2,2021-03-28T02:30,2021-03-28T04:00,,no,0
3,2021-05-14T21:03,2021-05-14T20:03,,no,0
4,2021-05-14T20:03,2021-05-14T21:03,mising-person,no,0
5,2021-05-14T20:03,2021-05-14T21:03,,maybe,0
6,2021-05-14T20:03,2021-05-14T21:03,,no,1.5
7,2021-05-14T20:03,2021-05-14T21:03,,no,1,200
8,2021-05-14T20:03,2021-05-14T21:03,,2021-05-14T20:02:59
9,31-02-2021 20:03,2021-05-14T21:03
`,
    });
    const { status, stdout } = await ask(...portal, 'p.csv');
    expect(status).toBe(2);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/^p\.csv:3: column start: .*2021-03-28T02:30/);
    expect(lines[1]).toContain('p.csv:4: the action ends');
    expect(lines[2]).toContain('p.csv:5: "mising-person" in column type is not a type of action');
    expect(lines[2]).toMatch(/; missing-person may be meant\.$/);
    expect(lines[3]).toContain('p.csv:6: "maybe" in column tick is not a tick');
    expect(lines[4]).toContain('p.csv:7: "1.5" in column calls is not a whole number');
    expect(lines[5]).toBe(
      'p.csv:8: the row has 7 cells and the header 6; put a cell that holds the mark between cells in quotation marks.',
    );
    expect(lines[6]).toBe(
      'p.csv:9: the tick (2021-05-14 20:02) comes before the start of the action (2021-05-14 20:03); mend the row.',
    );
    expect(lines[7]).toMatch(/^p\.csv:10: column start: .*2021-02-31T20:03/);
    expect(lines[8]).toContain('Rows read: 9; taken: 1');
  });

  it('is told what columns are called, and refuses what it cannot tell apart', async () => {
    const ask = await inFolder({
      'own.csv': 'nummer,van,tot\n1,2021-05-14T20:03,2021-05-14T21:03\n',
      'twice.csv': 'id,actie,start,end\n1,2,2021-05-14T20:03,2021-05-14T21:03\n',
    });
    expect((await ask(...portal, 'own.csv')).stderr).toContain('no column for "action"');
    const named = ['--columns', 'action=Nummer,start=van,end=tot'];
    expect((await ask(...portal, ...named, 'own.csv')).status).toBe(0);
    expect((await ask(...portal, 'twice.csv')).stderr).toContain('two columns for "action"');
    expect((await ask(...portal, '--columns', 'actie=x', 'own.csv')).status).toBe(2);
    expect((await ask('import', '--portal', 'own.csv')).status).toBe(2);
    expect((await ask(...portal, 'absent.csv')).status).toBe(1);
    expect((await ask('import', '--region', 'limburg', 'own.csv')).status).toBe(2);
  });

  it('names the municipality that may be meant, and reads standard input', async () => {
    const cwd = await temporaryFolder();
    const input = 'action;start;end;gemeente\n1;2021-05-14T20:03;2021-05-14T21:03;Almer\n';
    const { status, stdout } = await burgernet({ cwd, input }, '--lang', 'nl', ...portal, '-');
    expect(status).toBe(2);
    expect(stdout).toContain('-:2: "Almer" in kolom municipality is geen gemeente');
    expect(stdout).toContain('; misschien is Almere (GM0034) bedoeld.');
  });

  it('says in the language asked what is wrong with the quotation marks of a file', async () => {
    const ask = await inFolder({
      'open.csv': 'action,start,end\n1,"2021-05-14T20:03,2021-05-14T21:03\n',
      'middle.csv': 'action,start,end\n1,20"21-05-14T20:03,2021-05-14T21:03\n',
    });
    expect(await ask(...portal, 'open.csv')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^open\.csv:[23]: this is no CSV \(a quotation mark is opened and never closed\); .*\.\n$/,
      ),
    });
    expect((await ask(...portal, 'middle.csv', '--lang', 'nl')).stderr).toBe(
      'middle.csv:2: dit is geen CSV (er staat een aanhalingsteken midden in een cel); sla de tabel opnieuw op als CSV.\n',
    );
  });

  it('takes nothing that has not happened yet, and none of the rows that contradict each other', async () => {
    const ask = await inFolder({
      'p.csv': `action,start,end,tick
1,2021-05-14T20:03,2021-05-14T21:03,no
2,2021-05-14T20:03,2021-05-14T21:03,no
1,2021-05-14T20:03,2021-05-14T21:03,no
1,2021-05-14T20:03,2021-05-14T22:03,no
3,2021-05-14T20:03,2999-05-14T21:03,no
4,2021-05-14T20:03,2021-05-14T21:03,2999-05-14T21:03
`,
    });
    const { status, stdout } = await ask(...portal, 'p.csv');
    expect(status).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^p\.csv:6: the moment in column end \(2999-.* has not come yet/),
      expect.stringMatching(/^p\.csv:7: the moment in column tick \(2999-.* has not come yet/),
      expect.stringContaining('p.csv:2: action 1 stands at p.csv:5 too'),
      expect.stringContaining('p.csv:4: action 1 stands at p.csv:5 too'),
      expect.stringContaining('p.csv:5: action 1 stands at p.csv:2 too'),
      'Rows read: 6; taken: 1 (events: 2); there already: 0; refused: 5.',
    ]);
  });
});
